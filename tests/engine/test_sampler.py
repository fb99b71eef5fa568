"""The search finds what an exhaustive one finds, and its probabilities are shares of what agrees."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_app.engine.backend import Backend
from writer_app.engine.branches import Branch, Leaf, Phrase, Reader, chance_of_end, text_of
from writer_app.engine.context import Context
from writer_app.engine.occurrences import trail_of
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.phrases import LEAST, extend, least_chance
from writer_app.engine.protocol import Reach
from writer_app.engine.sampler import likeliest_words
from writer_app.engine.whole_words import Whole
from writer_app.model.pack import Pack
from writer_app.model.tokenizer import Tokenizer
from writer_app.text.boundaries import has_word

DEPTH = 7  # tokens that the exhaustive search looks ahead
UNLIKELY = 1e-4


@dataclass(frozen=True)
class Desk:
    """All that a search needs, over one model."""

    backend: Backend
    tokenizer: Tokenizer

    @property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(self.tokenizer)

    def root(self, before: str) -> tuple[Reader, Branch, str]:
        snapshot, held = Context(self.backend, self.tokenizer, self.vocabulary).at(before)
        reader = Reader(self.backend, memory=None)
        return reader, reader.root(snapshot, held), held

    def words(self, before: str, count: int, rejected: frozenset[str] = frozenset()) -> list[Phrase]:
        reader, root, _ = self.root(before)
        return likeliest_words(reader, self.vocabulary, root, count, rejected)


@pytest.fixture
def desk(tiny_pack: Pack, tiny_backend: Backend) -> Desk:
    return Desk(tiny_backend, tiny_pack.tokenizer())


def every_word(
    reader: Reader, vocabulary: Vocabulary, root: Branch, held: str
) -> tuple[dict[str, float], float]:
    """Return every word more likely than `UNLIKELY`, and the mass of all that agrees, by trying all."""
    words: dict[str, float] = {}
    agreeing = 0.0
    branches = [root]
    for _ in range(DEPTH):
        leaves = []
        for branch in branches:
            for token, raw in enumerate(vocabulary.token_bytes):
                chance = branch.probability * float(branch.following[token])
                rest, tail = branch.rest, branch.tail
                agrees = raw and (rest.startswith(raw) or raw.startswith(rest))
                if not agrees or raw == b"\n" or token not in vocabulary.paragraph:
                    continue
                if rest and raw.startswith(rest):
                    agreeing += chance
                text = text_of(tail)
                if text and has_word(text) and token not in vocabulary.going_on(text):
                    continue
                if chance > UNLIKELY:
                    leaves.append(Leaf.of(branch, token, vocabulary))
        branches = reader.read(leaves) if leaves else []
        for branch in branches:
            text = text_of(branch.tail)
            if not branch.rest and text and has_word(text):
                ended = branch.probability * chance_of_end(vocabulary, text, branch.following)
                words[text] = words.get(text, 0.0) + ended
    return words, agreeing if held else 1.0


@pytest.mark.parametrize("before", ["The garden", "My sister pa", "The old captain forgets ", "The t", ""])
def test_it_finds_what_an_exhaustive_search_finds(
    tiny_pack: Pack, exact_backend: Backend, before: str
) -> None:
    desk = Desk(exact_backend, tiny_pack.tokenizer())
    reader, root, held = desk.root(before)
    found = likeliest_words(reader, desk.vocabulary, root, count=3)
    words, agreeing = every_word(reader, desk.vocabulary, root, held)
    best = sorted(words, key=words.__getitem__, reverse=True)
    likely = [text for text in best[:3] if words[text] > 0.05 * agreeing]
    assert [word.text for word in found[: len(likely)]] == likely
    for word in found[: len(likely)]:
        assert word.probability == pytest.approx(words[word.text] / agreeing, rel=1e-3)


@given(before=st.text(alphabet="abcdefgh 你.'\n", max_size=20), count=st.integers(1, 8))
@settings(deadline=None, max_examples=60)
def test_probabilities_are_shares_of_one(
    before: str, count: int, random_pack: Pack, random_backend: Backend
) -> None:
    words = Desk(random_backend, random_pack.tokenizer()).words(before, count)
    assert sum(word.probability for word in words) <= 1 + 1e-3
    assert len({word.text for word in words}) == len(words)
    assert all(has_word(word.text) and "\ufffd" not in word.text for word in words)


def test_typed_letters_make_the_probability_grow(desk: Desk) -> None:
    chances = []
    for typed in ("", "g", "gar", "garde"):
        words = desk.words("The " + typed, count=8)
        chances.append(sum(w.probability for w in words if typed + w.text == "gardener"))
    assert chances == sorted(chances)
    assert chances[0] > 0
    assert chances[-1] > 0.9


def test_rejected_words_make_room_for_others(desk: Desk) -> None:
    first = desk.words("My sister pa", 1)[0]
    others = desk.words("My sister pa", 1, frozenset({"pa" + first.text}))
    assert first.text not in {word.text for word in others}


def test_what_is_left_is_conditional_on_none_of_the_rejected(desk: Desk) -> None:
    first, second, *_ = desk.words("The gardener w", 5)
    again = desk.words("The gardener w", 5, frozenset({"w" + first.text}))[0]
    assert again.text == second.text
    assert again.probability == pytest.approx(second.probability / (1 - first.probability), rel=1e-2)


def test_a_phrase_begins_with_its_word_and_is_likely_enough(desk: Desk) -> None:
    reader, root, _ = desk.root("The gardener waters the roses in the mor")
    words = likeliest_words(reader, desk.vocabulary, root, 3)
    chains = extend(reader, desk.vocabulary, words, Reach.SURE, lambda phrase: least_chance(phrase.text))
    for word, chain in zip(words, chains, strict=True):
        assert chain[0] is word
        for shorter, longer in pairwise(chain):
            assert longer.text.startswith(shorter.text)
            assert least_chance(shorter.text) * shorter.probability <= longer.probability * 1.001


def test_the_longer_a_phrase_the_likelier_its_next_word_must_be() -> None:
    for text in ("word", "词语句子"):
        chances = [least_chance(text[:length]) for length in range(1, 5)]
        assert chances == sorted(chances)
    assert least_chance("a") == 0.5  # half of the times it costs the one letter that it saves
    assert least_chance("词") == LEAST  # a character alone saves nothing that could be lost


def whole(desk: Desk, rest: str, prior: float, typed: str) -> Whole:
    return Whole(rest, tuple(desk.tokenizer.encode(f" {typed}{rest}")), prior)


def test_a_word_known_whole_has_its_share_of_what_agrees_with_the_letters(desk: Desk) -> None:
    reader, root, _ = desk.root("The ga")
    known = [whole(desk, "zik", prior, "ga") for prior in (1e-9, 0.5)]
    unlikely, likely = (likeliest_words(reader, desk.vocabulary, root, 3, (), [one]) for one in known)
    assert all(word.text != "zik" for word in unlikely)
    (found,) = (word for word in likely if word.text == "zik")
    agreeing = 0.5 / found.probability  # of the model, and the word's own
    alone = likeliest_words(reader, desk.vocabulary, root, 1)[0]
    (again,) = (word for word in likely if word.text == alone.text)
    assert again.probability == pytest.approx(alone.probability * (agreeing - 0.5) / agreeing, rel=0.05)


def test_what_follows_a_word_known_whole_is_read(desk: Desk) -> None:
    reader, root, _ = desk.root("My sister paints Wo")
    first = likeliest_words(reader, desk.vocabulary, root, 3, (), [whole(desk, "jcik", 0.5, "Wo")])[0]
    assert first.branch.trail == trail_of(desk.tokenizer.encode("My sister paints Wojcik"))


def test_of_a_word_found_and_known_whole_the_chances_add_up(desk: Desk) -> None:
    reader, root, _ = desk.root("The garde")
    alone = likeliest_words(reader, desk.vocabulary, root, 1)[0]
    both = likeliest_words(reader, desk.vocabulary, root, 1, (), [whole(desk, "ner", 1.0, "garde")])[0]
    assert (alone.text, both.text) == ("ner", "ner")
    assert alone.probability < both.probability <= 1
