"""Forgetting everything about a person: what a session and a run left is looked for in every file."""

import gzip
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.sight import Opener
from writer_app.model import generations
from writer_app.model.ownership import forget_person
from writer_app.model.pack import TOKENIZER, Pack, write_pack
from writer_app.model.quantise import Precision, cached_graphs
from writer_app.paths import Places
from writer_app.settings.schema import AUTHOR, DELAY
from writer_app.settings.store import SettingsStore
from writer_app.training.plan import FinetunePlan
from writer_app.training.run_folder import RunFolder
from writer_app.training.selection import Selection, Skipped

NAME = "Zdislava"
GZIP = b"\x1f\x8b"
LETTER = f"{NAME} keeps the key under the third stone. "


def holding(places: Places) -> set[str]:
    """Return the names of what holds the person's name, in the text or the name of a file."""
    found: set[str] = set()
    for place in (places.config, places.data, places.cache, places.state):
        for path in place.rglob("*"):
            content = path.read_bytes() if path.is_file() else b""
            content = gzip.decompress(content) if content.startswith(GZIP) else content
            if NAME in path.name or any(NAME.encode(code) in content for code in ("utf-8", "utf-16-le")):
                found.add(path.relative_to(place).parts[0])
    return found


def write(open_window: Opener, letter: Path) -> None:
    """Write a letter in the real window as one does, and leave the last words unsaved."""
    sight = open_window()
    sight.settings.set(AUTHOR, f"{NAME} Novak")
    sight.window.documents.open(letter)
    sight.qtbot.waitUntil(lambda: NAME in sight.text, timeout=5000)
    for _ in range(2):
        sight.type(LETTER)
        sight.press(Qt.Key.Key_Return)  # which leaves the paragraph, so that it is remembered
        sight.save()
    sight.window.remembering.never_suggest(NAME, never=True)
    sight.type(f"{NAME} has not saved this.")
    sight.window.finish(keep_draft=True)


def teach(places: Places, base: Pack) -> None:
    """Leave what runs leave: a model in use with its graphs, one undecided, a run that was killed, a copy."""
    facts = {"base": {"name": base.name}, "document_names": [f"{NAME}.md"], "title": f"{NAME}'s"}
    for _ in range(2):
        folder = generations.candidate(places.packs, "en")  # the first one is then kept
        write_pack(
            folder,
            language="en",
            config=base.config,
            facts=facts,
            weights=base.weights(),
            tokenizer=(base.folder / TOKENIZER).read_bytes(),
            card=f"Of {NAME}.",
        )
        if not generations.current_generation(places.packs, "en"):
            cached_graphs(base, places.graphs, Precision.INT8)
            generations.keep(folder)
    run = RunFolder(places.finetuning)
    run.begin(FinetunePlan((Path(f"{NAME}.md"),), base, generations.candidate(places.packs, "en")))
    run.keep_selection(Selection((LETTER,), (LETTER,), (Skipped(Path(NAME), NAME),), (NAME,), 8))
    copy = places.state / "open-texts-killed" / "0" / f"{NAME}.txt"
    copy.parent.mkdir(parents=True)
    copy.write_text(LETTER, encoding="utf-8")


def test_nothing_of_a_session_and_a_run_is_left(
    qtbot: QtBot, open_window: Opener, places: Places, tiny_pack: Pack, tmp_path: Path
) -> None:
    letter = tmp_path / "documents" / f"Letter to {NAME}.md"
    letter.parent.mkdir()
    letter.write_text(LETTER, encoding="utf-8")
    write(open_window, letter)
    teach(places, tiny_pack)
    before = holding(places)
    assert before >= {"settings.json", "drafts", "history", "memory", "packs", "finetuning", "session.json"}
    assert "open-texts-killed" in before

    forget_person(places, documents_too=False)
    assert holding(places) == {"drafts", "history", "session.json"}
    forget_person(places, documents_too=True)
    assert holding(places) == set()
    assert letter.read_text(encoding="utf-8").count(NAME) == 3  # the person's own file is theirs
    settings = SettingsStore(places.config / "settings.json")
    assert settings.get(AUTHOR) == ""
    assert settings.get(DELAY) == 0  # which tells nothing of anybody
