"""Words for a person, in their language where there is a catalogue."""

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests import catalogue
from writer_app.i18n import system_language, tr, use_language
from writer_app.paths import resources

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="xx"><context><name>x</name>
<message><source>Save {name}</source><translation>{name} speichern</translation></message>
<message><source>Later</source><translation type="unfinished">Spa</translation></message>
</context></TS>"""


@pytest.fixture(autouse=True)
def _english_afterwards(tmp_path: Path) -> object:
    yield
    use_language("en", tmp_path)


def test_a_catalogue_translates_what_is_finished_in_it(tmp_path: Path) -> None:
    (tmp_path / "xx.ts").write_text(CATALOGUE, encoding="utf-8")
    use_language("xx", tmp_path)
    assert tr("Save {name}", name="a") == "a speichern"
    assert tr("Later") == "Later"
    assert tr("Unknown {n:,}", n=1234) == "Unknown 1,234"


@pytest.mark.parametrize(
    ("variable", "value", "code"),
    [
        ("LANG", "zh_CN.UTF-8", "zh"),
        ("LANG", "C.UTF-8", "c"),
        ("LC_ALL", "en_GB", "en"),
        ("LC_MESSAGES", "Chinese (Simplified)_China.936", "zh"),
    ],
)
def test_the_system_says_its_language(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, code: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    assert system_language() == code


@pytest.mark.parametrize("file", sorted(catalogue.CATALOGUES.glob("*.ts")), ids=lambda path: path.name)
def test_a_catalogue_is_complete_and_current_and_else_make_i18n_says_what_is_missing(file: Path) -> None:
    assert catalogue.problems(file) == []


def test_every_text_shown_is_found_in_the_code() -> None:
    assert catalogue.unknown() == []


@pytest.mark.parametrize("folder", ["help", "welcome"])
def test_each_language_has_its_pages(folder: str) -> None:
    languages = {"en"} | {file.stem for file in catalogue.CATALOGUES.glob("*.ts")}
    assert languages <= {page.stem for page in (resources() / folder).glob("*.md")}


@pytest.mark.parametrize(
    ("source", "translation"),
    [("Save {name}", "保存"), ("&Save", "保存"), ("Save", "保存(&S)"), ("Save…", "保存"), ("Save", "")],
)
def test_a_broken_translation_is_found(tmp_path: Path, source: str, translation: str) -> None:
    both = f"<source>{escape(source)}</source><translation>{escape(translation)}</translation>"
    (tmp_path / "zh.ts").write_text(f"<TS><message>{both}</message></TS>", encoding="utf-8")
    stale = f"stale, not in the code any more: {source!r}"
    found = [p for p in catalogue.problems(tmp_path / "zh.ts") if repr(source) in p and p != stale]
    assert [p for p in found if not p.startswith("not in the catalogue")]


def test_finished_translations_survive_and_new_texts_are_marked(tmp_path: Path) -> None:
    file = tmp_path / "zh.ts"
    catalogue.write(file)
    assert set(catalogue.read(file).values()) == {""}
    done = file.read_text(encoding="utf-8").replace(
        '<source>Saved</source>\n            <translation type="unfinished" />',
        "<source>Saved</source>\n            <translation>已保存</translation>",
    )
    file.write_text(done, encoding="utf-8")
    catalogue.write(file)
    assert catalogue.read(file)["Saved"] == "已保存"


def test_a_language_without_a_catalogue_is_english(tmp_path: Path) -> None:
    use_language("tlh", tmp_path)
    assert tr("Save {name}", name="a") == "Save a"
