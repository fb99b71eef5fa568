"""What the window remembers of what is written: paragraphs as they are finished, on a thread of their own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QMenu

from writer_app.atomic import replacing
from writer_app.documents.path_list import PathList
from writer_app.errors import DocumentError, MemoryStoreError, WriterError
from writer_app.i18n import tr
from writer_app.personal.hints import Ground, Hint, Kind, Known
from writer_app.personal.learned import Learned, learned
from writer_app.personal.store import MemoryStore
from writer_app.settings.schema import REMEMBER, TAKE_HINTS
from writer_app.settings.store import SettingsStore
from writer_app.text.boundaries import word_before
from writer_app.ui.actions import Actions
from writer_app.ui.disk_thread import DiskThread
from writer_app.ui.editor import Editor
from writer_app.ui.hint_watch import HintWatch
from writer_app.ui.kept_dialog import KeptDialog
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.surroundings import plain
from writer_app.ui.tabs import Tabs

if TYPE_CHECKING:
    from writer_app.ui.dialogs.memory import MemoryDialog

T = TypeVar("T")

LONGEST_PARAGRAPH = 20_000  # characters; what is longer was hardly typed
_TYPED = 200  # characters that one key, a suggestion or an input method brings at most; more was pasted
_LEFT_OUT = 1000  # documents known as left out


@dataclass(frozen=True, slots=True)
class Contents:
    """What a person sees of the memory."""

    learned: tuple[Learned, ...]
    never: tuple[str, ...]
    hints: tuple[Known, ...]
    """On words and their places, those that lean most first."""
    size: int
    """Bytes on disk."""


class Remembering(QObject):
    """Owns the thread that writes the memory; everything about it goes through here."""

    changed = Signal()  # something was forgotten, imported or allowed again
    failed = Signal(str)

    def __init__(self, tabs: Tabs, settings: SettingsStore, folder: Path, left_out: Path) -> None:
        super().__init__(tabs)
        self._tabs = tabs
        self._settings = settings
        self._folder = folder
        self._left_out = PathList(left_out, _LEFT_OUT)
        self._disk = DiskThread("memory", self)
        self._store: MemoryStore | None = None  # opened and used on that thread
        self._dialog = KeptDialog(self._make_dialog, self)
        self._watches: dict[OpenDocument, ParagraphWatch] = {}
        for document in tabs.documents:
            self._follow(document)
        tabs.opened.connect(self._follow)
        tabs.closed.connect(self._leave)

    def finish(self) -> None:
        """Learn what is being written, and end the thread."""
        for watch in self._watches.values():
            watch.finish()
        self._disk.submit(self, self._close, lambda _: None)
        self._disk.stop()

    @property
    def learns_here(self) -> bool:
        """Is something learned from the current document?"""
        document = self._tabs.current
        return not self._watches[document].left_out

    @property
    def on(self) -> bool:
        """Is anything remembered at all?"""
        return self._settings.get(REMEMBER)

    def learn_texts(self, texts: Sequence[str], then: Callable[[int], object]) -> None:
        """Remember whole texts; tell how many sentences were new."""
        self._do(lambda store: sum(map(store.learn, texts)), then)

    def toggle_document(self) -> None:
        """Learn nothing from the current document, or learn again."""
        document = self._tabs.current
        watch = self._watches[document]
        watch.left_out = not watch.left_out
        if document.path is not None:
            (self._left_out.add if watch.left_out else self._left_out.remove)(document.path)

    def fill_menu(self, menu: QMenu, actions: Actions) -> None:
        """Add what concerns the memory to the menu of suggestions."""
        menu.addSeparator()
        actions.switch(menu, "suggestions.remember", REMEMBER)
        title = tr("Learn from t&his document")
        here = actions.add(menu, "suggestions.learn_here", title, self.toggle_document)
        here.setCheckable(True)
        actions.add(menu, "suggestions.memory", tr("What is &remembered…"), self.show)

        def show_what_applies() -> None:
            here.setChecked(self.learns_here)
            here.setEnabled(self._settings.get(REMEMBER))

        menu.aboutToShow.connect(show_what_applies)

    def show(self) -> None:
        """Show what is remembered."""
        self._dialog.show().refresh()

    def _make_dialog(self, _before: "MemoryDialog | None") -> "MemoryDialog":
        from writer_app.ui.dialogs.memory import MemoryDialog  # noqa: PLC0415 - rarely needed

        return MemoryDialog(self, self._tabs.window())

    def read(self, then: Callable[[Contents], object]) -> None:
        """Tell what is remembered."""

        def look(store: MemoryStore) -> Contents:
            words = learned(text for _, text in store.sentences())
            of_words = (one for _, one in store.hints() if one.ground.kind in (Kind.PLACE, Kind.WORD))
            known = sorted(of_words, key=lambda one: -abs(one.leaning))
            return Contents(tuple(words), tuple(sorted(store.never())), tuple(known), store.size())

        self._do(look, then)

    def forget(self, words: str) -> None:
        """Forget every sentence that holds these words."""
        self._change(lambda store: store.forget(words))

    def never_suggest(self, word: str, *, never: bool) -> None:
        """Never suggest a word again, or do again."""
        self._change(lambda store: store.never_suggest(word, never=never))

    def forget_hints(self, grounds: Iterable[Ground]) -> None:
        """Suggest on these grounds as if nothing had been taken or passed over."""
        self._change(lambda store: store.forget_hints(grounds))

    def forget_everything(self) -> None:
        """Forget all."""
        self._change(lambda store: store.forget_everything())

    def import_words(self, path: Path) -> None:
        """Learn the words of a list, one a line."""

        def learn(store: MemoryStore) -> None:
            try:
                lines = path.read_text(encoding="utf-8-sig").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                raise DocumentError(
                    tr("“{name}” cannot be read as a list of words.", name=path.name),
                    hint=tr("It has to be a text file in UTF-8, with one word a line."),
                ) from error
            store.learn_words(line.strip() for line in lines if line.strip())

        self._change(learn)

    def export_words(self, path: Path, words: list[str]) -> None:
        """Write words to a list, one a line."""

        def write(_store: MemoryStore) -> None:
            try:
                with replacing(path) as scratch:
                    scratch.write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
            except OSError as error:
                raise DocumentError(
                    tr("“{name}” cannot be written.", name=path.name),
                    hint=tr("Choose another place, or see that the disk is not full."),
                ) from error

        self._do(write, lambda _: None)

    @Slot(object)
    def _follow(self, document: OpenDocument) -> None:
        watch = ParagraphWatch(document.editor)
        watch.finished.connect(lambda text: self._learn(watch, text))
        HintWatch(document.editor).hinted.connect(lambda hint: self._take_hint(watch, hint))
        self._watches[document] = watch

        def look_at_path() -> None:
            if document.path is not None and not watch.left_out:
                watch.left_out = document.path in self._left_out

        document.changed.connect(look_at_path)
        look_at_path()

    @Slot(object)
    def _leave(self, document: OpenDocument) -> None:
        watch = self._watches.pop(document, None)
        if watch is not None:
            watch.finish()

    def _learn(self, watch: "ParagraphWatch", text: str) -> None:
        if self._settings.get(REMEMBER) and not watch.left_out:
            self._do(lambda store: store.learn(text), lambda _: None)

    def _take_hint(self, watch: "ParagraphWatch", hint: Hint) -> None:
        if self._settings.get(REMEMBER) and self._settings.get(TAKE_HINTS) and not watch.left_out:
            self._do(lambda store: store.take_hint(hint), lambda _: None)

    def _change(self, act: Callable[[MemoryStore], object]) -> None:
        self._do(act, lambda _: self.changed.emit())

    def _do(self, act: Callable[[MemoryStore], T], then: Callable[[T], object]) -> None:
        def work() -> T | WriterError:
            try:
                if self._store is None:
                    self._store = MemoryStore(self._folder)
                return act(self._store)
            except (MemoryStoreError, DocumentError) as error:
                return error

        def hear(result: T | WriterError) -> None:
            if isinstance(result, WriterError):
                self.failed.emit(f"{result} {result.hint}")
            else:
                then(result)

        self._disk.submit(self, work, hear)

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()


class ParagraphWatch(QObject):
    """Tells each paragraph of one page that was typed in, once the caret has left it."""

    finished = Signal(str)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._block: QTextBlock | None = None  # typed in, and not left yet
        self.left_out = False
        editor.document().contentsChange.connect(self._on_contents_change)
        editor.cursorPositionChanged.connect(self._on_caret)

    def finish(self) -> None:
        """Tell the paragraph that was typed in last, but for a word that has only begun at the caret."""
        block, self._block = self._block, None
        if block is not None and block.isValid() and 1 < block.length() <= LONGEST_PARAGRAPH:
            text, caret = plain(block.text()), self._editor.textCursor()
            if caret.block() == block and caret.atBlockEnd():
                text = text[: len(text) - len(word_before(text))]
            self.finished.emit(text)

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        if 0 < added <= _TYPED and self._editor.hasFocus():
            self._block = self._block or self._editor.document().findBlock(position)

    @Slot()
    def _on_caret(self) -> None:
        if self._block is not None and self._editor.textCursor().block() != self._block:
            self.finish()
