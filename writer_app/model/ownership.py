"""Packs as things that one owns: named, copied to another machine, and forgotten."""

import json
import re
import shutil
import time
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from writer_app.atomic import replacing
from writer_app.errors import PackError, SettingsError
from writer_app.i18n import tr
from writer_app.model import generations
from writer_app.model.install import LONGEST_NAME, install_pack
from writer_app.model.pack import CARD, CONFIG, TOKENIZER, WEIGHTS, Pack, find_packs, open_pack, verify
from writer_app.paths import Places
from writer_app.settings.store import SettingsStore

LONGEST_TITLE = 60
_PRIVATE = "document_names"
_SETTINGS = "settings.json"
_UNTOUCHED = (_SETTINGS, "packs", "log")
_OF_DOCUMENTS = ("drafts", "history", "session.json")
_NUMBER = 6  # characters that are left for a number behind the name
_ABANDONED = 3600  # seconds after which nobody works on a folder any more
_PARTS = (".installing-*", ".removing-*")


@dataclass(frozen=True, slots=True)
class Owned:
    """A pack as the manager lists it; of a damaged one there is the folder and what is wrong."""

    folder: Path
    bundled: bool
    size: int
    """Bytes on the disk."""
    in_use: bool = False
    pack: Pack | None = None
    problem: PackError | None = None

    @property
    def title(self) -> str:
        """What the person calls it."""
        return title_of(self.pack) if self.pack else self.folder.name

    @property
    def personal(self) -> bool:
        """Whether it was adapted to a person."""
        return self.pack is not None and generations.is_generation(self.pack)


def owned(personal: Path, bundled: Path) -> list[Owned]:
    """Return the person's packs, then the program's, without reading the weights."""
    used = {pack.folder for pack in generations.bases(personal, bundled).values()}
    found = []
    for folder in find_packs(personal, bundled):
        size = sum(file.stat().st_size for file in folder.glob("*") if file.is_file())
        pack, problem = _opened(folder)
        found.append(Owned(folder, folder.parent != personal, size, folder in used, pack, problem))
    return found


def _opened(folder: Path) -> tuple[Pack | None, PackError | None]:
    try:
        return open_pack(folder), None
    except PackError as error:
        return None, error


def title_of(pack: Pack) -> str:
    """Return what the person calls a pack; by default its name."""
    title = pack.facts.get("title")
    return (on_one_line(title) if isinstance(title, str) else "") or pack.name


def rename(folder: Path, title: str) -> None:
    """Give the person's pack in `folder` a title; its name, by which others refer to it, stays."""
    shown = on_one_line(title)
    if not shown:
        raise PackError(tr("A model needs a name."), hint=tr("Write one."))
    open_pack(folder)
    fields = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    _write_config(folder / CONFIG, {**fields, "title": shown})


def on_one_line(title: str) -> str:
    """Return a title on one line, without what cannot be seen, and no longer than a list has room for."""
    return " ".join("".join(c if c.isprintable() else " " for c in title).split())[:LONGEST_TITLE]


def export_pack(pack: Pack, target: Path) -> None:
    """Write the pack as a .zip; the names of the documents that it has learned from stay here."""
    verify(pack)
    fields = json.loads((pack.folder / CONFIG).read_text(encoding="utf-8"))
    fields.pop(_PRIVATE, None)
    try:
        with replacing(target) as scratch, zipfile.ZipFile(scratch, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(CONFIG, json.dumps(fields, indent=1, ensure_ascii=False))
            for name in (WEIGHTS, TOKENIZER, CARD):
                if (pack.folder / name).is_file():
                    archive.write(pack.folder / name, name)
    except OSError as error:
        raise PackError(
            tr("The model could not be written: {reason}.", reason=error.strerror or type(error).__name__),
            hint=tr("Choose another place, or make room on the disk."),
        ) from error


def import_pack(source: Path, personal: Path) -> Pack:
    """Install a pack from elsewhere under a name that is free, and let it suggest."""
    sweep(personal)
    taken = {folder.name for folder in personal.glob("*")} if personal.is_dir() else set()
    stem = _possible_name(source.stem if source.suffix.lower() == ".zip" else source.name)
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    pack = install_pack(source, personal, next(name for name in names if name not in taken))
    generations.activate(personal, pack.folder)
    return pack


def _possible_name(name: str) -> str:
    """Return a name that a pack can have, like that of a file, which may hold spaces and brackets."""
    words = re.sub(r"[^\w.-]+", "-", name).strip("._-")
    return words[: LONGEST_NAME - _NUMBER] or "model"


def sweep(personal: Path) -> None:
    """Remove what an installation left that was killed."""
    for pattern in _PARTS:
        for folder in personal.glob(pattern):
            if time.time() - folder.stat().st_mtime > _ABANDONED:
                shutil.rmtree(folder, ignore_errors=True)


def forget_person(places: Places, *, documents_too: bool) -> None:
    """Remove all that was learned or noted of the person; with `documents_too`, drafts and versions as well.

    Whatever is not known to be free of the person's words goes, so that a store made later is not forgotten
    here. Only packs that were not adapted, settings without the person's name, and the log stay, which holds
    no words.
    """
    kept = (*_UNTOUCHED, *(() if documents_too else _OF_DOCUMENTS))
    doomed = [path for path in places.packs.glob("*") if path.name.startswith(".") or _is_personal(path)]
    for folder in dict.fromkeys((places.config, places.data, places.state, places.cache)):
        doomed += [path for path in folder.glob("*") if path.name not in kept]
    left = [path.name for path in doomed if not _remove(path)]
    try:
        SettingsStore(places.config / _SETTINGS).forget_person()
    except SettingsError:
        left.append(_SETTINGS)
    if left:
        raise PackError(
            tr("Not all could be deleted: {names}.", names=", ".join(left)),
            hint=tr("Delete these by hand in the folder of the program’s data."),
        )


def _is_personal(folder: Path) -> bool:
    try:
        return generations.is_generation(open_pack(folder))
    except PackError:
        return True  # what cannot be told of a damaged pack, or of what is none, may be the person's


def _remove(path: Path) -> bool:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):  # the caller tells what is left
            path.unlink(missing_ok=True)
    return not (path.exists() or path.is_symlink())


def _write_config(path: Path, fields: dict[str, object]) -> None:
    try:
        with replacing(path) as scratch:
            scratch.write_text(json.dumps(fields, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise PackError(
            tr("The name could not be kept: {reason}.", reason=error.strerror or type(error).__name__),
            hint=tr("Make room on the disk, and try again."),
        ) from error
