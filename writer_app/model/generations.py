"""Generations of packs adapted to one person: which is in use, and how one takes another's place.

They lie among the person's packs as `en-personal-1`, `en-personal-2`, …; `current.json` names the one in use
for each language. A new one is a candidate, hidden from everything that looks for packs, until it is kept.
"""

import json
import re
import shutil
from contextlib import suppress
from pathlib import Path

from writer_app.atomic import replacing, sync_folder
from writer_app.errors import PackError
from writer_app.i18n import tr
from writer_app.model.pack import Pack, find_packs, open_pack
from writer_app.model.quantise import drop_graphs

CURRENT = "current.json"
_BUNDLED = "bundled/"  # before the name of a pack of the program
_NAME = re.compile(r"\.?(?P<language>[a-z]{2,8})-personal-(?P<number>[1-9]\d{0,5})")


def packs_in_use(personal: Path, bundled: Path) -> list[Path]:
    """Return the packs that may suggest, those chosen before others; of generations only the chosen ones."""
    chosen = {_chosen(personal, bundled, name) for name in _read_current(personal).values()}
    found = find_packs(personal, bundled)
    return [
        *(folder for folder in found if folder in chosen),
        *(folder for folder in found if folder not in chosen and not _is_generation(folder)),
    ]


def problems(personal: Path, bundled: Path) -> list[PackError]:
    """Return why chosen packs are passed over: they are damaged, or gone."""
    found: list[PackError] = []
    for name in _read_current(personal).values():
        try:
            open_pack(_chosen(personal, bundled, name))
        except PackError as error:
            found.append(error)
    return found


def bases(personal: Path, bundled: Path) -> dict[str, Pack]:
    """Return the pack in use of each language; packs that cannot be opened are passed over."""
    found: dict[str, Pack] = {}
    for folder in packs_in_use(personal, bundled):
        try:
            pack = open_pack(folder)
        except PackError:
            continue
        found.setdefault(pack.language, pack)
    return found


def current_generation(personal: Path, language: str) -> Path | None:
    """Return the generation in use for `language`; None where no adapted pack is."""
    name = Path(_read_current(personal).get(language, "")).name
    return personal / name if name and _is_generation(personal / name) else None


def candidate(personal: Path, language: str) -> Path:
    """Return where the next generation is to be written."""
    numbers = [0]
    for folder in find_packs(personal):
        match = _NAME.fullmatch(folder.name)
        if match and match["language"] == language:
            numbers.append(int(match["number"]))
    return personal / f".{language}-personal-{max(numbers) + 1}"


def waiting_candidates(personal: Path) -> list[Pack]:
    """Return the sound candidates that nobody has decided about."""
    found = []
    for folder in sorted(personal.glob(".*-personal-*")):
        try:
            found += [open_pack(folder)] if _NAME.fullmatch(folder.name) else []
        except PackError:
            continue
    return found


def root(personal: Path, bundled: Path, pack: Pack) -> Pack | None:
    """Return the pack that `pack` was adapted from, through all generations; None where it is not here."""
    known = find_packs(personal, bundled)
    while "base" in pack.facts:
        name = _base_name(pack.folder)
        known = [folder for folder in known if folder != pack.folder]  # each once, whatever packs say
        folder = next((folder for folder in known if folder.name == name), None)
        try:
            base = open_pack(folder) if folder else None
        except PackError:
            return None
        if base is None or base.config != pack.config:
            return None
        pack = base
    return pack


def keep(folder: Path) -> Path:
    """Make the candidate in `folder` the generation in use, and return its new place."""
    language = open_pack(folder).language
    kept = folder.with_name(folder.name.removeprefix("."))
    try:
        folder.rename(kept)
        sync_folder(kept.parent)
        _write_current(kept.parent, language, kept.name)
    except OSError as error:
        raise _not_changed(error) from error
    return kept


def activate(personal: Path, folder: Path) -> None:
    """Let the pack in `folder`, the person's or the program's, suggest in its language from now on."""
    language = open_pack(folder).language
    name = folder.name if folder.parent == personal else f"{_BUNDLED}{folder.name}"
    try:
        personal.mkdir(parents=True, exist_ok=True)
        _write_current(personal, language, name)
    except OSError as error:
        raise _not_changed(error) from error


def discard(folder: Path, graphs: Path) -> None:
    """Remove a candidate with its graphs, and what a run that was killed while writing it left beside it."""
    _drop_graphs(folder, graphs)
    for name in (folder.name, f".{folder.name}.new", f".{folder.name}.old"):
        shutil.rmtree(folder.with_name(name), ignore_errors=True)


def go_back(personal: Path, language: str, graphs: Path) -> None:
    """Remove the generation in use; the pack that it was adapted from is in use again."""
    folder = current_generation(personal, language)
    if folder is None:
        return
    before = _base_name(folder)
    known = bool(before) and _is_generation(personal / before) and (personal / before).is_dir()
    try:
        _write_current(personal, language, before if known else None)
    except OSError as error:
        raise _not_changed(error) from error
    _drop_graphs(folder, graphs)
    shutil.rmtree(folder, ignore_errors=True)


def is_generation(pack: Pack) -> bool:
    """Whether a pack was adapted to a person, here or elsewhere."""
    return _is_generation(pack.folder) or "base" in pack.facts


def _chosen(personal: Path, bundled: Path, name: str) -> Path:
    """Return the pack that `current.json` means by `name`; a path within it leads nowhere."""
    inside, place = (name.removeprefix(_BUNDLED), bundled) if name.startswith(_BUNDLED) else (name, personal)
    return place / Path(inside).name


def _drop_graphs(folder: Path, graphs: Path) -> None:
    with suppress(PackError):  # nothing can have been built from a damaged one
        drop_graphs(open_pack(folder).identity(), graphs)


def _is_generation(folder: Path) -> bool:
    return _NAME.fullmatch(folder.name) is not None


def _base_name(folder: Path) -> str:
    try:
        base = open_pack(folder).facts.get("base")
    except PackError:
        return ""
    name = base.get("name") if isinstance(base, dict) else None
    return name if isinstance(name, str) else ""


def _read_current(personal: Path) -> dict[str, str]:
    """Return the names by language; a damaged file names none, so the packs adapted from are in use."""
    try:
        fields = json.loads((personal / CURRENT).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(fields, dict):
        return {}
    return {language: name for language, name in fields.items() if isinstance(name, str)}


def _write_current(personal: Path, language: str, name: str | None) -> None:
    names = {**_read_current(personal), language: name}
    with replacing(personal / CURRENT) as scratch:
        scratch.write_text(json.dumps({k: v for k, v in names.items() if v}), encoding="utf-8")


def _not_changed(error: OSError) -> PackError:
    return PackError(
        tr("The model in use could not be changed: {reason}.", reason=error.strerror or type(error).__name__),
        hint=tr("Make room on the disk or allow writing to the folder of the program's data, and try again."),
    )
