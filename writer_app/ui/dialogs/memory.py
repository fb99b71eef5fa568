"""The dialog of what is remembered: to search, to forget, to ban, to bring in and take out."""

from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Slot,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from writer_app.i18n import tr
from writer_app.ui.fitting import resize_within_screen
from writer_app.ui.icons import icon
from writer_app.ui.labels import quiet
from writer_app.ui.remembering import Contents, Remembering

_Index = QModelIndex | QPersistentModelIndex
_LEARNED, _NEVER, _HINTS = range(3)
_EMPTY = Contents((), (), (), 0)


class WordTable(QAbstractTableModel):
    """Words and phrases, with what there is to say of each."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, str]] = []
        self._second = ""

    def show_rows(self, rows: list[tuple[str, str]], second: str) -> None:
        """Show other rows, and the title of their second column."""
        self.beginResetModel()
        self.rows, self._second = rows, second
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Word or phrase"), self._second)[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class MemoryDialog(QDialog):
    """Shows what is remembered as it was when it was opened, and after each change made here."""

    def __init__(self, remembering: Remembering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What is remembered"))
        resize_within_screen(self, 620, 560)
        self._remembering = remembering
        self._contents = _EMPTY
        self._make_parts()
        self._lay_out()
        remembering.changed.connect(self.refresh)
        remembering.failed.connect(self.told.setText)
        self.refresh()

    def _make_parts(self) -> None:
        self.which = QComboBox()
        self.which.addItems([tr("Words and phrases"), tr("Never suggested"), tr("Taken and passed over")])
        self.which.setAccessibleName(tr("What to show"))
        self.search = QLineEdit(placeholderText=tr("Search"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Search"))
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.table = WordTable()
        self._found = QSortFilterProxyModel()
        self._found.setSourceModel(self.table)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.view = QTableView()
        self.view.setModel(self._found)
        self.view.setAccessibleName(tr("Words and phrases"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setShowGrid(False)
        self.view.verticalHeader().hide()
        for column, mode in enumerate(
            (QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.ResizeToContents)
        ):
            self.view.horizontalHeader().setSectionResizeMode(column, mode)
        self.view.horizontalHeader().setHighlightSections(False)
        self.view.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.forget = QPushButton(tr("Forget"))
        self.never = QPushButton(tr("Never suggest"))
        self.bring, self.take = QPushButton(tr("Import…")), QPushButton(tr("Export…"))
        self.everything = QPushButton(tr("Forget everything…"))
        self.told = quiet()
        self.which.currentIndexChanged.connect(self._show)
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        self.forget.clicked.connect(self._forget)
        self.never.clicked.connect(self._never)
        self.bring.clicked.connect(self._import)
        self.take.clicked.connect(self._export)
        self.everything.clicked.connect(self._forget_everything)

    def _lay_out(self) -> None:
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.accept)
        top, chosen, bottom = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.which)
        for button in (self.forget, self.never):
            chosen.addWidget(button)
        chosen.addStretch(1)
        for button in (self.bring, self.take):
            chosen.addWidget(button)
        bottom.addWidget(self.everything)
        bottom.addStretch(1)
        bottom.addWidget(close)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        promise = tr(
            "Sentences that you finish are remembered on this computer, so that names and phrases are"
            " offered again. Forgetting a word forgets every sentence with it."
        )
        column.addWidget(quiet(promise))
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addLayout(chosen)
        column.addWidget(self.told)
        column.addLayout(bottom)
        self.search.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Show what is remembered now."""
        self._remembering.read(self._take_contents)

    def selected(self) -> list[str]:
        """Return the words and phrases that are selected."""
        return [self.table.rows[row][0] for row in self._selected_rows()]

    def _selected_rows(self) -> list[int]:
        rows = self.view.selectionModel().selectedRows()
        return [self._found.mapToSource(row).row() for row in rows]

    def _take_contents(self, contents: Contents) -> None:
        self._contents = contents
        self.told.setText(tr("{size:,} kB on this computer", size=round(contents.size / 1e3)))
        self._show()

    @Slot()
    def _show(self) -> None:
        which = self.which.currentIndex()
        self.table.show_rows(*self._rows(which))
        self.view.setColumnHidden(1, which == _NEVER)
        self.never.setText(tr("Never suggest") if which == _LEARNED else tr("Suggest again"))
        self.never.setVisible(which != _HINTS)
        self.forget.setVisible(which != _NEVER)
        self._enable()

    def _rows(self, which: int) -> tuple[list[tuple[str, str]], str]:
        """Return what is to be shown, and the title of its second column."""
        contents = self._contents
        if which == _LEARNED:
            return [(item.text, str(item.times)) for item in contents.learned], tr("Written")
        if which == _NEVER:
            return [(word, "") for word in contents.never], ""
        counts = [(known.ground.text, f"{known.wanted} : {known.unwanted}") for known in contents.hints]
        return counts, tr("Taken : passed over")

    @Slot()
    def _enable(self) -> None:
        chosen = self.selected()
        self.forget.setEnabled(bool(chosen))
        self.never.setEnabled(bool(chosen) and not any(" " in words for words in chosen))
        self.take.setEnabled(bool(self._contents.learned))
        self.everything.setEnabled(
            bool(self._contents.learned or self._contents.never or self._contents.hints)
        )

    @Slot()
    def _forget(self) -> None:
        if self.which.currentIndex() == _HINTS:
            chosen = [self._contents.hints[row].ground for row in self._selected_rows()]
            self._remembering.forget_hints(chosen)
            return
        for words in self.selected():
            self._remembering.forget(words)

    @Slot()
    def _never(self) -> None:
        for word in self.selected():
            self._remembering.never_suggest(word, never=self.which.currentIndex() == _LEARNED)

    @Slot()
    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Import words"), "", tr("Word lists (*.txt);;All files (*)")
        )
        if name:
            self._remembering.import_words(Path(name))

    @Slot()
    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export words"), "words.txt", tr("Word lists (*.txt);;All files (*)")
        )
        if name:
            words = [item.text for item in self._contents.learned if " " not in item.text]
            self._remembering.export_words(Path(name), words)

    @Slot()
    def _forget_everything(self) -> None:
        box = QMessageBox(self)
        box.setText(tr("Forget everything that was learned from your writing?"))
        box.setInformativeText(
            tr("Your documents stay as they are. What is forgotten cannot be brought back.")
        )
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.button(QMessageBox.StandardButton.Yes).setText(tr("Forget everything"))
        box.button(QMessageBox.StandardButton.Cancel).setText(tr("Cancel"))
        if box.exec() == QMessageBox.StandardButton.Yes:
            self._remembering.forget_everything()
