"""The dock "Inside the LSTM": the sentence at the caret, its gates and states, and what comes next."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from writer_app.atomic import replacing
from writer_app.engine.inspection_table import COLUMNS, rows
from writer_app.engine.inspector import Inspection
from writer_app.engine.recall import Passage
from writer_app.i18n import on_language_change, tr
from writer_app.ui.icons import icon
from writer_app.ui.inside.charts import ExpectedBars, UnitChart
from writer_app.ui.inside.heat_maps import HeatMaps
from writer_app.ui.inside.memory_picture import memory_picture
from writer_app.ui.inside.passages import Passages
from writer_app.ui.inside.quantities import Cell, title, worked
from writer_app.ui.inside.units import UnitChoice, parse_units
from writer_app.ui.language import worded

_SHARPNESS = 2  # pixels of a copied picture for each of the screen's, so that it can be printed


class InsideDock(QDockWidget):
    """Shows inspections; it asks for none."""

    help_wanted = Signal()
    export_failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inside")
        worded(self, self.setWindowTitle, tr("Inside the LSTM"))
        self.inspection: Inspection | None = None
        self._choices: list[UnitChoice] = []
        self.layer_box = QComboBox()
        self.layer_box.hide()  # until there are layers
        worded(self.layer_box, self.layer_box.setAccessibleName, tr("Layer"))
        self.unit_field = field = QLineEdit(clearButtonEnabled=True)
        worded(field, field.setPlaceholderText, tr("Units that move most"))
        worded(
            field,
            field.setToolTip,
            tr("Numbers of units, such as 3, 40-42; empty: those whose memory moves most in this sentence"),
        )
        worded(field, field.setAccessibleName, tr("Units"))
        self.maps = HeatMaps()
        self.equation = QLabel(textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self.chart = UnitChart()
        self.passages = Passages()
        self.expected = ExpectedBars()
        self.note = QLabel(wordWrap=True)
        worded(self.note, self.note.setText, tr("Write, or put the caret into a sentence."))
        self.note.setObjectName("quiet")
        self._page = self._lay_out()
        self.maps.pointed.connect(self._show_pointed)
        self.maps.resized.connect(self._refresh)
        self.maps.unit_chosen.connect(self._choose_unit)
        self.expected.pointed.connect(self._show_word)
        self.layer_box.currentIndexChanged.connect(self._refresh)
        self.unit_field.textChanged.connect(self._choose_units)
        self.destroyed.connect(on_language_change(self._name_layers))

    @Slot(object)
    def show_inspection(self, inspection: Inspection) -> None:
        """Show what was computed over a sentence."""
        if len(inspection.layers) != len(self._choices):
            self._choices = [UnitChoice() for _ in inspection.layers]
            self.layer_box.clear()
            self.layer_box.addItems([""] * len(inspection.layers))
            self._name_layers()
            self.layer_box.setCurrentIndex(len(inspection.layers) - 1)
            self.layer_box.show()
        self.inspection = inspection
        self.note.hide()
        self._refresh()

    @Slot(object)
    def show_passages(self, passages: Mapping[str, Sequence[Passage]]) -> None:
        """Show which passages are behind the words expected at the caret."""
        self.passages.show_passages(passages)
        self._show_reason()

    @Slot(str)
    def _show_word(self, word: str) -> None:
        """Tell about a word that was pointed at, if there is something to tell."""
        if self.passages.show_word(word):
            self._show_reason()

    def _show_reason(self) -> None:
        """Show the passages while no cell is pointed at, which has its own picture there."""
        told = self.maps.cell is None and bool(self.passages.word)
        self._beside.setCurrentWidget(self.passages if told else self.chart)
        self.expected.mark(self.passages.word if told else "")

    def _name_layers(self) -> None:
        for place in range(self.layer_box.count()):
            self.layer_box.setItemText(place, tr("Layer {n}", n=place + 1))
        self._refresh()

    @Slot(str)
    def show_failure(self, message: str) -> None:
        """Say why there is nothing to see."""
        self.note.setText(message)
        self.note.show()

    def picture(self) -> QPixmap:
        """Return what the dock shows, sharp enough for print."""
        return self._drawn(self._page)

    def _drawn(self, part: QWidget) -> QPixmap:
        pixmap = QPixmap(part.size() * _SHARPNESS)
        pixmap.setDevicePixelRatio(_SHARPNESS)
        pixmap.fill(self.palette().window().color())
        part.render(pixmap)
        return pixmap

    def help_pictures(self) -> dict[str, QImage]:
        """Return the pictures of this sentence that the help page shows; none where there is none."""
        if self.inspection is None or not len(self.inspection):
            return {}
        return {
            "live:maps": self._drawn(self.maps).toImage(),
            "live:memory": memory_picture(self.inspection, self.maps.layer, self.palette(), self.font()),
        }

    def export(self, path: Path) -> None:
        """Write the inspection as a table."""
        if self.inspection is None:
            return
        try:
            with (
                replacing(path) as scratch,
                scratch.open("w", encoding="utf-8-sig", newline="") as file,  # Excel asks for the mark
            ):
                writer = csv.writer(file)
                writer.writerow(COLUMNS)
                writer.writerows(rows(self.inspection))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.export_failed.emit(
                tr("The table could not be saved: {reason}. Choose another place.", reason=reason)
            )

    def sizeHint(self) -> QSize:
        return QSize(470, 640)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._refresh()

    def _lay_out(self) -> QWidget:
        page = QWidget()
        page.setObjectName("insidePage")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        top = QHBoxLayout()
        top.addWidget(self.layer_box)
        top.addWidget(self.unit_field, 1)
        top.addWidget(self._menu_button())
        bottom = QHBoxLayout()
        bottom.setSpacing(16)
        self._beside = QStackedWidget()
        self._beside.addWidget(self.chart)
        self._beside.addWidget(self.passages)
        bottom.addWidget(self._beside, 1)
        bottom.addWidget(self.expected, 1)
        self.equation.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 8)
        self.equation.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.note)
        column.addWidget(self.maps, 1)
        column.addWidget(self.equation)
        column.addLayout(bottom)
        self.setWidget(page)
        return page

    def _menu_button(self) -> QToolButton:
        button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setIcon(icon("ellipsis"))
        worded(button, button.setAccessibleName, tr("More"))
        worded(button, button.setToolTip, tr("More"))
        button.setObjectName("more")
        menu = QMenu(button)
        for text, act in (
            (tr("&Copy as picture"), self._copy),
            (tr("&Export as CSV…"), self._ask_and_export),
            (tr("How an &LSTM works"), self.help_wanted.emit),
        ):
            action = QAction(menu)
            worded(action, action.setText, text)
            action.triggered.connect(act)
            menu.addAction(action)
        button.setMenu(menu)
        return button

    @Slot()
    def _refresh(self) -> None:
        layer, inspection = self.layer_box.currentIndex(), self.inspection
        if inspection is None or not 0 <= layer < len(inspection.layers):
            return
        gates = inspection.layers[layer]
        units = self._choices[layer].units(gates, inspection.begins, self.maps.room_for_units())
        self.maps.show_layer(inspection, layer, units)
        self._show_pointed(self.maps.cell)

    @Slot(object)
    def _show_pointed(self, cell: Cell | None) -> None:
        if self.inspection is None:
            return
        self.expected.show_expected(self.inspection, cell.token if cell else None)
        self._show_reason()
        if cell is None:
            self.equation.clear()
            self.chart.show_hint()
            return
        layer = self.maps.layer
        self.equation.setText(f"{title(cell.quantity)}: {worked(self.inspection, layer, cell)}")
        self.chart.show_unit(self.inspection, layer, cell)

    @Slot(int)
    def _choose_unit(self, unit: int) -> None:
        """Keep the unit among those chosen, or no longer; the field says which they are."""
        choice = self._choices[self.maps.layer]
        choice.toggle(unit)
        self.unit_field.setText(", ".join(map(str, choice.chosen)))

    @Slot(str)
    def _choose_units(self, text: str) -> None:
        if self.inspection is not None:
            hidden = self.inspection.start.hidden.shape[-1]
            self._choices[self.layer_box.currentIndex()].chosen = parse_units(text, hidden)
            self._refresh()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setPixmap(self.picture())

    @Slot()
    def _ask_and_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export as CSV"), "lstm.csv", tr("Tables (*.csv)"))
        if name:
            self.export(Path(name))
