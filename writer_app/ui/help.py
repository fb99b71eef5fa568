"""Help pages and the about box."""

import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QIcon, QImage, QTextBlockFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from writer_app.i18n import tr
from writer_app.ui.actions import Actions, names_of, plain_title
from writer_app.ui.fitting import resize_within_screen

# What the window's process is made of, and under which licence each part is used.
_PARTS = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("onnxruntime", "ONNX Runtime", "MIT"),
    ("onnx", "ONNX", "Apache-2.0"),
    ("numpy", "NumPy", "BSD-3-Clause"),
    ("sentencepiece", "SentencePiece", "Apache-2.0"),
    ("safetensors", "safetensors", "Apache-2.0"),
    ("lxml", "lxml", "BSD-3-Clause"),
    ("markdown-it-py", "markdown-it-py", "MIT"),
    ("pypdf", "pypdf", "BSD-3-Clause"),
    ("tqdm", "tqdm", "MPL-2.0, MIT"),
    ("chunspell", "Hunspell", "MPL-1.1"),
    ("charset-normalizer", "charset-normalizer", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
)
_PICTURES = (("", "Literata", "OFL-1.1"), ("", "Lucide", "ISC, MIT"))

_PICTURE = "\ufffc"  # what Qt has in the text where a picture stands
_CHINESE_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])")
"""The end of a line that Markdown would show as a space, where Chinese has none."""


def about_box(icon: QIcon, parent: QWidget) -> QDialog:
    """Return the box that says what this is, and whose work it stands on."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("About Writer"))
    picture = QLabel(pixmap=icon.pixmap(72, 72), alignment=Qt.AlignmentFlag.AlignHCenter)
    text = _page(about_text())
    return _with_close_button(dialog, picture, text, width=480, height=600)


def about_text() -> str:
    """Return the words of the about box, as Markdown."""
    rows = "\n".join(
        f"| {name} {_version(package)} | {licence} |" for package, name, licence in (*_PARTS, *_PICTURES)
    )
    return "\n".join(
        (
            f"## Writer {_version('writer_app')}",
            tr("It suggests how a sentence may go on. Nothing that you write leaves this computer."),
            "",
            tr("The program: Apache License 2.0. Its language models: CC BY-SA 4.0; their cards say more."),
            "",
            f"| {tr('Built with')} | {tr('Licence')} |",
            "|---|---|",
            rows,
        )
    )


def help_page(
    page: Path, parent: QWidget, title: str = "", pictures: Mapping[str, QImage] | None = None
) -> QDialog:
    """Return a window with a help page; its `pictures` are made while the program runs."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title or tr("Writing with suggestions"))
    text = _page(page.read_text(encoding="utf-8"), pictures or {})
    return _with_close_button(dialog, text, width=680, height=720)


def keys_page(actions: Actions, parent: QWidget) -> QDialog:
    """Return a window with the keys of every action, as they are now."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("All keys"))
    return _with_close_button(dialog, _page(keys_text(actions)), width=560, height=720)


def keys_text(actions: Actions) -> str:
    """Return the actions that have keys under their menus, as Markdown."""
    menus: dict[str, list[str]] = {}
    for named in actions.all():
        keys = names_of(actions.keys(named.name))
        if keys:
            menus.setdefault(named.menu, []).append(f"| **{_escaped(keys)}** | {plain_title(named.title)} |")
    head = f"| {tr('Keys')} | {tr('Action')} |\n|---|---|"
    return "\n\n".join(f"## {menu}\n\n{head}\n" + "\n".join(rows) for menu, rows in menus.items())


def _escaped(keys: str) -> str:
    return "".join(f"\\{c}" if c in "\\|[]*_+-`" else c for c in keys)


class _Page(QTextBrowser):
    """Shows pictures that are in no file."""

    def __init__(self, pictures: Mapping[str, QImage]) -> None:
        super().__init__()
        self._pictures = pictures

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        picture = self._pictures.get(name if isinstance(name, str) else name.toString())
        return picture if picture is not None else super().loadResource(kind, name)


def _page(markdown: str, pictures: Mapping[str, QImage] = MappingProxyType({})) -> QTextBrowser:
    """Return `markdown` set for reading: room in and around its tables, lines apart."""
    browser = _Page(pictures)
    browser.document().setDocumentMargin(12)
    shown = "\n".join(line for line in markdown.split("\n") if _can_be_shown(line, pictures))
    browser.setMarkdown(_CHINESE_BREAK.sub("", shown))
    cursor = QTextCursor(browser.document())
    cursor.select(QTextCursor.SelectionType.Document)
    spaced = QTextBlockFormat()
    spaced.setLineHeight(140, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(spaced)
    _close_up_pictures(browser.document())
    for frame in browser.document().rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _ease(frame)
    return browser


def _close_up_pictures(document: QTextDocument) -> None:
    """Take the room between lines away from pictures, under which it would be as high as half of them."""
    block = document.firstBlock()
    while block.isValid():
        if block.text() == _PICTURE:
            look = QTextBlockFormat()
            look.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            look.setTopMargin(10)
            look.setBottomMargin(14)
            QTextCursor(block).mergeBlockFormat(look)
        block = block.next()


def _can_be_shown(line: str, pictures: Mapping[str, QImage]) -> bool:
    """Whether `line` is no picture, or one that there is."""
    return not line.startswith("![") or any(f"({name})" in line for name in pictures)


def _ease(table: QTextTable) -> None:
    look = table.format().toTableFormat()
    look.setBorder(0)
    look.setCellPadding(5)
    look.setTopMargin(8)
    look.setBottomMargin(12)
    table.setFormat(look)


def _with_close_button(dialog: QDialog, *parts: QWidget, width: int, height: int) -> QDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    resize_within_screen(dialog, width, height)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 20, 20, 16)
    for part in (*parts, buttons):
        column.addWidget(part)
        if isinstance(part, QTextBrowser):
            part.setAccessibleName(dialog.windowTitle())
    return dialog


def _version(package: str) -> str:
    try:
        return version(package) if package else ""
    except PackageNotFoundError:
        return ""
