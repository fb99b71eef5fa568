"""The fitting control for each kind of setting."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFontComboBox,
    QLineEdit,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from writer_app.i18n import tr
from writer_app.settings.schema import Anything, Between, FontFamily, OneOf, Scale, Setting
from writer_app.ui.labels import quiet
from writer_app.ui.switch import Switch

Changed = Callable[[Any], None]
_WIDTH = 210


@dataclass(frozen=True, slots=True)
class Control:
    """A widget for one setting, and how to have it show a value without taking that for a choice."""

    widget: QWidget
    show: Callable[[Any], None]


def control_for(setting: Setting[Any], changed: Changed) -> Control | None:
    """Return a control that calls `changed` with each new value; None where the dialog has none."""
    match setting.valid, setting.default:
        case Anything(), bool():
            made = _switch(changed)
        case Scale() as scale, _:
            made = _slider(scale, changed)
        case Between() as bounds, int():
            made = _spin_box(QSpinBox(), bounds, changed)
        case Between() as bounds, float():
            made = _spin_box(QDoubleSpinBox(), bounds, changed)
        case OneOf(titles), _:
            made = _choice(titles, changed)
        case FontFamily(), _:
            made = _font(changed)
        case Anything(), str():
            made = _line(changed)
        case _:
            return None
    for part in (made.widget, *made.widget.findChildren(QWidget)):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            part.setAccessibleName(tr(setting.title))
            part.setAccessibleDescription(tr(setting.help) if setting.help else "")
    return made


def _switch(changed: Changed) -> Control:
    switch = Switch()
    switch.toggled.connect(changed)
    return Control(switch, _quietly(switch, switch.setChecked))


def _spin_box(box: QSpinBox | QDoubleSpinBox, bounds: Between, changed: Changed) -> Control:
    kind = int if isinstance(box, QSpinBox) else float
    box.setRange(kind(bounds.low), kind(bounds.high))  # type: ignore[arg-type]
    box.setSingleStep(kind(bounds.step))  # type: ignore[arg-type]
    if bounds.unit:
        box.setSuffix(f" {tr(bounds.unit)}")
    box.setKeyboardTracking(False)  # 1 on the way to 14 is not meant
    box.lineEdit().setTextMargins(6, 0, 0, 0)  # what the style sheet gives to fields, but not to these
    box.setFixedWidth(_WIDTH)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.valueChanged.connect(changed)
    _LeaveWheel(box)
    return Control(box, _quietly(box, box.setValue))


def _slider(scale: Scale, changed: Changed) -> Control:
    slider, word = QSlider(Qt.Orientation.Horizontal), quiet()
    slider.setRange(0, round((scale.high - scale.low) / scale.step))
    slider.setPageStep(4)
    _LeaveWheel(slider)
    both = QWidget()
    both.setFixedWidth(_WIDTH)
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(slider)
    column.addWidget(word)

    def value() -> float:
        return round(scale.low + slider.value() * scale.step, 6)

    def name() -> None:
        title = tr(scale.word(value()))
        word.setText(tr("{word} (from {share:.0%})", word=title, share=value()))
        slider.setAccessibleDescription(word.text())

    slider.valueChanged.connect(name)
    slider.valueChanged.connect(lambda _place: changed(value()))
    set_place = _quietly(slider, lambda shown: slider.setValue(round((shown - scale.low) / scale.step)))

    def show(shown: float) -> None:
        set_place(shown)
        name()

    return Control(both, show)


def _choice(titles: dict[str, str], changed: Changed) -> Control:
    box = QComboBox()
    for value, title in titles.items():
        box.addItem(tr(title), value)
    box.setFixedWidth(_WIDTH)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    _LeaveWheel(box)
    box.currentIndexChanged.connect(lambda place: changed(box.itemData(place)))
    return Control(box, _quietly(box, lambda value: box.setCurrentIndex(box.findData(value))))


def _font(changed: Changed) -> Control:
    """Return the list of fonts, the best one first; a chosen one that is gone today is shown too."""
    box = QFontComboBox()
    box.setEditable(False)
    box.insertItem(0, tr("Best for reading"))
    box.setFixedWidth(_WIDTH)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    _LeaveWheel(box)
    box.activated.connect(lambda place: changed(box.itemText(place) if place else ""))

    def show(family: str) -> None:
        if family and box.findText(family) < 0:
            box.insertItem(1, family)
        box.setCurrentIndex(box.findText(family) if family else 0)
        box.setFont(QFont())

    return Control(box, _quietly(box, show))


def _line(changed: Changed) -> Control:
    field = QLineEdit()
    field.setFixedWidth(_WIDTH)
    field.editingFinished.connect(lambda: changed(field.text()))
    return Control(field, _quietly(field, field.setText))


def _quietly(widget: QWidget, show: Callable[[Any], object]) -> Callable[[Any], None]:
    def showing(value: Any) -> None:
        with QSignalBlocker(widget):
            show(value)

    return showing


class _LeaveWheel(QObject):
    """Leaves the wheel to the page: who scrolls over a control does not mean to change it."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
