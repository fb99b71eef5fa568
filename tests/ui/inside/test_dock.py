"""The dock inside the LSTM: in a real window, with a real model, by keys."""

import csv
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import KEYS
from tests.ui.studied import studied_window
from writer_app.engine.inspector import Inspection, Inspector
from writer_app.engine.study_model import StudyModel
from writer_app.model.pack import Pack
from writer_app.paths import resources
from writer_app.settings.schema import THEME
from writer_app.settings.store import SettingsStore
from writer_app.ui.help import help_page
from writer_app.ui.inside.dock import InsideDock
from writer_app.ui.inside.quantities import QUANTITIES, Cell, value
from writer_app.ui.inside.units import UnitChoice, liveliest, parse_units
from writer_app.ui.main_window import MainWindow

TEXT = "My sister waters the roses after supper"


@pytest.fixture(scope="module")
def model(tiny_pack: Pack) -> StudyModel:
    return StudyModel(tiny_pack)


@pytest.fixture
def inspection(model: StudyModel) -> Inspection:
    return Inspector(model).inspect(TEXT, "")


@pytest.fixture
def dock(qtbot: QtBot, inspection: Inspection) -> InsideDock:
    made = InsideDock()
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show()
    made.show_inspection(inspection)
    return made


def ends_with(text: str, inspection: Inspection) -> bool:
    return "".join(inspection.tokens).endswith(text)


def press(qtbot: QtBot, dock: InsideDock, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(dock.maps, key)


def test_the_arrow_keys_reach_every_cell_and_its_equation_is_told(qtbot: QtBot, dock: InsideDock) -> None:
    press(qtbot, dock, KEYS.Key_Right, *[KEYS.Key_PageDown] * 4, KEYS.Key_Left)
    cell = dock.maps.cell
    assert cell is not None
    assert cell.quantity.symbol == "m"
    assert dock.inspection is not None
    shown = f"{value(dock.inspection, 1, cell):.2f}".replace("-", "−")
    assert "m = f ⊙ m′ + i ⊙ c̃" in dock.equation.text()
    assert f"<b>{shown}</b>" in dock.equation.text()
    assert shown in dock.maps.accessibleDescription()
    press(qtbot, dock, KEYS.Key_Escape)
    assert dock.maps.cell is None
    assert not dock.equation.text()


def test_the_mouse_points_at_what_it_is_over(qtbot: QtBot, dock: InsideDock) -> None:
    maps = dock.maps
    place = QPoint(maps._left(2) + 3, maps._top(1) + maps._row + 1)
    qtbot.mouseMove(maps.viewport(), place - QPoint(1, 0))
    qtbot.mouseMove(maps.viewport(), place)
    assert maps.cell == Cell(QUANTITIES[1], maps.units[1], 2)


def test_a_unit_is_kept_with_enter_and_units_can_be_named(qtbot: QtBot, dock: InsideDock) -> None:
    press(qtbot, dock, KEYS.Key_Right, KEYS.Key_Down)
    assert dock.maps.cell is not None
    unit = dock.maps.cell.unit
    press(qtbot, dock, KEYS.Key_Return)
    assert list(dock.maps.units) == [unit]
    dock.unit_field.setText("3, 5-7")
    assert list(dock.maps.units) == [3, 5, 6, 7]
    dock.unit_field.clear()
    assert len(dock.maps.units) > 4


def test_every_value_has_the_colour_of_its_number(dock: InsideDock) -> None:
    maps, sight = dock.maps, dock.maps.viewport().grab().toImage()
    assert maps.inspection is not None
    ratio = sight.devicePixelRatio()
    for number, quantity in enumerate(QUANTITIES):
        image = maps._images[number]
        for token in range(len(maps.inspection)):
            x, y = maps._left(token) + 4, maps._top(number) + 1
            seen = sight.pixelColor(round(x * ratio), round(y * ratio))
            assert seen == image.pixelColor(token, 0), quantity.name


def test_the_picture_is_sharp_and_the_table_holds_every_number(
    dock: InsideDock, inspection: Inspection, tmp_path: Path
) -> None:
    image: QImage = dock.picture().toImage()
    assert image.width() >= 2 * 400
    dock._copy()
    assert QApplication.clipboard().image().size() == image.size()
    dock.export(tmp_path / "lstm.csv")
    with (tmp_path / "lstm.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    layers, hidden = len(inspection.layers), inspection.start.hidden.shape[-1]
    assert len(table) == layers * len(inspection) * hidden
    row = next(r for r in table if (r["layer"], r["token"], r["unit"]) == ("2", "3", "7"))
    assert float(row["cell"]) == pytest.approx(float(inspection.layers[1].cell[2, 7]), abs=1e-6)
    assert row["text"] == inspection.tokens[2]


def test_a_table_that_cannot_be_saved_is_told(qtbot: QtBot, dock: InsideDock, tmp_path: Path) -> None:
    with qtbot.waitSignal(dock.export_failed) as told:
        dock.export(tmp_path / "missing" / "lstm.csv")
    assert "could not be saved" in told.args[0]


def test_the_liveliest_units_are_those_whose_cells_change(inspection: Inspection) -> None:
    gates = inspection.layers[0]
    chosen = liveliest(gates, 4)
    moved = np.abs(np.diff(np.tanh(gates.cell), axis=0, prepend=0)).sum(axis=0)
    assert {moved[unit] for unit in chosen} == set(sorted(moved)[-4:])


def test_rows_stay_while_a_sentence_grows_by_a_key(model: StudyModel) -> None:
    inspector, choice = Inspector(model), UnitChoice()
    seen = []
    for end in range(len(TEXT) - 8, len(TEXT)):
        found = inspector.inspect(TEXT[:end], "")
        seen.append(list(choice.units(found.layers[0], found.begins, 8)))
    assert all(units == seen[0] for units in seen)


@pytest.mark.parametrize(
    ("text", "units"),
    [("", []), ("3", [3]), ("3, 5-7 3", [3, 5, 6, 7]), ("30-99999", [30, 31]), ("99", []), ("x", [])],
)
def test_named_units_are_those_there_are(text: str, units: list[int]) -> None:
    assert parse_units(text, hidden=32) == units


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, tiny_pack: Pack) -> Iterator[MainWindow]:
    with studied_window(tmp_path, tiny_pack, SettingsStore(tmp_path / "settings.json")) as made:
        yield made


def test_pointing_at_a_word_tells_why_it_is_expected(
    qtbot: QtBot, dock: InsideDock, model: StudyModel
) -> None:
    before = "The gardener Quill waters the roses. The captain Quest swims. The gardener Qu"
    inspector = Inspector(model)
    inspection = inspector.inspect(before, "")
    passages = inspector.recall(inspection, before, "")
    assert set(passages) == {"Quill", "Quest"}
    dock.show_inspection(inspection)
    dock.show_passages(passages)
    assert dock.passages.isVisible()
    assert "Quill" in dock.passages.title.text()
    assert "<b>The gardener Quill</b> waters the roses." in dock.passages.found.text()
    bars = dock.expected
    other = [row.text for row in inspection.next_words].index("Quest")
    for step in (0, 1):
        qtbot.mouseMove(bars, QPoint(20 + step, (other + 1) * bars.height() // 10 + 8))
    assert "Quest" in dock.passages.title.text()
    press(qtbot, dock, KEYS.Key_Right)  # a cell has its own picture there
    assert not dock.passages.isVisible()
    press(qtbot, dock, KEYS.Key_Escape)
    assert dock.passages.isVisible()
    dock.show_passages({})
    assert not dock.passages.isVisible()


def test_the_dock_follows_each_key_and_looks_no_more_once_closed(qtbot: QtBot, window: MainWindow) -> None:
    insight = window.insight
    action = window.actions_by_name._named["view.inside"].action
    action.trigger()
    assert insight.dock is not None
    assert action.isChecked()
    qtbot.keyClicks(window.editor, "My sister")
    for text in (" waters", " the", " roses."):
        with qtbot.waitSignal(
            insight.bridge.inspected,
            timeout=10000,
            check_params_cb=partial(ends_with, text),
        ):
            qtbot.keyClicks(window.editor, text)
    window.choose(THEME, "dark")
    action.trigger()
    assert not action.isChecked()
    number = insight.bridge._number
    qtbot.keyClicks(window.editor, " And")
    QApplication.processEvents()
    assert insight.bridge._number == number


def test_without_a_pack_the_dock_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    window.insight.bridge._open_models = dict
    with qtbot.waitSignal(window.insight.bridge.failed, timeout=10000):
        window.actions_by_name._named["view.inside"].action.trigger()
    assert window.insight.dock is not None
    assert "Install a language pack" in window.insight.dock.note.text()


def test_the_help_page_shows_the_sentence_in_the_dock(
    qtbot: QtBot, window: MainWindow, inspection: Inspection
) -> None:
    named = window.actions_by_name._named
    named["help.lstm"].action.trigger()
    assert "live:" not in last_page(window).document().toHtml()  # there is no sentence yet
    named["view.inside"].action.trigger()
    assert window.insight.dock is not None
    window.insight.dock.show_inspection(inspection)
    named["help.lstm"].action.trigger()
    page = last_page(window).document()
    assert "∂m/∂m′ = f" in page.toPlainText()
    for name in ("live:maps", "live:memory"):
        assert not page.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name)).isNull()


def last_page(window: MainWindow) -> QTextBrowser:
    return window.findChildren(QTextBrowser)[-1]


def test_the_chinese_page_has_no_spaces_where_its_lines_end(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    page = help_page(resources() / "help" / "lstm.zh.md", parent)
    assert "光标所在句子" in page.findChildren(QTextBrowser)[0].document().toPlainText()
