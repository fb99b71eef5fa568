"""The row of buttons under the pages of a run: of all there are, each page shows its own."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class RunButtons(QWidget):
    """The first stands at the left, the others at the right, in the order given."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self._buttons = buttons
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(buttons[0])
        row.addStretch()
        for one in buttons[1:]:
            row.addWidget(one)

    def show_only(self, *buttons: QPushButton) -> None:
        """Show these; the last of them is the one that Enter presses."""
        for one in self._buttons:
            one.setVisible(one in buttons)
            one.setDefault(one is buttons[-1])
        buttons[-1].setFocus()
