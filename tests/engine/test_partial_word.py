"""Which tokens agree with typed letters."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from tests.tiny import tokenizer_bytes
from writer_app.engine.partial_word import Vocabulary
from writer_app.model.tokenizer import Tokenizer


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary(Tokenizer(tokenizer_bytes()))


@given(st.text(alphabet="agdner 你", min_size=1, max_size=8))
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
