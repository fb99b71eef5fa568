"""Draws the pictures of the README: the real program, offscreen, on a text of ours; `make screenshots`."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from writer_app import app
from writer_app.demo import wait
from writer_app.engine.worker import EngineStateKind
from writer_app.paths import Places
from writer_app.settings.schema import ADAPTIVE, DELAY, FOCUS, LANGUAGE, THEME
from writer_app.settings.store import SettingsStore
from writer_app.ui.main_window import MainWindow

ENGLISH = """\
# The house by the sea

## Arrival

Thank you very much for your letter, which arrived on the day before we left for the coast. The house is \
*smaller* than we remembered, but the garden has grown so much that the children disappear in it for hours \
and come back with their pockets full of stones.

## The lighthouse

On Saturday we walked along the beach as far as the old lighthouse. The weather was clear enough to see the \
islands, and we talked about the summer that you and I spent there.

- the lamp, which **still turns**
- the keeper’s book, with every ship since 1911

Please let me know whether you would like to stay with us for a few days in the autumn."""
CHINESE = """\
# 海边的房子

谢谢你的来信，信是在我们出发去海边的前一天到的。房子比我们记忆中的小一些，可是花园长得很茂盛，孩子们一钻进去就是几个小时，\
回来的时候口袋里装满了石头。

星期六我们沿着海滩一直走到旧灯塔。天气很好，看得见远处的岛，我们谈起了那年夏天。"""
_SETTLE_MS = 1500
_ANSWER_MS = 5000


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: how the program is set, what is typed last, and what is done before it is taken."""

    name: str
    act: Callable[[MainWindow], QWidget | None]
    text: str = ENGLISH
    last: str = " I am looking forward to s"
    theme: str = "light"
    language: str = "en"
    focus: str = "off"


def main() -> int:
    """Take every picture, or those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only these")
    parser.add_argument("--out", type=Path, default=Path("docs/screenshots"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(lambda _k, _c, text: print(text, file=sys.stderr))
    with TemporaryDirectory(prefix="writer-app-pictures-") as folder:
        root = Path(folder)
        app.make_application(["writer-app", "-platform", "offscreen"])
        for scene in SCENES:
            if not options.names or scene.name in options.names:
                take(scene, places_under(root / scene.name), options.out / f"{scene.name}.png")
    return 0


def places_under(root: Path) -> Places:
    """Return places of their own, except for the cache, which only saves time."""
    return Places(root / "config", root / "data", root.parent / "cache", root / "state")


def take(scene: Scene, where: Places, out: Path) -> None:
    """Set the scene and write its picture."""
    document = where.state / "The house by the sea.md"
    document.parent.mkdir(parents=True, exist_ok=True)
    document.write_text(scene.text, encoding="utf-8")
    with open_window(scene, where) as window:
        app.open_files(window, [document])
        while window.tabs.current.opening is not None:  # it is read beside the window
            pause(20)
        QTest.keyClick(window.editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        for character in scene.last:  # QTest knows ASCII only
            held = Qt.KeyboardModifier.NoModifier
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, held, character)
            QApplication.sendEvent(window.editor, event)
        wait(window.bridge.suggested, _ANSWER_MS)
        pause(_SETTLE_MS)
        shown = scene.act(window) or window
        pause(_SETTLE_MS)
        shown.grab().save(str(out))
        print(out)


@contextmanager
def open_window(scene: Scene, where: Places) -> Iterator[MainWindow]:
    """Open a window whose engine is ready, and close it again."""
    settings = SettingsStore(where.config / "settings.json")
    for setting, value in (
        (LANGUAGE, scene.language),
        (THEME, scene.theme),
        (DELAY, 0),
        (ADAPTIVE, False),
        (FOCUS, scene.focus),
    ):
        settings.set(setting, value)
    window = app.make_window(where)
    window.resize(1120, 760)
    window.show()
    try:
        while window.bridge.state.kind is EngineStateKind.LOADING:
            wait(window.bridge.state_changed, 60_000)
        yield window
    finally:
        window.editor.document().setModified(False)
        window.finish()
        window.deleteLater()
        pause(50)


def pause(milliseconds: int) -> None:
    """Let the program go on for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def trigger(*names: str) -> Callable[[MainWindow], QWidget | None]:
    """Return what starts actions by name; where one opened a dialog, the picture is of that."""

    def act(window: MainWindow) -> QWidget | None:
        for name in names:
            action = next(named.action for named in window.actions_by_name.all() if named.name == name)
            action.trigger()
            pause(300)
        dialogs = [w for w in QApplication.topLevelWidgets() if w.isVisible() and isinstance(w, QDialog)]
        return dialogs[-1] if dialogs else None

    return act


def nothing(_window: MainWindow) -> None:
    """Leave the window as it is."""


def find_house(window: MainWindow) -> None:
    """Look for a word, with the marks that find it."""
    trigger("edit.replace")(window)
    focused = QApplication.focusWidget()
    if focused is not None:
        QTest.keyClicks(focused, "the")


def save_twice(window: MainWindow) -> QWidget | None:
    """Make two versions, and show what changed."""
    trigger("file.save")(window)
    QTest.keyClicks(window.editor, "eeing you again soon.")
    pause(_SETTLE_MS)
    trigger("file.save")(window)
    pause(_SETTLE_MS)
    history = trigger("file.history")(window)
    focused = QApplication.focusWidget()
    if focused is not None:
        QTest.keyClick(focused, Qt.Key.Key_End)  # the oldest, which differs most
    return history


def list_suggestions(window: MainWindow) -> None:
    """Open the list, which is no dialog and has no focus."""
    trigger("suggestion.list")(window)


def look_inside(window: MainWindow) -> None:
    """Open the dock, and wait until it tells why a word is expected."""
    trigger("view.inside")(window)
    while window.insight.dock is None or not window.insight.dock.passages.word:
        pause(100)


SCENES = (
    Scene("light", nothing),
    Scene("dark", nothing, theme="dark"),
    Scene("chinese", nothing, CHINESE, "孩子们高兴得跳了起", language="zh"),
    Scene("focus", trigger("view.typewriter"), focus="paragraph"),
    Scene("list", list_suggestions),
    Scene("find", find_house),
    Scene("outline", trigger("view.outline")),
    Scene("surprise", trigger("view.surprise")),
    Scene("inside", look_inside, last=" On Sunday we want to see the old li", theme="dark"),
    Scene("settings", trigger("edit.settings")),
    Scene("history", save_twice),
    Scene("statistics", trigger("suggestions.statistics")),
)

if __name__ == "__main__":
    sys.exit(main())
