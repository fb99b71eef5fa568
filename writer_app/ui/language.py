"""The language of the interface: our catalogue, and Qt's own words in dialogs and context menus."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_QT = {"zh": "qtbase_zh_CN"}


def translate_qt(language: str) -> None:
    """Have Qt speak `language` too, where it can."""
    name, application = _QT.get(language), QCoreApplication.instance()
    translator = QTranslator(application)
    if (
        name
        and application
        and translator.load(name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    ):
        application.installTranslator(translator)
