"""What is exported, our own readers read again."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.documents import SAMPLES
from writer_app.exporters import SUFFIXES, export
from writer_app.exporters.manuscript import Manuscript, from_markdown, from_plain_text
from writer_app.importers import import_text

STRUCTURE = """# Salt & <Fire>

Some *emphasised*, **strong** and ~~struck~~ words, `code` and a [link](https://example.org/a?b=1&c=2).
This line goes on.<!-- a remark --> A hard\\
break, and another<br>one.

## Lists

> A quote of **two** lines
> which go on.
>
> > One within.

3. three
4. four
   - inner *a*
   - inner b

     more of b

***

| a | b |
|---|:-:|
| 1 | *2* |

今天的天气
很好。

<div>Words <b>in HTML</b></div>
"""


def exported(manuscript: Manuscript, path: Path) -> str:
    list(export(manuscript, path))
    return import_text(path)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_markdown_keeps_its_paragraphs_in_every_format(suffix: str, tmp_path: Path) -> None:
    source = tmp_path / "source.md"
    source.write_text(STRUCTURE, encoding="utf-8")
    manuscript = from_markdown(STRUCTURE, "source", "")
    assert exported(manuscript, tmp_path / f"out{suffix}") == import_text(source)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
@pytest.mark.parametrize("sample", ["chinese-gb18030.txt", "wrapped-cp1252.txt", "utf-16.txt"])
def test_plain_text_keeps_its_paragraphs_in_every_format(suffix: str, sample: str, tmp_path: Path) -> None:
    text = import_text(SAMPLES / sample)
    assert exported(from_plain_text(text, sample, ""), tmp_path / f"out{suffix}") == text


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(source=st.text(st.sampled_from("ab 你。*_`~#>-1.|[]()!<&\\\n\t\x0b\ud800\U0001f388"), max_size=80))
def test_whatever_is_written_can_be_exported(suffix: str, source: str, tmp_path: Path) -> None:
    path = tmp_path / f"out{suffix}"
    list(export(from_markdown(source, "any", "A & B"), path))
    assert path.stat().st_size
