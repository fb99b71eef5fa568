"""What every dialog over kept numbers has: its column, and the buttons that delete them and close it."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from writer_app.i18n import tr


class NumbersDialog(QDialog):
    """Fill `column`, then end it with `add_buttons`; who makes the dialog says what `delete` does."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.delete = QPushButton(tr("Delete these numbers"))
        self.delete.setAutoDefault(False)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 8, 24, 18)
        self.column.setSpacing(8)

    def add_buttons(self) -> None:
        """End the column with the buttons."""
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(close)
        self.column.addSpacing(8)
        self.column.addLayout(buttons)
