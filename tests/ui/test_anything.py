"""Whatever a person does on a page, in whatever order: all that follows the text agrees, and it is saved."""

import random
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import HELD, KEYS
from tests.ui.sight import Sight
from writer_app.text.counts import count
from writer_app.ui.paragraphs import joined
from writer_app.ui.surroundings import whole_text

LETTERS = [
    *"ab cd. -*_`#>1\"'|[]()~",
    "🎈",
    "é",
    "e\u0301",
    "ש",
    "你",
    "。",
    "\u00a0",
    "👩\u200d👧",
    "\u200f",
]
PASTED = [
    "# A\n\ntext 🎈\n- x\n  - y\n",
    "\n\n",
    "你好\u2029a\rb\r\nc",
    "```\ncode\n",
    "| a |\n|---|",
    "\ud83d",
    "\0\1",
]
PRESSED = [
    *((key, HELD.NoModifier) for key in (KEYS.Key_Return, KEYS.Key_Backspace, KEYS.Key_Delete, KEYS.Key_Tab)),
    *((key, HELD.NoModifier) for key in (KEYS.Key_Backtab, KEYS.Key_Left, KEYS.Key_Up, KEYS.Key_Home)),
    *((key, HELD.ControlModifier) for key in (KEYS.Key_Z, KEYS.Key_Y, KEYS.Key_B, KEYS.Key_K, KEYS.Key_2)),
    *((key, HELD.ControlModifier) for key in (KEYS.Key_Right, KEYS.Key_End, KEYS.Key_Space)),
    (KEYS.Key_L, HELD.ControlModifier | HELD.ShiftModifier),
    (KEYS.Key_BracketRight, HELD.AltModifier),
    (KEYS.Key_Escape, HELD.NoModifier),
]


def type_something(sight: Sight, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 6)):
        letter = chance.choice(LETTERS)
        if letter.isascii():
            sight.type(letter)
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(letter)
            QApplication.sendEvent(sight.window.editor, composed)


def press_something(sight: Sight, chance: random.Random) -> None:
    sight.press(*chance.choice(PRESSED))


def select_something(sight: Sight, chance: random.Random) -> None:
    cursor, end = sight.window.editor.textCursor(), sight.window.editor.document().characterCount() - 1
    cursor.setPosition(chance.randint(0, end))
    if chance.random() < 0.4:
        cursor.setPosition(chance.randint(0, end), QTextCursor.MoveMode.KeepAnchor)
    sight.window.editor.setTextCursor(cursor)


def paste_something(sight: Sight, chance: random.Random) -> None:
    QApplication.clipboard().setText(chance.choice(PASTED))
    sight.window.editor.paste()


def replace_something(sight: Sight, chance: random.Random) -> None:
    bar = sight.window.find_bar
    bar.open("", replacing=True)
    bar.field.setText(chance.choice(["a", "🎈", "你"]))
    bar.words.setText(chance.choice(["zz", "🎈🎈", ""]))
    sight.window.finding.replace_all()


DONE = [type_something] * 8 + [press_something] * 8 + [select_something] * 4 + [paste_something] * 2
DONE += [replace_something]


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_done_all_agree_about_the_text(sight: Sight, tmp_path: Path, seed: int) -> None:
    path, chance = tmp_path / "a.md", random.Random(seed)
    path.write_text("")
    sight.open(path)
    document = sight.window.tabs.current
    for _ in range(150):
        chance.choice(DONE)(sight, chance)
        if chance.random() < 0.5:
            QApplication.processEvents()
        text = whole_text(document.editor.document())
        assert joined(document.paragraphs.copy()) == text
        assert document.counts.total == count(text) or not document.counts.complete
    sight.window.documents.save()
    assert sight.window.saver.wait(document, 10)
    assert path.read_text(encoding="utf-8") == whole_text(document.editor.document())
    assert not document.modified
