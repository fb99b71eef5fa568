"""The state before the caret is a function of the text alone, and cheap to come by."""

from itertools import accumulate

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_app.bench.latency import CountingBackend
from writer_app.engine.backend import Backend
from writer_app.engine.context import (
    BLOCK,
    CHUNK,
    LOOK_BACK,
    Context,
    next_window_start,
    split_held,
    window_start,
)
from writer_app.engine.partial_word import Vocabulary
from writer_app.model.pack import Pack

TEXTS = st.text(alphabet="ab .,\n你好。", max_size=40)
PARAGRAPH = "The gardener waters the roses in the morning and after supper. "


def context_of(backend: Backend, pack: Pack) -> Context:
    tokenizer = pack.tokenizer()
    return Context(backend, tokenizer, Vocabulary(tokenizer))


def assert_same(context: Context, other: Context, text: str) -> None:
    (ours, held), (theirs, other_held) = context.at(text), other.at(text)
    assert held == other_held
    np.testing.assert_array_equal(ours.state.hidden, theirs.state.hidden)
    np.testing.assert_array_equal(ours.state.cell, theirs.state.cell)
    np.testing.assert_array_equal(ours.probabilities, theirs.probabilities)


@given(chunks=st.lists(TEXTS, max_size=6))
@settings(deadline=None)
def test_state_does_not_depend_on_how_the_text_came(
    chunks: list[str], random_pack: Pack, random_backend: Backend
) -> None:
    typed, fresh = context_of(random_backend, random_pack), context_of(random_backend, random_pack)
    for text in accumulate(chunks, initial=""):
        typed.at(text)
    assert_same(typed, fresh, "".join(chunks))


@given(text=TEXTS, edit=TEXTS, at=st.integers(0, 40))
@settings(deadline=None)
def test_an_edit_and_its_undo_leave_no_trace(
    text: str, edit: str, at: int, random_pack: Pack, random_backend: Backend
) -> None:
    edited, fresh = context_of(random_backend, random_pack), context_of(random_backend, random_pack)
    for version in (text, text[:at] + edit + text[at:], text):
        edited.at(version)
    assert_same(edited, fresh, text)


def test_another_character_costs_a_few_tokens_however_long_the_text(
    random_pack: Pack, random_backend: Backend
) -> None:
    counting = CountingBackend(random_backend)
    context = context_of(counting, random_pack)
    text = PARAGRAPH * 20_000
    context.at(text)
    counting.tokens = 0
    for length in range(1, len(PARAGRAPH)):
        context.at(text + PARAGRAPH[:length])
    assert counting.tokens < 3 * len(PARAGRAPH)


def test_going_back_costs_nothing(random_pack: Pack, random_backend: Backend) -> None:
    counting = CountingBackend(random_backend)
    context = context_of(counting, random_pack)
    for length in range(len(PARAGRAPH)):
        context.at(PARAGRAPH[:length])
    counting.tokens = 0
    for length in reversed(range(len(PARAGRAPH))):
        context.at(PARAGRAPH[:length])
    assert counting.tokens == 0


def test_where_the_window_moves_on_it_has_been_read_ahead(random_pack: Pack, random_backend: Backend) -> None:
    text = (PARAGRAPH * 80)[: 3 * (BLOCK + LOOK_BACK)]
    counting = CountingBackend(random_backend)
    context = context_of(counting, random_pack)
    context.at(text[:LOOK_BACK])
    most = 0
    for length in range(LOOK_BACK, len(text)):
        counting.tokens = 0
        context.at(text[:length])
        most = max(most, counting.tokens)
        while context.read_ahead(text[:length]):
            pass
    assert most <= 2 * CHUNK


def test_the_window_stays_while_typing_on_and_begins_a_line() -> None:
    text = (PARAGRAPH * 3 + "\n") * 40
    starts = [window_start(text[:length]) for length in range(len(text))]
    assert len(set(starts)) <= 2 + len(text) // BLOCK
    assert all(start == 0 or text[start - 1] == "\n" for start in starts)
    assert starts == sorted(starts)
    assert all(length - start <= LOOK_BACK + BLOCK for length, start in enumerate(starts))


def test_the_next_window_is_known_before_it_is_needed() -> None:
    text = (PARAGRAPH * 3 + "\n") * 40
    for length in range(len(text) - 1):
        if window_start(text[:length]) != window_start(text[: length + 1]):
            assert next_window_start(text[:length]) == window_start(text[: length + 1])


def test_the_word_begun_is_held_back() -> None:
    assert split_held("We are looking forw") == ("We are looking", " forw")
    assert split_held("We are ") == ("We are", " ")
    assert split_held("We are.\n") == ("We are.\n", "")
    assert split_held("他用Pyth") == ("他用", "Pyth")
    assert split_held("他说，") == ("他说，", "")
