"""The search finds what an exhaustive one finds, and its probabilities are shares of what agrees."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_app.engine.backend import Backend
from writer_app.engine.branches import Branch, Leaf, chance_of_end, read_leaves, text_of
from writer_app.engine.context import Context, Snapshot
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.phrases import LEAST, extend, least_chance
from writer_app.engine.sampler import likeliest_words
from writer_app.model.pack import Pack
from writer_app.text.boundaries import has_word

DEPTH = 7  # tokens that the exhaustive search looks ahead
UNLIKELY = 1e-4


def every_word(
    backend: Backend, vocabulary: Vocabulary, snapshot: Snapshot, held: str
) -> tuple[dict[str, float], float]:
    """Return every word more likely than `UNLIKELY`, and the mass of all that agrees, by trying all."""
    typed = held.encode()
    words: dict[str, float] = {}
    agreeing = 0.0
    branches = [Branch(1.0, typed, b"", snapshot.state, snapshot.probabilities)]
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
                    after = (rest[len(raw) :], raw[len(rest) :]) if rest else (b"", tail + raw)
                    leaves.append(Leaf(chance, *after, token, branch))
        branches = read_leaves(backend, leaves) if leaves else []
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
    vocabulary = Vocabulary(tiny_pack.tokenizer())
    snapshot, held = Context(exact_backend, tiny_pack.tokenizer()).at(before)
    found = likeliest_words(exact_backend, vocabulary, snapshot, held, count=3).words
    words, agreeing = every_word(exact_backend, vocabulary, snapshot, held)
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
    tokenizer = random_pack.tokenizer()
    snapshot, held = Context(random_backend, tokenizer).at(before)
    words = likeliest_words(random_backend, Vocabulary(tokenizer), snapshot, held, count).words
    assert sum(word.probability for word in words) <= 1 + 1e-3
    assert len({word.text for word in words}) == len(words)
    assert all(has_word(word.text) and "\ufffd" not in word.text for word in words)


def test_typed_letters_make_the_probability_grow(tiny_pack: Pack, tiny_backend: Backend) -> None:
    vocabulary, context = Vocabulary(tiny_pack.tokenizer()), Context(tiny_backend, tiny_pack.tokenizer())
    chances = []
    for typed in ("", "g", "gar", "garde"):
        snapshot, held = context.at("The " + typed)
        words = likeliest_words(tiny_backend, vocabulary, snapshot, held, count=8).words
        chances.append(sum(w.probability for w in words if typed + w.text == "gardener"))
    assert chances == sorted(chances)
    assert chances[0] > 0
    assert chances[-1] > 0.9


def test_rejected_words_make_room_for_others(tiny_pack: Pack, tiny_backend: Backend) -> None:
    vocabulary, context = Vocabulary(tiny_pack.tokenizer()), Context(tiny_backend, tiny_pack.tokenizer())
    snapshot, held = context.at("My sister pa")
    first = likeliest_words(tiny_backend, vocabulary, snapshot, held, 1).words[0]
    others = likeliest_words(tiny_backend, vocabulary, snapshot, held, 1, {"pa" + first.text}).words
    assert first.text not in {word.text for word in others}


def test_a_phrase_begins_with_its_word_and_is_likely_enough(tiny_pack: Pack, tiny_backend: Backend) -> None:
    vocabulary, context = Vocabulary(tiny_pack.tokenizer()), Context(tiny_backend, tiny_pack.tokenizer())
    snapshot, held = context.at("The gardener waters the roses in the mor")
    words = likeliest_words(tiny_backend, vocabulary, snapshot, held, 3).words
    for word, phrase in zip(words, extend(tiny_backend, vocabulary, words), strict=True):
        assert phrase.text.startswith(word.text)
        if phrase != word:
            assert least_chance(word.text) * word.probability <= phrase.probability * 1.001


def test_the_longer_a_phrase_the_likelier_its_next_word_must_be() -> None:
    for text in ("word", "词语句子"):
        chances = [least_chance(text[:length]) for length in range(1, 5)]
        assert chances == sorted(chances)
    assert least_chance("a") == 0.5  # half of the times it costs the one letter that it saves
    assert least_chance("词") == LEAST  # a character alone saves nothing that could be lost
