"""Printing, with a preview of the pages: a thread sets them, so that the window never waits for paper."""

from functools import partial

from PySide6.QtCore import QMarginsF, Signal, Slot
from PySide6.QtGui import QFont, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from writer_app.i18n import tr
from writer_app.log import log_error
from writer_app.ui.drawing_thread import DrawingThread
from writer_app.ui.fitting import resize_within_screen
from writer_app.ui.page_setter import GivenUp, PageSetter, Read
from writer_app.ui.page_view import PageView

_MARGINS = QMarginsF(28, 25, 28, 18)  # mm, as in a PDF


class Preview(QDialog):
    """Shows the pages as the chosen paper makes them, and prints them."""

    laid_out = Signal()
    printed = Signal()
    _progress = Signal(int, int)  # emitted on the thread

    def __init__(self, title: str, read: Read, font: QFont, paper: QPageSize, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Print “{title}”", title=title))
        resize_within_screen(self, 900, 800)
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(title)
        self._printer.setPageLayout(
            QPageLayout(paper, QPageLayout.Orientation.Portrait, _MARGINS, QPageLayout.Unit.Millimeter)
        )
        self._thread = DrawingThread("printing", self)
        self._setter = PageSetter(read, font)
        self.view = PageView(self._draw)
        self.words = QLabel()
        self.words.setObjectName("quiet")
        self._lay_out_widgets()
        self._progress.connect(self._show_progress)
        self.view.verticalScrollBar().valueChanged.connect(self._show_place)
        self._lay_out()

    def _lay_out_widgets(self) -> None:
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        self.print_button = buttons.addButton(tr("Print…"), role.AcceptRole)
        self.setup_button = buttons.addButton(tr("Paper…"), role.ActionRole)
        self.close_button = buttons.addButton(tr("Cancel"), role.RejectRole)
        self.print_button.clicked.connect(self._ask_and_print)
        self.setup_button.clicked.connect(self._ask_for_paper)
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 16)
        row.addWidget(self.words, 1)
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(row)

    def _lay_out(self) -> None:
        self._enable(False)
        self.words.setText(tr("Setting the pages…"))
        paper = self._printer.pageLayout()
        work = partial(self._setter.lay_out, paper, self._printer.resolution())
        self._thread.submit(self, work, partial(self._show_pages, paper))

    def _show_pages(self, paper: QPageLayout, number: int) -> None:
        self._enable(True)
        self.view.show_pages(number, paper.fullRectPoints().size())
        self._show_place()
        self.laid_out.emit()

    def _draw(self, page: int, width: int) -> None:
        work = partial(self._setter.picture, page, width)
        self._thread.submit(self, work, partial(self.view.show_picture, page, width))

    @Slot()
    def _show_place(self) -> None:
        if self.print_button.isEnabled():
            page, number = self.view.page_in_sight + 1, self.view.number
            self.words.setText(tr("Page {page:,} of {number:,}", page=page, number=number))

    @Slot()
    def _ask_for_paper(self) -> None:
        if QPageSetupDialog(self._printer, self).exec():
            self._lay_out()

    @Slot()
    def _ask_and_print(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        dialog.setMinMax(1, self.view.number)
        if dialog.exec():
            self.print_to(self._printer)

    def print_to(self, printer: QPrinter) -> None:
        """Print; what comes of it is said below the pages."""
        self._enable(False)
        self.words.setText(tr("Setting the pages…"))
        self._thread.submit(self, partial(self._print, self._setter, printer), self._end)

    def _print(self, setter: PageSetter, printer: QPrinter) -> str:
        try:
            for done, number in setter.print(printer):
                self._progress.emit(done, number)
        except GivenUp:
            return ""
        except OSError as error:
            log_error(type(error), error.__traceback__)
            return tr("The printer did not take it. See whether it is switched on, or choose another one.")
        return tr("Sent to the printer.")

    @Slot(int, int)
    def _show_progress(self, done: int, number: int) -> None:
        self.words.setText(tr("Printing page {page:,} of {number:,}…", page=done, number=number))

    def _end(self, words: str) -> None:
        self._enable(True)
        self.close_button.setText(tr("Close"))
        self.words.setText(words)
        self.printed.emit()

    def _enable(self, on: bool) -> None:
        for button in (self.print_button, self.setup_button):
            button.setEnabled(on)

    def done(self, result: int) -> None:
        self._setter.give_up()
        self._thread.submit(self, self._setter.forget, lambda _: None)
        self._thread.stop()
        super().done(result)
        self.deleteLater()
