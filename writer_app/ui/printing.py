"""Printing, with a preview of the pages."""

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from writer_app.exporters.manuscript import Manuscript
from writer_app.i18n import tr
from writer_app.ui.printed_pages import PrintedPages

_MARGINS = QMarginsF(28, 25, 28, 18)  # mm, as in a PDF


class Preview(QPrintPreviewDialog):
    """Shows the pages as the chosen printer and paper make them, and prints them."""

    def __init__(self, manuscript: Manuscript, font: QFont, parent: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # the dialog does not keep it alive
        self._printer.setDocName(manuscript.title)
        self._printer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
        super().__init__(self._printer, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print “{title}”", title=manuscript.title))
        self.paintRequested.connect(lambda printer: paint(manuscript, printer, font))
        self.resize(900, 800)


def paint(manuscript: Manuscript, printer: QPrinter, font: QFont) -> None:
    """Draw the pages that were asked for."""
    pages = PrintedPages(manuscript, printer, font)
    first, last = printer.fromPage() or 1, printer.toPage() or pages.number
    painter = QPainter()
    if not painter.begin(printer):
        return
    for page in range(first - 1, min(last, pages.number)):
        if page >= first and not printer.newPage():
            break
        pages.draw(painter, page)
    painter.end()
