"""Which tokens agree with typed letters."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tiny import tokenizer_bytes
from writer_app.engine.partial_word import Vocabulary
from writer_app.model.pack import TOKENIZER
from writer_app.model.tokenizer import Tokenizer
from writer_app.paths import bundled_packs
from writer_app.text.scripts import is_han


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary(Tokenizer(tokenizer_bytes()))


@given(st.text(alphabet="agdner 你", min_size=1, max_size=8))
@settings(deadline=None)  # the first call makes the vocabulary
def test_tokens_agree_when_one_begins_with_the_other(typed: str) -> None:
    raw = typed.encode()
    shorter, covering = vocabulary().agreeing(raw)
    texts = vocabulary().token_bytes
    used = set(vocabulary().paragraph)
    assert {int(t) for t in shorter} == {t for t in used if raw.startswith(texts[t]) and texts[t] != raw}
    assert {int(t) for t in covering} == {t for t in used if texts[t].startswith(raw)}


def test_a_byte_token_that_spells_a_piece_is_not_used() -> None:
    texts = [vocabulary().token_bytes[token] for token in vocabulary().paragraph]
    assert len(texts) == len(set(texts))


def test_an_apostrophe_goes_on_with_a_word_and_a_comma_does_not() -> None:
    inside = {vocabulary().token_bytes[token] for token in vocabulary().inside}
    assert b"'" in inside
    assert b"a" in inside
    assert b"," not in inside
    assert not any(raw.startswith(b" ") for raw in inside)


def test_no_token_goes_on_with_a_chinese_word() -> None:
    assert len(vocabulary().going_on("你")) == 0


def test_a_chinese_token_may_begin_with_each_of_its_characters() -> None:
    tokenizer = Tokenizer.from_file(bundled_packs() / "zh" / TOKENIZER)
    chinese = Vocabulary(tokenizer)
    pieces = (tokenizer.decode([token]) for token in range(tokenizer.size))
    words = [piece for piece in pieces if len(piece) > 2 and all(map(is_han, piece))]
    assert words
    for word in words:
        for end in range(1, len(word)):
            assert chinese.characters_begun("，" + word[:end], most=24) >= end
            assert chinese.characters_begun("，" + word[:end], most=end - 1) < end
