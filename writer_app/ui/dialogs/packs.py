"""The models on this computer: which is in use, what each is worth, and what may be done with it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from writer_app.errors import PackError
from writer_app.i18n import tr
from writer_app.model import generations
from writer_app.model.install import check_pack
from writer_app.model.inventory import remove_personal
from writer_app.model.ownership import Owned, export_pack, import_pack, on_one_line, owned, rename, sweep
from writer_app.model.pack import Pack, open_pack
from writer_app.ui.dialogs.document_choice import button
from writer_app.ui.fitting import resize_within_screen
from writer_app.ui.questions import Questions

_LANGUAGES = {"en": "English", "zh": "中文"}
_NAMES = 30  # of documents that are shown
_DATE = 10  # characters
_BETWEEN = 18  # pixels between two columns


class Spaced(QStyledItemDelegate):
    """Leaves room between columns that are as wide as what stands in them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(_BETWEEN, 0)


class PacksDialog(QDialog):
    """A list, what is to be known of the chosen one, and buttons."""

    models_changed = Signal()
    forget_wanted = Signal(bool)  # drafts and versions too

    def __init__(
        self, personal: Path, bundled: Path, graphs: Path, questions: Questions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._personal, self._bundled, self._graphs = personal, bundled, graphs
        self._questions = questions
        self._listed: list[Owned] = []
        self.list = QTreeWidget(self)  # else rules of the style sheet for its rows would not be seen
        self.detail = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.use_button = button(tr("&Use this one"), self.use)
        self.rename_button = button(tr("&Rename…"), self.rename)
        self.export_button = button(tr("E&xport…"), self.export)
        self.import_button = button(tr("&Import…"), self.import_one)
        self.delete_button = button(tr("&Delete…"), self.delete)
        self.forget_button = button(tr("&Forget everything about me…"), self.forget)
        self.close_button = button(tr("&Close"), self.close)
        self._lay_out()
        self.list.ensurePolished()  # else the rows are as high as before the theme
        self.list.currentItemChanged.connect(self._show_chosen)
        sweep(personal)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """List what there is now."""
        chosen = self.chosen
        self._listed = owned(self._personal, self._bundled)
        self.list.clear()
        for one in self._listed:
            row = QTreeWidgetItem(_row(one))
            if one.in_use:
                font = row.font(0)
                font.setBold(True)
                row.setFont(0, font)
            self.list.addTopLevelItem(row)
        folders = [one.folder for one in self._listed]
        row_again = self.list.topLevelItem(
            folders.index(chosen.folder) if chosen and chosen.folder in folders else 0
        )
        if row_again is not None:
            self.list.setCurrentItem(row_again)
        self._show_chosen()

    @property
    def chosen(self) -> Owned | None:
        """The pack that the buttons act on."""
        place = self.list.currentIndex().row()
        return self._listed[place] if 0 <= place < len(self._listed) else None

    @Slot()
    def use(self) -> None:
        """Let the chosen pack suggest from now on."""

        def activate(pack: Pack) -> None:
            check_pack(pack)
            generations.activate(self._personal, pack.folder)

        self._with_chosen(activate)
        self.models_changed.emit()

    @Slot()
    def rename(self) -> None:
        """Ask for another title."""
        title = self._questions.title(_name(self.chosen)) if self.chosen else None
        if title is not None:
            self._with_chosen(lambda pack: rename(pack.folder, title))

    @Slot()
    def export(self) -> None:
        """Write the chosen pack into a file."""
        if self.chosen is None:
            return
        name = _name(self.chosen).replace("/", "-").replace("\\", "-")
        target = self._questions.path_to_export(Path.home() / f"{name}.zip")
        if target is not None:
            self._with_chosen(partial(export_pack, target=target))

    @Slot()
    def import_one(self) -> None:
        """Install a pack from a file, and use it."""
        source = self._questions.model_to_import()
        if source is not None and self._done(lambda: import_pack(source, self._personal)):
            self.models_changed.emit()

    @Slot()
    def delete(self) -> None:
        """Remove the chosen pack for good."""
        one = self.chosen
        if one is None or not self._questions.delete_model(_name(one)):
            return
        name = one.folder.name
        if self._done(lambda: remove_personal(self._personal, self._bundled, self._graphs, name)):
            self.models_changed.emit()

    @Slot()
    def forget(self) -> None:
        """Ask, and have all that was learned of the person removed."""
        documents_too = self._questions.forget_everything()
        if documents_too is not None:
            self.forget_wanted.emit(documents_too)

    def _with_chosen(self, act: Callable[[Pack], object]) -> None:
        one = self.chosen
        if one is not None:
            self._done(lambda: act(open_pack(one.folder)))

    def _done(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except PackError as error:
            self._questions.tell(error)
            return False
        except OSError as error:
            self._questions.tell(_not_done(error))
            return False
        finally:
            self.refresh()
        return True

    @Slot()
    def _show_chosen(self) -> None:
        one = self.chosen
        sound = one is not None and one.pack is not None
        own = one is not None and not one.bundled
        self.use_button.setEnabled(sound and one is not None and not one.in_use)
        self.rename_button.setEnabled(sound and own)
        self.export_button.setEnabled(sound)
        self.delete_button.setEnabled(own)
        self.detail.setText(_detail(one) if one else "")

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Models"))
        resize_within_screen(self, 820, 520)
        self.list.setObjectName("rows")
        self.list.setRootIsDecorated(False)
        self.list.setItemDelegate(Spaced(self.list))
        self.list.setAllColumnsShowFocus(True)
        self.list.setAccessibleName(tr("Models on this computer"))
        self.list.setHeaderLabels(
            [
                tr("Name"),
                tr("Language"),
                tr("Kind"),
                tr("Size"),
                tr("Made"),
                tr("Bits per character"),
                tr("In use"),
            ]
        )
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.detail.setMinimumHeight(90)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout()
        of_chosen = (self.use_button, self.rename_button, self.export_button, self.delete_button)
        for place, one in enumerate((*of_chosen, self.import_button)):
            one.setAutoDefault(False)
            grid.addWidget(one, 0, place)
        grid.addWidget(self.forget_button, 1, 0, 1, 2)
        grid.addWidget(self.close_button, 1, 4)
        self.forget_button.setAutoDefault(False)
        self.close_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        column.addLayout(grid)


def _not_done(error: OSError) -> PackError:
    return PackError(
        tr("That could not be done: {reason}.", reason=error.strerror or type(error).__name__),
        hint=tr("See that there is room on the disk, and that you may use the file and the folder."),
    )


def _row(one: Owned) -> list[str]:
    pack = one.pack
    language = _LANGUAGES.get(pack.language, pack.language) if pack else ""
    made = str(pack.facts.get("made", ""))[:_DATE] if pack else ""
    used = tr("yes") if one.in_use else ""
    return [_name(one), language, _kind(one), f"{one.size / 1e6:.0f} MB", made, _bits(pack), used]


def _name(one: Owned) -> str:
    """Return what the person called it, else what it is: names of folders are for programs."""
    if one.title != one.folder.name:
        return one.title
    number = one.folder.name.rpartition("-")[2]
    if one.personal and number.isdecimal():
        return tr("My style {number}", number=number)
    return tr("Base model") if one.bundled else one.title


def _kind(one: Owned) -> str:
    if one.problem is not None:
        return tr("damaged")
    if one.bundled:
        return tr("of the program")
    return tr("taught by you") if one.personal else tr("installed")


def _bits(pack: Pack | None) -> str:
    if pack is None:
        return ""
    figures = pack.facts.get("held_out_bits_per_character")
    if isinstance(figures, dict):
        both = [figures.get("before"), figures.get("after")]
        if all(isinstance(figure, float) for figure in both):
            return " → ".join(f"{figure:.3f}" for figure in both)
    bits = pack.facts.get("dev_bits_per_character")
    return f"{bits:.3f}" if isinstance(bits, float) else ""


def _detail(one: Owned) -> str:
    if one.problem is not None:
        return f"{one.problem} {one.problem.hint}"
    facts = one.pack.facts if one.pack else {}
    if not one.personal:
        return tr("It has learned from public texts; its card in {folder} names them.", folder=one.folder)
    names = facts.get("document_names")
    listed = [on_one_line(str(name)) for name in names[: _NAMES + 1]] if isinstance(names, list) else []
    shown = ", ".join(listed[:_NAMES]) + (" …" if len(listed) > _NAMES else "")
    base = facts.get("base")
    text = tr(
        "Learned from {documents:,} documents with {words:,} words, on from “{base}”.",
        documents=_count(facts.get("documents")),
        words=_count(facts.get("words")),
        base=on_one_line(str(base.get("name"))) if isinstance(base, dict) else "?",
    )
    return f"{text}\n{shown}" if shown else text


def _count(told: object) -> int:
    """Return a number that a pack tells; one from elsewhere may tell anything."""
    return told if isinstance(told, int) else 0
