"""The earlier versions of a document: what changed since each, and how to have one back."""

from functools import partial

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from writer_app.documents.history import History, Version
from writer_app.errors import DocumentError
from writer_app.i18n import tr
from writer_app.ui.comparison import Comparing, Comparison
from writer_app.ui.comparison_view import ComparisonView
from writer_app.ui.disk_thread import DiskThread
from writer_app.ui.fitting import resize_within_screen
from writer_app.ui.open_document import OpenDocument

_LIST_WIDTH = 230


class HistoryDialog(QDialog):
    """A list of times on the left, what changed since then on the right."""

    compared = Signal()  # what was chosen last is shown

    def __init__(self, document: OpenDocument, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Earlier versions of “{name}”", name=document.name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        resize_within_screen(self, 1020, 680)
        self._document = document
        self._now = document.paragraphs.copy()
        self._thread = DiskThread("comparing", self)
        self._comparing: Comparing | None = None
        self._shown: Comparison | None = None
        self.list = QListWidget()
        self.list.setObjectName("versions")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Versions"))
        self.view = ComparisonView()
        self.summary = QLabel(wordWrap=True)
        self.summary.setObjectName("quiet")
        self._lay_out()
        self._enable(False)
        versions = partial(history.versions, document.versions.subject)
        self._thread.submit(self, versions, self._fill)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.restore_button = buttons.addButton(tr("Restore this version"), role.AcceptRole)
        self.copy_button = buttons.addButton(tr("Copy its text"), role.ActionRole)
        close = buttons.addButton(tr("Close"), role.RejectRole)
        self.restore_button.clicked.connect(self.restore)
        self.copy_button.clicked.connect(self.copy)
        close.clicked.connect(self.close)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.view, 1)
        halves = QSplitter()
        halves.addWidget(self.list)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        halves.setSizes([_LIST_WIDTH, 790])
        halves.setHandleWidth(16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 16)
        whole.addWidget(halves, 1)
        row = QHBoxLayout()
        row.addWidget(buttons)
        whole.addLayout(row)

    def _fill(self, versions: list[Version]) -> None:
        day = QDate()
        for version in versions:
            time = QDateTime.fromSecsSinceEpoch(int(version.time.timestamp()))
            if time.date() != day:
                day = time.date()
                self._add_heading(day_name(day))
            clock = QLocale().toString(time.time(), QLocale.FormatType.ShortFormat)
            item = QListWidgetItem(f"    {clock}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, version)
        self.list.currentItemChanged.connect(self._compare)
        if versions:
            self.list.setCurrentRow(1)  # under the first heading
            self.list.setFocus()
        else:
            self.summary.setText(tr("None yet. One is kept at each save, and now and then in between."))

    def _add_heading(self, name: str) -> None:
        heading = QListWidgetItem(name, self.list)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)

    @Slot()
    def _compare(self) -> None:
        """Have the chosen version compared on the thread; what was asked before is given up."""
        self._give_up()
        self._enable(False)
        version = self._chosen()
        if version is None:
            return
        self.summary.setText(tr("Comparing…"))
        self._comparing = Comparing(version, self._now)
        self._thread.submit(self, self._comparing.run, partial(self._show, self._comparing))

    def _show(self, asked: Comparing, outcome: Comparison | DocumentError | None) -> None:
        if asked is not self._comparing or outcome is None:
            return
        if isinstance(outcome, DocumentError):
            self.view.clear()
            self.summary.setText(f"{outcome} {outcome.hint}")
        else:
            self._shown = outcome
            self.view.show_comparison(outcome)
            self.summary.setText(summary(outcome))
            self._enable(True)
        self.compared.emit()

    def _enable(self, on: bool) -> None:
        for button in (self.restore_button, self.copy_button):
            button.setEnabled(on)

    def _chosen(self) -> Version | None:
        if self.list.currentRow() < 0:
            return None
        chosen = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return chosen if isinstance(chosen, Version) else None

    @Slot()
    def restore(self) -> None:
        """Put the version in place of the text, which is kept as one too; Undo takes it back."""
        if self._shown is not None:
            self._document.versions.keep()
            self._document.replace_text(self._shown.text)
            self.close()

    @Slot()
    def copy(self) -> None:
        """Put the text of the version on the clipboard."""
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.text)

    def _give_up(self) -> None:
        if self._comparing is not None:
            self._comparing.cancel()
        self._comparing = self._shown = None

    def done(self, result: int) -> None:
        self._give_up()
        self._thread.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.done(0)
        super().closeEvent(event)


def day_name(day: QDate) -> str:
    """Name a day as people do."""
    away = day.daysTo(QDate.currentDate())
    if away in (0, 1):
        return tr("Today") if away == 0 else tr("Yesterday")
    return QLocale().toString(day, QLocale.FormatType.LongFormat)


def summary(found: Comparison) -> str:
    """Say in a sentence what changed since."""
    if not found.places:
        return tr("The text is the same now.")
    return tr(
        "Words added since: {added:,} · removed: {removed:,} · places changed: {places:,}",
        added=found.added,
        removed=found.removed,
        places=found.places,
    )
