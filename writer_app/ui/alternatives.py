"""The list of alternatives, which opens at the caret on demand and never takes the keyboard from the text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from writer_app.engine.protocol import Suggestion
from writer_app.i18n import tr
from writer_app.text.boundaries import joins, word_before
from writer_app.ui.ghost_text import bubble_place
from writer_app.ui.language import worded
from writer_app.ui.offer import Offer
from writer_app.ui.surroundings import qt_place, text_before

if TYPE_CHECKING:
    from writer_app.ui.suggesting_page import SuggestingPage

COUNT = 7
_PROBABILITY, _BEGUN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_BAR, _BAR_HEIGHT, _EDGE, _GAP = 44, 4, 10, 12
_WIDEST = 460
_LONGEST_WORD = 64
_SMALLER = 0.85  # than the text
_STEPS = {Qt.Key.Key_Down: +1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

AnyIndex = QModelIndex | QPersistentModelIndex


class Alternatives(QListWidget):
    """Shows the offer of its editor as a list.

    While an alternative is marked, arrows, Enter and digits choose. Typing on takes the mark away: from then
    on digits and Enter are text again, and the list keeps up until it is closed.
    """

    def __init__(self, editor: "SuggestingPage") -> None:
        super().__init__(editor.viewport())
        self._editor = editor
        self.wanted = False
        self._marking = False
        self.setObjectName("alternatives")
        worded(self, self.setAccessibleName, tr("Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Row(self))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.itemClicked.connect(lambda item: self._take(self.row(item)))
        editor.offered.connect(self._follow)
        editor.verticalScrollBar().valueChanged.connect(self._place)
        self.hide()

    @Slot()
    def open(self) -> None:
        """Ask for what the list shows, also where suggestions are silent."""
        self.wanted = self._marking = True
        self._editor.ask()

    def dismiss(self) -> None:
        """Close the list."""
        self.wanted = False
        self.hide()
        self.clear()

    def show_nothing(self) -> None:
        """Say that there is no suggestion here."""
        if self.wanted:
            self._fill((), 0)

    @property
    def marked(self) -> bool:
        """Is an alternative marked, so that keys choose rather than type?"""
        return self._marking and self.isVisible() and self._editor.offer is not None

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key means something to the list as it is."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not self.wanted:
            return False
        if held == Qt.KeyboardModifier.NoModifier:
            chooses = key in _ENTER or self._digit(event) is not None
            return key == Qt.Key.Key_Escape or key in _STEPS or (chooses and self.marked)
        return held == Qt.KeyboardModifier.AltModifier and self._digit(event) is not None

    def key(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it is the editor's."""
        if not self.claims(event):
            if self.wanted and event.text().isprintable() and event.text():
                self._marking = False
                self.setCurrentRow(-1)
            elif self.wanted and event.key() in _ENTER:
                self.dismiss()
            return False
        digit = self._digit(event)
        if event.key() == Qt.Key.Key_Escape:
            self._editor.withdraw()
        elif digit is not None:
            self._take(digit)
        elif event.key() in _ENTER:
            self._take(self.currentRow())
        elif self._editor.offer is not None:
            steps = _STEPS[Qt.Key(event.key())] if self._marking else 0
            self._marking = True
            self._editor.turn(steps)
        event.accept()
        return True

    def _digit(self, event: QKeyEvent) -> int | None:
        place = event.key() - Qt.Key.Key_1
        return place if 0 <= place < self.count() and self._editor.offer is not None else None

    def _take(self, place: int) -> None:
        offer = self._editor.offer
        if offer is not None and 0 <= place < len(offer.alternatives):
            self._editor.turn(place - offer.shown)
            self._editor.accept()

    @Slot(object)
    def _follow(self, offer: Offer | None) -> None:
        if not self.wanted:
            return
        self.setEnabled(offer is not None)  # what is no longer true stays, dimmed, until the answer comes
        if offer is not None:
            self._fill(offer.alternatives, offer.shown if self._marking else -1)

    def _fill(self, alternatives: tuple[Suggestion, ...], marked: int) -> None:
        self.clear()
        font = self._editor.font()
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        self.setFont(font)
        typed = word_before(text_before(self._editor.textCursor(), _LONGEST_WORD))
        for suggestion in alternatives:
            begun = typed if joins(suggestion.text[:1] or " ") else ""
            item = QListWidgetItem(begun + suggestion.text.strip(), self)
            item.setData(_PROBABILITY, suggestion.probability)
            item.setData(_BEGUN, qt_place(begun, len(begun)))
            said = tr("{text}, {share:.0%} likely", text=item.text(), share=suggestion.probability)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if not alternatives:
            QListWidgetItem(tr("Nothing to suggest here"), self).setFlags(Qt.ItemFlag.NoItemFlags)
        self.setCurrentRow(marked if alternatives else -1)
        self._place()
        self.show()
        self.raise_()

    @Slot()
    def _place(self) -> None:
        if not self.wanted or not self.count():
            return
        width = min(self.sizeHintForColumn(0), _WIDEST, self._editor.viewport().width())
        size = QRectF(0, 0, width + 10, self.count() * self.sizeHintForRow(0) + 10)
        caret, view = QRectF(self._editor.cursorRect()), QRectF(self._editor.viewport().rect())
        self.setGeometry(bubble_place(caret, size, view).toRect())


class _Row(QStyledItemDelegate):
    """A number to press, the words, and how likely they are, as a bar."""

    def __init__(self, rows: QListWidget) -> None:
        super().__init__(rows)
        self._rows = rows

    @property
    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._rows.font())

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        words = self._metrics.horizontalAdvance(str(index.data()))
        number = self._metrics.horizontalAdvance("0")
        return QSize(words + number + _BAR + 2 * _GAP + 2 * _EDGE, self._metrics.height() + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        palette, roles = option.palette, QPalette.ColorRole
        probability = index.data(_PROBABILITY)
        painter.save()
        painter.setFont(self._rows.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(roles.Highlight))
            painter.drawRoundedRect(row, 4, 4)
        row = row.adjusted(_EDGE, 0, -_EDGE, 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(palette.color(roles.PlaceholderText))
        if probability is not None:
            painter.drawText(row, middle, str(index.row() + 1))
            self._draw_bar(painter, row, probability, palette.color(roles.Accent), palette.color(roles.Mid))
            row = row.adjusted(self._metrics.horizontalAdvance("0") + _GAP, 0, -_BAR - _GAP, 0)
        enabled = probability is not None and option.state & QStyle.StateFlag.State_Enabled
        painter.setPen(palette.color(roles.Text if enabled else roles.PlaceholderText))
        self._draw_words(painter, row, index, palette.color(roles.PlaceholderText))
        painter.restore()

    def _draw_words(self, painter: QPainter, row: QRectF, index: AnyIndex, pale: QColor) -> None:
        """Draw the words, pale what of them is typed already."""
        words = self._metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, round(row.width()))
        begun = QTextLayout.FormatRange()
        begun.start, begun.length = 0, index.data(_BEGUN) or 0
        begun.format = QTextCharFormat()
        begun.format.setForeground(QBrush(pale))
        layout = QTextLayout(words, self._rows.font())
        layout.setFormats([begun])
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        layout.draw(painter, QPointF(row.left(), row.center().y() - layout.boundingRect().height() / 2))

    @staticmethod
    def _draw_bar(painter: QPainter, row: QRectF, share: float, full: QColor, empty: QColor) -> None:
        whole = QRectF(row.right() - _BAR, row.center().y() - _BAR_HEIGHT / 2, _BAR, _BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, width in ((empty, _BAR), (full, max(_BAR_HEIGHT, _BAR * share))):
            whole.setWidth(width)
            painter.setBrush(colour)
            painter.drawRoundedRect(whole, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
