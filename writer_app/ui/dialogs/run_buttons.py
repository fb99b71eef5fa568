"""The row of buttons under the pages of a run: of all there are, each page shows its own."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from writer_app.i18n import tr


class RunButtons(QWidget):
    """The way back stands at the left, the others at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.back = QPushButton(tr("&Go back to the old model"))
        self.again = QPushButton(tr("&Other documents"))
        self.cancel = QPushButton(tr("Sto&p, change nothing"))
        self.pause = QPushButton(tr("Pa&use"))
        self.close_dialog = QPushButton(tr("&Close"))
        self.hide_dialog = QPushButton(tr("Go on &writing"))
        self.resume = QPushButton(tr("Go on &learning"))
        self.now = QPushButton(tr("Start &now"))
        self.go_on = QPushButton(tr("Go on where it &was"))
        self.keep = QPushButton(tr("&Keep the new model"))
        self.start = QPushButton(tr("&Start learning"))
        self._all = (
            self.back,
            self.again,
            self.cancel,
            self.pause,
            self.close_dialog,
            self.hide_dialog,
            self.resume,
            self.now,
            self.go_on,
            self.keep,
            self.start,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch()
        for one in self._all[1:]:
            row.addWidget(one)

    def show_only(self, *buttons: QPushButton) -> None:
        """Show these, to be pressed; the last of them is the one that Enter presses."""
        for one in self._all:
            one.setVisible(one in buttons)
            one.setEnabled(True)
            one.setDefault(one is buttons[-1])
        buttons[-1].setFocus()

    def wait_for_the_end(self) -> None:
        """Let nothing more be asked of a run that was asked to end."""
        for one in (self.cancel, self.pause, self.resume):
            one.setEnabled(False)
