"""What a person gets: sensible words, none below the floor, the same for the same text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiny import document
from writer_app.engine.backend import Backend
from writer_app.engine.backends import open_pack_suggester
from writer_app.engine.lstm_suggester import LARGEST_COUNT, LstmSuggester, Manner
from writer_app.engine.protocol import Reach, Request, Suggestion
from writer_app.engine.word_filter import UnwantedWords
from writer_app.model.pack import Pack, open_pack
from writer_app.paths import bundled_packs

TEXT = document(7000)


def suggest(suggester: LstmSuggester, before: str, count: int = 3) -> tuple[Suggestion, ...]:
    return suggester.suggest(Request(1, before, count=count)).suggestions


def test_it_knows_what_it_was_trained_on(suggester: LstmSuggester) -> None:
    assert suggest(suggester, "The gardener waters the roses in the mor")[0].text.startswith("ning")
    assert suggest(suggester, "A careful rea")[0].text.startswith("der")


def test_a_space_belongs_to_the_word_to_come(suggester: LstmSuggester) -> None:
    assert suggest(suggester, "A careful")[0].text.startswith(" reader")
    assert suggest(suggester, "A careful ")[0].text.startswith("reader")


@given(st.lists(st.integers(0, len(TEXT)), min_size=1, max_size=8))
@settings(deadline=None, max_examples=20)
def test_the_same_text_gets_the_same_answer_whatever_came_before(tiny_pack: Pack, places: list[int]) -> None:
    one, other = (open_pack_suggester(tiny_pack) for _ in range(2))
    for place in places:
        one.suggest(Request(1, TEXT[:place]))
    assert suggest(one, TEXT[: places[0]]) == suggest(other, TEXT[: places[0]])


def test_nothing_is_shown_below_the_floor(tiny_pack: Pack) -> None:
    for floor in (0.0, 0.2, 0.9, 1.0):
        suggester = open_pack_suggester(tiny_pack, manner=Manner(floor=floor))
        for place in range(0, 200, 7):
            for spaced in (False, True):
                answer = suggester.suggest(Request(1, TEXT[:place], count=5, spaced=spaced))
                assert all(s.probability >= floor for s in answer.suggestions)


def test_unlikely_words_take_no_place_from_likely_ones(tiny_pack: Pack) -> None:
    """What is above the floor is offered, however few are asked for."""
    all_words = open_pack_suggester(tiny_pack, manner=Manner(floor=0.1))
    for place in range(40, 240, 7):
        many = suggest(all_words, TEXT[:place], 8)
        few = suggest(all_words, TEXT[:place], 1)
        assert bool(few) == bool(many)


def test_nothing_is_suggested_inside_an_address(suggester: LstmSuggester) -> None:
    assert suggest(suggester, "The gardener waters ro@") == ()
    assert suggest(suggester, "The gardener waters ro")


def test_no_digit_alone_is_guessed(suggester: LstmSuggester) -> None:
    for before in ("without a word in 198", "in 19"):
        assert all(not (len(s.text) == 1 and s.text.isdigit()) for s in suggest(suggester, before, 8))


def test_a_word_is_never_left_in_the_middle(suggester: LstmSuggester) -> None:
    words = set(TEXT.replace(".", " ").split())
    for place in range(40, 240, 3):
        for suggestion in suggest(suggester, TEXT[:place], 1):
            if suggestion.probability > 0.5:
                start = max(TEXT.rfind(" ", 0, place), TEXT.rfind("\n", 0, place)) + 1
                typed = TEXT[start:place] + suggestion.text
                assert set(typed.replace(".", " ").split()) <= words | {w.lower() for w in words}


def reached(suggester: LstmSuggester) -> set[tuple[str, bool]]:
    """Hold each reach to being no longer than the next; return which of them ever were."""
    longer = set()
    for place in range(40, 300, 9):
        word, phrase, sure = (
            suggester.suggest(Request(1, TEXT[:place], count=1, spaced=True, reach=reach)).suggestions[0].text
            for reach in Reach
        )
        assert sure.startswith(phrase)
        assert phrase.startswith(word)
        assert len(word.strip(" .").split()) <= 2  # a full stop may stand before it
        longer |= {("phrase", phrase != word), ("sure", sure != phrase)}
    return longer


def test_it_goes_only_as_far_as_was_asked(tiny_pack: Pack, tiny_backend: Backend) -> None:
    alone = LstmSuggester(tiny_backend, tiny_pack.tokenizer(), Manner(floor=0))
    assert {("phrase", True), ("sure", True)} <= reached(alone)
    with_memory = open_pack_suggester(tiny_pack, manner=Manner(floor=0))
    assert ("phrase", True) in reached(with_memory)  # the text's own words make so small a model less sure


def test_passed_over_words_are_not_offered_again(suggester: LstmSuggester) -> None:
    first = suggest(suggester, "The gardener w")[0]
    word = "w" + first.text.split()[0]
    again = suggester.suggest(Request(2, "The gardener w", count=5, rejected=frozenset({word})))
    assert all(not ("w" + s.text).startswith(word) for s in again.suggestions)


def test_unwanted_words_are_not_suggested(tiny_pack: Pack) -> None:
    suggester = open_pack_suggester(tiny_pack, manner=Manner(floor=0, unwanted=UnwantedWords(["gardener"])))
    assert all(s.text.split()[0] != "ner" for s in suggest(suggester, "The garde", 5))
    assert suggest(suggester, "The gardener")


def test_an_immense_count_is_cut(suggester: LstmSuggester) -> None:
    assert len(suggest(suggester, "The ", 10**9)) <= LARGEST_COUNT
    assert suggest(suggester, "The ", -1) == ()


def spaced(suggester: LstmSuggester, before: str, after: str = "") -> str:
    """Return the first suggestion as ghost text shows it."""
    answer = suggester.suggest(Request(1, before, after, count=1, spaced=True))
    return answer.suggestions[0].text if answer.suggestions else ""


def test_ghost_text_brings_the_space_that_follows(suggester: LstmSuggester) -> None:
    assert suggest(suggester, "A careful rea", 1)[0].text == "der"
    assert spaced(suggester, "A careful rea") == "der "


def test_no_space_is_brought_where_one_or_a_mark_stands_already(suggester: LstmSuggester) -> None:
    for after in (" answers", ", who"):
        assert not spaced(suggester, "A careful rea", after).endswith(" ")


def test_ghost_text_of_one_letter_is_not_worth_its_key(suggester: LstmSuggester) -> None:
    assert suggest(suggester, "The gardene", 1)[0].text == "r"
    assert spaced(suggester, "The gardene") == "r "
    assert spaced(suggester, "The gardene", after=" waters the roses") == ""


def test_a_chinese_word_cut_into_other_tokens_is_finished() -> None:
    """As a whole it is one token; its beginning alone is several, after which the rest never stood."""
    shipped = open_pack_suggester(open_pack(bundled_packs() / "zh"))
    assert suggest(shipped, "为了保护公民的权利，根据中华人民共和")[0].text.startswith("国")
