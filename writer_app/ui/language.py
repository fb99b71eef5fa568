"""The language of the interface: words that change with it, and Qt's own in dialogs and context menus."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from writer_app.i18n import anew, on_language_change, tr

_QT = {"zh": "qtbase_zh_CN"}


def worded(part: QObject, say: Callable[[str], object], words: str) -> None:
    """Have `part` say `words`, and say them anew in every other language, as long as it lives."""

    def say_anew() -> None:
        say(anew(words))

    say_anew()
    part.destroyed.connect(on_language_change(say_anew))


class QtWords(QObject):
    """Keeps Qt's own words in the language of ours, where it has a translation."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._translator: QTranslator | None = None
        self.destroyed.connect(on_language_change(self._follow))
        self._follow()

    def _follow(self) -> None:
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        made, name = QTranslator(self), _QT.get(tr("en"))  # the catalogue names its language
        if name and made.load(name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._application.installTranslator(made)
            self._translator = made
