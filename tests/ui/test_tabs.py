"""Several documents in one window: each has its own text, and the window shows that of the current one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.conftest import HELD, KEYS
from tests.ui.fakes import GatedSuggester
from tests.ui.sight import Opener, Sight
from writer_app.documents.autosave import Draft
from writer_app.documents.document import Document
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.questions import Unsaved

CTRL, SHIFT = HELD.ControlModifier, HELD.ShiftModifier


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.txt" for name in ("one", "two", "three")]
    for path in paths:
        path.write_text(f"this is {path.stem}")
    return paths


def names(sight: Sight) -> list[str]:
    return [document.name for document in sight.window.tabs.documents]


def test_each_file_gets_a_tab_and_the_untouched_page_is_used(sight: Sight, files: list[Path]) -> None:
    sight.open(*files)
    assert names(sight) == ["one.txt", "two.txt", "three.txt"]
    assert sight.text == "this is three"
    assert sight.window.windowTitle() == "three.txt[*] – Writer"


def test_a_page_that_was_written_on_is_not_taken_for_a_file(sight: Sight, files: list[Path]) -> None:
    sight.type("mine")
    sight.open(files[0])
    assert names(sight) == ["Untitled", "one.txt"]
    sight.press(KEYS.Key_Tab, CTRL)
    assert sight.text == "mine"


def test_a_file_that_is_open_is_shown_again_not_opened_twice(
    sight: Sight, files: list[Path], tmp_path: Path
) -> None:
    sight.open(*files[:2])
    link = tmp_path / "link.txt"
    link.symlink_to(files[0])
    sight.open(link)
    assert names(sight) == ["one.txt", "two.txt"]
    assert sight.text == "this is one"


def test_the_bar_is_there_only_while_several_documents_are_open(sight: Sight, files: list[Path]) -> None:
    bar = sight.window.tabs.bar
    assert not bar.isVisible()
    sight.open(*files[:2])
    assert bar.isVisible()
    sight.press(KEYS.Key_W, CTRL)
    assert not bar.isVisible()


@pytest.mark.parametrize(
    ("forwards", "back"),
    [
        ((KEYS.Key_Tab, CTRL), (KEYS.Key_Backtab, CTRL | SHIFT)),
        ((KEYS.Key_PageDown, CTRL), (KEYS.Key_PageUp, CTRL)),
    ],
)
def test_keys_go_round_the_tabs(
    sight: Sight,
    files: list[Path],
    forwards: tuple[Qt.Key, Qt.KeyboardModifier],
    back: tuple[Qt.Key, Qt.KeyboardModifier],
) -> None:
    sight.open(*files)
    seen = []
    for keys in (forwards, forwards, back):
        sight.press(*keys)
        seen.append(sight.window.tabs.current.name)
    assert seen == ["one.txt", "two.txt", "one.txt"]
    assert sight.window.editor.hasFocus()


def test_tabs_that_were_moved_still_show_their_own_text(sight: Sight, files: list[Path]) -> None:
    sight.open(*files)
    sight.window.tabs.bar.moveTab(0, 2)
    assert names(sight) == ["two.txt", "three.txt", "one.txt"]
    sight.window.tabs.bar.setCurrentIndex(2)
    assert sight.text == "this is one"


def test_the_middle_button_closes_the_tab_under_it(sight: Sight, files: list[Path]) -> None:
    sight.open(*files)
    bar = sight.window.tabs.bar
    sight.qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert names(sight) == ["one.txt", "three.txt"]
    sight.qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=QPoint(bar.width() - 1, 1))
    assert names(sight) == ["one.txt", "three.txt"]


def test_the_button_in_a_tab_closes_it_wherever_it_was_moved(sight: Sight, files: list[Path]) -> None:
    sight.open(*files)
    bar = sight.window.tabs.bar
    bar.moveTab(0, 2)
    sight.qtbot.mouseClick(bar.tabButton(2, bar.ButtonPosition.RightSide), Qt.MouseButton.LeftButton)
    assert names(sight) == ["two.txt", "three.txt"]


def test_closing_a_tab_asks_about_its_changes_alone(sight: Sight, files: list[Path]) -> None:
    sight.open(*files[:2])
    sight.type("changed ")
    sight.window.tabs.step(1)
    assert sight.window.documents.close_document(sight.window.tabs.documents[0])
    assert sight.questions.asked == []
    sight.questions.unsaved = Unsaved.CANCEL
    sight.press(KEYS.Key_W, CTRL)
    assert names(sight) == ["two.txt"]
    sight.questions.unsaved = Unsaved.SAVE
    sight.press(KEYS.Key_W, CTRL)
    assert names(sight) == ["Untitled"]
    assert files[1].read_text() == "changed this is two"


def test_closing_the_window_asks_about_every_document(sight: Sight, files: list[Path]) -> None:
    sight.open(*files[:2])
    for _ in files[:2]:
        sight.type("x")
        sight.window.tabs.step(1)
    sight.questions.unsaved = Unsaved.SAVE
    assert sight.window.close()
    assert sight.questions.asked == ["unsaved one.txt", "unsaved two.txt"]
    assert [path.read_text()[0] for path in files[:2]] == ["x", "x"]


def test_what_was_closed_comes_back_with_its_caret(sight: Sight, files: list[Path]) -> None:
    sight.open(*files)
    sight.window.editor.set_caret(8)
    sight.press(KEYS.Key_W, CTRL)
    sight.press(KEYS.Key_W, CTRL)
    files[1].unlink()
    sight.press(KEYS.Key_T, CTRL | SHIFT)
    sight.wait_until_read()
    assert "“two.txt” cannot be opened: it does not exist." in sight.notices()[0]
    sight.press(KEYS.Key_T, CTRL | SHIFT)
    sight.wait_until_read()
    assert names(sight) == ["one.txt", "three.txt"]
    assert sight.window.editor.textCursor().position() == 8


def test_unsaved_changes_are_marked_and_names_alike_told_apart(sight: Sight, tmp_path: Path) -> None:
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "notes.txt").write_text(folder)
        sight.open(tmp_path / folder / "notes.txt")
    sight.type("x")
    bar = sight.window.tabs.bar
    assert [bar.tabText(0), bar.tabText(1)] == ["notes.txt – first", "• notes.txt – second"]
    sight.save()
    assert bar.tabText(1) == "notes.txt – second"


def test_menus_status_line_and_find_bar_follow_the_current_tab(sight: Sight, files: list[Path]) -> None:
    sight.open(*files[:2])
    sight.type("more ")
    assert sight.window.status.counts.text() == "4 words · 16 characters"
    sight.press(KEYS.Key_Tab, CTRL)
    assert sight.window.status.counts.text() == "3 words · 11 characters"
    assert not sight.window.isWindowModified()
    sight.press(KEYS.Key_Z, CTRL)
    assert sight.window.tabs.documents[1].editor.toPlainText() == "more this is two"
    sight.press(KEYS.Key_F, CTRL)
    sight.qtbot.keyClicks(sight.window.find_bar.field, "one")
    sight.qtbot.waitUntil(lambda: sight.window.editor.textCursor().selectedText() == "one", timeout=5000)


def test_an_answer_to_another_tabs_request_is_dropped(open_window: Opener, files: list[Path]) -> None:
    gated = GatedSuggester(lambda _before: [" and so on"])
    sight = open_window(lambda: gated)
    sight.open(*files[:2])
    sight.type("x")
    sight.qtbot.waitUntil(lambda: gated.entered.acquire(blocking=False), timeout=5000)
    left = sight.window.editor
    sight.press(KEYS.Key_Tab, CTRL)
    with sight.qtbot.waitSignal(sight.window.bridge.suggested, timeout=5000):
        gated.gate.release(100)
    assert left.offer is None
    assert sight.window.editor.offer is None
    with sight.qtbot.waitSignal(sight.window.editor.offered, timeout=5000):
        sight.type("y")
    assert left.offer is None


def test_a_closed_documents_page_hears_nothing_more(sight: Sight, files: list[Path]) -> None:
    closed: list[OpenDocument] = []
    sight.window.tabs.closed.connect(closed.append)
    sight.open(*files[:2])
    gone: list[bool] = []
    sight.window.tabs.documents[0].editor.destroyed.connect(lambda: gone.append(True))
    sight.window.documents.close_document(sight.window.tabs.documents[0])
    sight.qtbot.waitUntil(lambda: gone == [True], timeout=5000)
    sight.press(KEYS.Key_Space, CTRL | SHIFT)  # a setting that pages listen to
    assert len(closed) == 1


def test_a_text_left_by_a_crash_does_not_take_the_place_of_unsaved_changes(
    sight: Sight, files: list[Path], tmp_path: Path
) -> None:
    sight.open(files[0])
    sight.type("mine ")
    draft = Draft(tmp_path / "x.draft", Document(files[0]), "from the draft")
    sight.window.documents.restore(draft)
    assert [d.editor.toPlainText() for d in sight.window.tabs.documents] == [
        "mine this is one",
        "from the draft",
    ]
