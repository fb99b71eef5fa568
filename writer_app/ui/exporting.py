"""Exporting: the document in another format, written by a thread while the person writes on."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QThread, Signal, Slot
from PySide6.QtGui import QFont, QPageSize
from PySide6.QtWidgets import QDialog, QWidget

from writer_app.documents.kinds import is_markdown
from writer_app.errors import DocumentError, WriterError
from writer_app.i18n import tr
from writer_app.log import log_error
from writer_app.settings.schema import AUTHOR, FONT_FAMILY
from writer_app.settings.store import SettingsStore
from writer_app.ui import theme
from writer_app.ui.open_document import OpenDocument
from writer_app.ui.paragraphs import joined
from writer_app.ui.questions import Questions
from writer_app.ui.tabs import Tabs

if TYPE_CHECKING:  # loading it takes lxml and markdown-it, for which no window waits
    from writer_app.exporters.manuscript import Manuscript

Read = Callable[[Callable[[], None]], "Manuscript"]  # given what may raise to give up
Write = Callable[["Manuscript"], Iterator[float]]

_PATIENCE_MS = 1500
_PRINTED_POINTS = 11


class _GivenUp(Exception):  # noqa: N818 - it is none
    """The thread is to end."""


class ExportThread(QThread):
    """Writes one file; ends early, and without a file, when it is interrupted."""

    succeeded = Signal(str, int)  # its name, and how many pictures are not in it
    failed = Signal(object)  # WriterError

    def __init__(self, name: str, read: Read, write: Write, parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._read = read
        self._write = write

    def run(self) -> None:
        try:
            manuscript = self._read(self._go_on)
            for _share in self._write(manuscript):
                self._go_on()
        except _GivenUp:
            pass
        except WriterError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - the edge of the thread
            log_error(type(error), error.__traceback__)
            self.failed.emit(
                DocumentError(
                    tr("The document could not be exported."),
                    hint=tr("Try another format. What went wrong is in the log."),
                )
            )
        else:
            self.succeeded.emit(self._name, manuscript.pictures.left_out)

    def _go_on(self) -> None:
        if self.isInterruptionRequested():
            raise _GivenUp


class Exporting(QObject):
    """Exports and prints the current document, and tells how that went."""

    told = Signal(str)  # in passing
    ended = Signal(str)  # where the file is

    def __init__(self, tabs: Tabs, questions: Questions, settings: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._tabs = tabs
        self._questions = questions
        self._settings = settings
        self._threads: list[ExportThread] = []
        self._preview: QDialog | None = None

    def ask_and_export(self, suffix: str) -> None:
        """Ask for a place, and write the current document there in the format that `suffix` names."""
        current = self._tabs.current
        folder = current.path.parent if current.path else Path.home()
        path = self._questions.path_to_export(
            folder / f"{current.path.stem if current.path else current.name}{suffix}"
        )
        if path is not None:
            self.export(current, path)

    def export(self, document: OpenDocument, path: Path) -> None:
        """Write `document` as it is now to `path`, whose suffix names the format."""
        read = self._reader(document)
        font, paper = self._font(), usual_paper()
        thread = ExportThread(path.name, read, lambda found: _written(found, path, paper, font), self)
        # slots of an object of the UI thread, so that they run there
        thread.succeeded.connect(self._on_success)
        thread.failed.connect(self._on_failure)
        thread.finished.connect(self._on_finished)
        self._threads.append(thread)
        thread.start()
        self.told.emit(tr("Exporting to “{name}”…", name=path.name))

    def preview(self) -> None:
        """Show the current document as it will be printed."""
        from writer_app.ui.printing import Preview  # noqa: PLC0415 - loads Qt's printing

        current = self._tabs.current
        read, paper = self._reader(current), usual_paper()
        self._preview = Preview(_title(current), read, self._font(), paper, self._window)
        self._preview.finished.connect(self._forget_preview)
        self._preview.open()

    @Slot()
    def _forget_preview(self) -> None:
        self._preview = None

    @property
    def busy(self) -> bool:
        """Is a file being written?"""
        return bool(self._threads)

    def close(self) -> None:
        """Give up what is still being written or shown."""
        if self._preview is not None:
            self._preview.close()
        for thread in self._threads:
            thread.requestInterruption()
        for thread in list(self._threads):
            thread.wait(_PATIENCE_MS)

    def _reader(self, document: OpenDocument) -> Read:
        """Return what makes the manuscript: the text is taken now, its structure is found by the thread."""
        lines, title, author = document.paragraphs.copy(), _title(document), self._settings.get(AUTHOR)
        if not is_markdown(document.path):
            return partial(_of_plain_text, lines, title, author)
        near = document.path or document.document.suggested
        return partial(_of_markdown, lines, title, author, near.parent if near else None)

    def _font(self) -> QFont:
        return theme.reading_font(self._settings.get(FONT_FAMILY), _PRINTED_POINTS)

    @Slot(str, int)
    def _on_success(self, name: str, left_out: int) -> None:
        words = tr("Exported to “{name}”.", name=name)
        if left_out:
            words += " " + tr(
                "Pictures that are not there, not beside the text, or neither PNG, JPEG nor GIF: {number:,}. "
                "Their descriptions stand in their place.",
                number=left_out,
            )
        self.ended.emit(words)

    @Slot(object)
    def _on_failure(self, error: WriterError) -> None:
        self._questions.tell(error)

    @Slot()
    def _on_finished(self) -> None:
        for thread in [thread for thread in self._threads if thread.isFinished()]:
            self._threads.remove(thread)
            thread.deleteLater()


def _of_markdown(
    lines: list[str], title: str, author: str, folder: Path | None, go_on: Callable[[], None]
) -> "Manuscript":
    from writer_app.exporters.manuscript import from_markdown  # noqa: PLC0415 - see above

    return from_markdown(joined(lines), title, author, go_on, folder)


def _of_plain_text(lines: list[str], title: str, author: str, _go_on: Callable[[], None]) -> "Manuscript":
    from writer_app.exporters.manuscript import from_plain_text  # noqa: PLC0415 - see above

    return from_plain_text(joined(lines), title, author)


def _title(document: OpenDocument) -> str:
    return Path(document.name).stem


def usual_paper() -> QPageSize:
    """Return the size of paper that is usual in the person's country."""
    us = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if us else QPageSize.PageSizeId.A4)


def _written(manuscript: "Manuscript", path: Path, paper: QPageSize, font: QFont) -> Iterator[float]:
    from writer_app import exporters  # noqa: PLC0415 - see above
    from writer_app.ui import pdf  # noqa: PLC0415 - see above

    if path.suffix.lower() == ".pdf":
        return exporters.whole_or_not_at_all(
            lambda made, scratch: pdf.write(made, scratch, paper, font), manuscript, path
        )
    return exporters.export(manuscript, path)
