"""Requests and answers as JSON lines: one line for each, whatever comes."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from writer_app.cli.suggest import answer_lines
from writer_app.engine.backends import open_suggester
from writer_app.engine.protocol import Suggester
from writer_app.model.pack import Pack
from writer_app.personal.store import MemoryStore


@pytest.fixture(scope="module")
def suggester(tiny_pack: Pack) -> Suggester:
    return open_suggester(tiny_pack.folder)


def ask(suggester: Suggester, *messages: Any) -> list[dict[str, Any]]:
    lines = [m if isinstance(m, bytes) else json.dumps(m).encode() for m in messages]
    return list(answer_lines(suggester, lines))


def test_a_request_is_answered(suggester: Suggester) -> None:
    (reply,) = ask(suggester, {"id": 1, "before": "The garde", "after": "", "n": 3})
    assert reply["id"] == 1
    assert reply["suggestions"][0]["text"].startswith("ner")
    assert 0.5 < reply["suggestions"][0]["probability"] <= 1
    assert reply["latency_ms"] > 0


def test_at_most_n_are_suggested_with_different_first_words(suggester: Suggester) -> None:
    for n in (0, 1, 3, 5, 10**12):
        (reply,) = ask(suggester, {"before": "The gardener waters the ", "n": n})
        first = [suggestion["text"].split()[0] for suggestion in reply["suggestions"]]
        assert len(first) <= n
        assert len(set(first)) == len(first)


def test_the_text_after_the_caret_is_not_suggested(suggester: Suggester) -> None:
    (reply,) = ask(suggester, {"before": "The garde", "after": "ner waters"})
    assert not reply["suggestions"]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"x",
        b"[]",
        b'"before"',
        b'{"id": NaN, "before": ""}',
        b'{"id": 7}',
        b'{"id": 7, "before": 3}',
        b'{"id": 7, "before": "", "after": []}',
        b'{"id": 7, "before": "", "n": -1}',
        b'{"id": 7, "before": "", "n": 1.5}',
        b'{"id": 7, "before": "", "n": true}',
        b'{"id": 7, "before": "", "rejected": "word"}',
        b'{"learn": 3}',
        b'{"id": 7, "hint": 3, "before": "", "probability": 0.5, "wanted": true}',
        b'{"id": 7, "hint": "", "before": "", "probability": 2, "wanted": true}',
        b'{"id": 7, "hint": "", "before": "", "probability": 0.5, "wanted": "1"}',
        b'{"before": "\xff"}',
        b"[" * 100_000,
        b"1" * 10_000,
    ],
)
def test_a_bad_line_is_answered_and_the_next_one_too(suggester: Suggester, line: bytes) -> None:
    bad, good = ask(suggester, line, {"before": "The "})
    assert bad["error"]
    assert "suggestions" not in bad
    assert bad.get("id") == (7 if b"7" in line else None)
    assert "suggestions" in good


def test_what_is_learned_goes_to_the_memory(suggester: Suggester, tmp_path: Path) -> None:
    store = MemoryStore(tmp_path)
    line = json.dumps({"learn": "We met Zdislava in May."}).encode()
    assert list(answer_lines(suggester, [line], store)) == [{"ok": True}]
    assert [text for _, text in store.sentences()] == ["We met Zdislava in May."]


def test_a_paragraph_to_learn_is_accepted(suggester: Suggester) -> None:
    assert ask(suggester, {"learn": "A finished paragraph."}) == [{"ok": True}]


def test_a_hint_goes_to_the_memory(suggester: Suggester, tmp_path: Path) -> None:
    store = MemoryStore(tmp_path)
    message = {"id": 4, "hint": "meeting ", "before": "See you at the ", "probability": 0.5, "wanted": 0}
    lines = [json.dumps(message).encode()]
    assert list(answer_lines(suggester, lines, store)) == [{"id": 4, "ok": True}]
    assert list(answer_lines(suggester, lines)) == [{"id": 4, "ok": True}]  # without a memory, to no effect
    assert store.hints()[0][1].unwanted == 1


@given(before=st.text(), after=st.text(), n=st.integers(0, 30))
@settings(deadline=None, max_examples=50)
def test_any_text_is_answered(suggester: Suggester, before: str, after: str, n: int) -> None:
    (reply,) = ask(suggester, {"before": before, "after": after, "n": n})
    for suggestion in reply["suggestions"]:
        assert suggestion["text"]
        assert "\ufffd" not in suggestion["text"]
        assert 0 <= suggestion["probability"] <= 1


def test_odd_characters_are_answered(suggester: Suggester) -> None:
    replies = ask(
        suggester, *({"before": text} for text in ("\0", "\ud800", "a\u0301\u0301", "👩‍👩‍👧", "\u2581"))
    )
    assert all("suggestions" in reply for reply in replies)


def start(*arguments: str, **settings: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "writer_app", "suggest", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **settings)


def test_the_program_answers_each_line_at_once(tiny_pack: Pack) -> None:
    command = [
        sys.executable,
        "-m",
        "writer_app",
        "suggest",
        "--pack",
        str(tiny_pack.folder),
        "--no-personal",
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(3):  # a reply that is not flushed would never come
            process.stdin.write(json.dumps({"id": number, "before": "The garde"}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(10) == 0


def test_a_missing_pack_is_one_line_and_status_one(tmp_path: Path) -> None:
    ended = start("--pack", str(tmp_path / "none"), input=b"")
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.slow
def test_without_a_graphics_card_cuda_says_so(tiny_pack: Pack) -> None:
    import torch  # noqa: PLC0415 - only this test needs it

    if torch.cuda.is_available():
        pytest.skip("there is one")
    ended = start("--engine", "cuda", "--pack", str(tiny_pack.folder), input=b"")
    assert ended.returncode == 1
    assert b"--engine cpu" in ended.stderr


def test_a_floor_must_be_a_probability(tiny_pack: Pack) -> None:
    assert start("--pack", str(tiny_pack.folder), "--floor", "2", input=b"").returncode == 2
