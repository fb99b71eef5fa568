"""Which language the documents are in, where there are packs of several."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from writer_app.i18n import tr
from writer_app.text.scripts import LANGUAGE_SCRIPTS, script_of

_LANGUAGES = {"en": "English", "zh": "中文"}


class LanguageChoice(QWidget):
    """A labelled row."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.currentIndexChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(tr("&Language of the documents"))
        label.setBuddy(self.box)
        row.addWidget(label)
        row.addWidget(self.box)
        row.addStretch()

    @property
    def language(self) -> str:
        """The language chosen."""
        return str(self.box.currentData() or "en")

    def choose(self, language: str) -> None:
        """Choose a language that is offered."""
        self.box.setCurrentIndex(max(0, self.box.findData(language)))

    def offer(self, languages: Iterable[str], sample: str) -> None:
        """Offer these; the one that `sample` is written in is chosen, of an empty one that of the window."""
        script = script_of(sample) or LANGUAGE_SCRIPTS.get(tr("en"))  # the catalogue names its language
        for language in languages:
            self.box.addItem(_LANGUAGES.get(language, language), language)
            if script is not None and LANGUAGE_SCRIPTS.get(language) is script:
                self.box.setCurrentIndex(self.box.count() - 1)
