"""The documents to learn from: adding them, and seeing beforehand what they hold."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPalette, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from writer_app.errors import WriterError
from writer_app.i18n import tr
from writer_app.importers import SUFFIXES
from writer_app.training import outlook
from writer_app.training.selection import Reading, Skipped


def button(title: str, act: Callable[[], object]) -> QPushButton:
    """Return a button that calls `act`."""
    made = QPushButton(title)
    made.clicked.connect(lambda _checked: act())
    return made


class _Sources(QListWidget):
    """A list that says how it is filled while it is empty."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count():
            return
        with QPainter(self.viewport()) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(
                self.viewport().rect().adjusted(30, 0, -30, 0), centred, tr("Drop files or folders here")
            )


class DocumentChoice(QWidget):
    """A list of files and folders, and the preview of what was found in them."""

    changed = Signal()
    open_texts_wanted = Signal()
    remember_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _Sources()
        self.list.setObjectName("rows")
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(tr("Documents to learn from"))
        self.add_files = button(tr("Add &files…"), self._ask_for_files)
        self.add_folder = button(tr("Add f&older…"), self._ask_for_folder)
        self.add_open = button(tr("What I &have open"), self.open_texts_wanted.emit)
        self.remove = button(tr("&Remove"), self._remove_selected)
        self.remove.setEnabled(False)
        self.amount = QLabel()
        self.prospect = QLabel(wordWrap=True)
        self.busy = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.remember = button(tr("Re&member them instead"), self.remember_wanted.emit)
        self.secrets = QLabel(wordWrap=True)
        self.advanced = QToolButton()
        self.advanced.setText(tr("Advanced options"))
        self.advanced.setCheckable(True)
        self.advanced.setObjectName("link")
        self.with_secrets = QCheckBox(tr("Learn from sentences with such secrets &too"))
        self.with_secrets.toggled.connect(lambda _on: self.changed.emit())
        self.advanced.toggled.connect(self.with_secrets.setVisible)
        self.skipped_title = QLabel()
        self.skipped = QTreeWidget(self)
        self.skipped.setRootIsDecorated(False)
        self._lay_out()
        self.list.itemSelectionChanged.connect(
            lambda: self.remove.setEnabled(bool(self.list.selectedItems()))
        )
        QShortcut(QKeySequence.StandardKey.Delete, self.list, self._remove_selected)
        self.show_nothing()

    @property
    def paths(self) -> list[Path]:
        """The files and folders listed."""
        return [Path(item.data(Qt.ItemDataRole.UserRole)) for item in self._items()]

    def add(self, paths: Iterable[Path]) -> None:
        """List `paths`, each once."""
        known = set(self.paths)
        new = [path for path in dict.fromkeys(paths) if path not in known]
        for path in new:
            item = QListWidgetItem(path.name + ("/" if path.is_dir() else ""))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            item.setToolTip(str(path))
            self.list.addItem(item)
        if new:
            self.changed.emit()

    def show_nothing(self) -> None:
        """Ask for documents."""
        self._show(outlook.prospect(Reading((), (), 0)), "")

    def show_reading(self) -> None:
        """Say that documents are being read."""
        self._show(tr("Reading the documents…"), "")
        self.busy.setVisible(True)

    def show_missing_pack(self) -> None:
        """Say that there is no model to teach."""
        self._show(tr("There is no language pack to start from."), tr("Install one first."))

    def show_failure(self) -> None:
        """Say that reading failed."""
        self._show(tr("These documents could not be read."), tr("Remove some of them and try again."))

    def show_problem(self, problem: WriterError) -> None:
        """Say what went wrong, and what to do."""
        self._show(str(problem), problem.hint)

    def show_remembered(self, sentences: int) -> None:
        """Say that the memory has taken what was found."""
        self.remember.setVisible(False)
        self.prospect.setText(
            tr(
                "Remembered: {sentences:,} new sentences. Suggestions know them from now on.",
                sentences=sentences,
            )
        )

    def show_found(self, found: Reading, cost: str, *, can_remember: bool) -> None:
        """Show what the documents hold; where that is little, offer the memory if there is one."""
        prospect = [outlook.prospect(found), *([cost] if found.sufficient else [])]
        little = bool(found.texts) and not found.promising and can_remember
        if little:
            prospect.append(tr("The memory can learn from any number of words, and at once."))
        self._show(outlook.amount(found), " ".join(prospect), found.skipped)
        self.remember.setVisible(little)
        secrets = outlook.secrets(found)
        if secrets and not self.with_secrets.isChecked():
            secrets += " " + tr("The sentences that hold them are left out.")
        self.secrets.setText(secrets)
        self.secrets.setVisible(bool(secrets))

    def _show(self, amount: str, prospect: str, skipped: tuple[Skipped, ...] = ()) -> None:
        for hidden in (self.secrets, self.busy, self.remember):
            hidden.setVisible(False)
        self.amount.setText(amount)
        self.prospect.setText(prospect)
        self.prospect.setVisible(bool(prospect))
        self.skipped.clear()
        for one in skipped:
            row = QTreeWidgetItem([one.path.name, one.reason])
            row.setToolTip(0, str(one.path))
            row.setToolTip(1, f"{one.reason} {one.hint}".strip())
            self.skipped.addTopLevelItem(row)
        self.skipped_title.setText(
            tr("1 document is left out")
            if len(skipped) == 1
            else tr("{number:,} documents are left out", number=len(skipped))
        )
        for part in (self.skipped_title, self.skipped):
            part.setVisible(bool(skipped))

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        for one in (self.add_files, self.add_folder, self.add_open, self.remove):
            one.setAutoDefault(False)
            buttons.addWidget(one)
        buttons.addStretch()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        self.amount.setObjectName("strong")
        self.busy.setMaximumHeight(4)
        self.skipped.setHeaderLabels([tr("Document"), tr("Why")])
        self.skipped.setAccessibleName(tr("Documents left out"))
        self.skipped.setColumnWidth(0, 200)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row, 1)
        self.advanced.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.advanced.setArrowType(Qt.ArrowType.RightArrow)
        self.advanced.setAutoRaise(True)
        self.advanced.toggled.connect(
            lambda on: self.advanced.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        )
        self.with_secrets.setVisible(False)
        for shown in (self.amount, self.busy, self.prospect):
            column.addWidget(shown)
        self.remember.setAutoDefault(False)
        column.addWidget(self.remember, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.secrets)
        column.addWidget(self.skipped_title)
        column.addWidget(self.skipped, 1)
        column.addWidget(self.advanced)
        column.addWidget(self.with_secrets)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    @Slot()
    def _remove_selected(self) -> None:
        selected = self.list.selectedItems()
        for item in selected:
            self.list.takeItem(self.list.row(item))
        if selected:
            self.changed.emit()

    @Slot()
    def _ask_for_files(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Documents to learn from"), "", f"{tr('Documents')} ({kinds})"
        )
        self.add(map(Path, names))

    @Slot()
    def _ask_for_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("A folder of documents to learn from"))
        self.add([Path(name)] if name else [])
