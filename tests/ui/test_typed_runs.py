"""Typing is undone in steps, and whatever is selected gives way to it."""

import subprocess
import sys
from pathlib import Path

from tests.ui.conftest import HELD, KEYS, Desk, MakeDesk
from tests.ui.fakes import ScriptedSuggester

TYPING_OVER = """
import random, sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.fakes import ScriptedSuggester
from writer_app.settings.store import SettingsStore
from writer_app.ui import theme
from writer_app.ui.bridge import EngineBridge
from writer_app.ui.editor import Editor

application, chance = QApplication([]), random.Random(2)
editor = Editor(EngineBridge(lambda: ScriptedSuggester(lambda _: ())), SettingsStore(Path(sys.argv[1])))
editor.resize(800, 600)
editor.set_typography(theme.reading_font("", 14), 60)
editor.show()
lines = "שלום לכם", "words and words", "你好", "", "- x", "🎈"
for _ in range(250):
    number = chance.randint(2, 20)
    editor.set_text("\\n".join(chance.choice(lines) * chance.randint(0, 4) for _ in range(number)))
    for _ in range(6):
        if chance.random() < 0.5:
            application.processEvents()
        cursor, end = editor.textCursor(), editor.document().characterCount() - 1
        cursor.setPosition(chance.randint(0, end))
        cursor.setPosition(chance.randint(0, end), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        if chance.random() < 0.3:
            editor.viewport().repaint()
        QTest.keyClick(editor, Qt.Key.Key_D)
        if chance.random() < 0.3:
            QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
print("done", flush=True)
sys.exit(0)
"""


def test_typing_over_what_is_selected_never_ends_the_program(tmp_path: Path) -> None:
    # in a program of its own: what went wrong here was memory that Qt had given back
    ended = subprocess.run(
        [sys.executable, "-c", TYPING_OVER, str(tmp_path / "settings.json")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-2000:]


def test_a_key_takes_the_place_of_what_is_selected_and_shows_the_caret(make_desk: MakeDesk) -> None:
    desk: Desk = make_desk(ScriptedSuggester(lambda _: ()))
    desk.editor.set_text("first\n" + "line\n" * 300 + "last")
    desk.editor.selectAll()
    desk.type("x")
    assert desk.text == "x"
    desk.press(KEYS.Key_Z, HELD.ControlModifier)
    assert desk.text.startswith("first\nline")
    desk.editor.verticalScrollBar().setValue(0)
    desk.editor.set_caret(desk.editor.document().characterCount() - 1)
    desk.editor.verticalScrollBar().setValue(0)
    desk.type("y")
    assert desk.text.endswith("lasty")
    assert desk.editor.viewport().rect().contains(desk.editor.cursorRect())


def test_nothing_is_typed_where_nothing_can_be_written(make_desk: MakeDesk) -> None:
    desk: Desk = make_desk(ScriptedSuggester(lambda _: ()))
    desk.editor.set_text("text")
    desk.editor.setReadOnly(True)
    desk.type("x")
    assert desk.text == "text"
