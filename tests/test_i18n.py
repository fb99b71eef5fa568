"""Words for a person, in their language where there is a catalogue."""

from pathlib import Path

import pytest

from writer_app.i18n import tr, use_language

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


def test_a_language_without_a_catalogue_is_english(tmp_path: Path) -> None:
    use_language("tlh", tmp_path)
    assert tr("Save {name}", name="a") == "Save a"
