"""A dialog made when it is first wanted, kept while it is closed, and made anew in another language."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from writer_app.i18n import on_language_change

D = TypeVar("D", bound=QDialog)


class KeptDialog(QObject, Generic[D]):
    """Owns one dialog at a time. `make` is given the one before, whose place the new one takes."""

    def __init__(self, make: Callable[[D | None], D], owner: QObject) -> None:
        super().__init__(owner)
        self._make = make
        self.made: D | None = None
        self.destroyed.connect(on_language_change(self._make_anew))

    def show(self) -> D:
        """Show the dialog, before all others."""
        if self.made is None:
            self.made = self._make(None)
        self.made.show()
        self.made.activateWindow()
        return self.made

    def _make_anew(self) -> None:
        old, self.made = self.made, None
        if old is None:
            return
        if old.isVisible():
            self.made = self._make(old)
            self.made.setGeometry(old.geometry())
            self.show()
        old.close()
        old.deleteLater()  # not now: it may be the one in which the language was chosen
