"""Which packs there are on this machine, what they are worth, and whether they are intact."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from writer_app.errors import PackError
from writer_app.i18n import tr
from writer_app.model.install import check_pack, remove_pack
from writer_app.model.pack import find_packs, open_pack
from writer_app.model.quantise import drop_graphs

_MOST_BITS = 100  # per character; a model that knows nothing needs 20


class Origin(StrEnum):
    """How a pack came here."""

    BUNDLED = "bundled"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Entry:
    """One pack; what a damaged one does not tell is None."""

    folder: Path
    origin: Origin
    size: int
    """Bytes on the disk."""
    language: str | None = None
    parameters: int | None = None
    bits_per_character: float | None = None
    """On the texts that were held out while it was trained."""
    problem: PackError | None = None
    """Why it is not intact."""

    @property
    def name(self) -> str:
        """The folder's name, by which a person knows the pack."""
        return self.folder.name

    @property
    def intact(self) -> bool:
        """Whether it is whole, unchanged and usable."""
        return self.problem is None


def inventory(personal: Path, bundled: Path) -> list[Entry]:
    """Return the person's packs, then those that come with the program; each is read whole."""
    return [
        *(examine(folder, Origin.PERSONAL) for folder in find_packs(personal)),
        *(examine(folder, Origin.BUNDLED) for folder in find_packs(bundled)),
    ]


def examine(folder: Path, origin: Origin = Origin.PERSONAL) -> Entry:
    """Read the pack in `folder` and check all of it."""
    size = sum(file.stat().st_size for file in folder.glob("*") if file.is_file())
    try:
        pack = open_pack(folder)
    except PackError as error:
        return Entry(folder, origin, size, problem=error)
    problem: PackError | None = None
    try:
        check_pack(pack)
    except PackError as error:
        problem = error
    bits = _bits(pack.facts.get("dev_bits_per_character"))
    return Entry(folder, origin, size, pack.language, pack.config.parameters, bits, problem)


def remove_personal(personal: Path, bundled: Path, graphs: Path, name: str) -> None:
    """Remove one of the person's packs with its graphs in the cache; those of the program stay."""
    own = {folder.name for folder in find_packs(personal)}
    if name not in own and name in {folder.name for folder in find_packs(bundled)}:
        raise PackError(
            tr("{name} comes with the program.", name=name),
            hint=tr("Only packs that were installed can be removed."),
        )
    identity = _identity(personal / name) if name in own else None
    remove_pack(personal, name)
    if identity:
        drop_graphs(identity, graphs)


def _identity(folder: Path) -> str | None:
    try:
        return open_pack(folder).identity()
    except PackError:
        return None  # nothing can have been built from it as it is


def _bits(told: object) -> float | None:
    """Return the figure that a pack tells, None where it is none."""
    if isinstance(told, bool) or not isinstance(told, (int, float)):
        return None
    return float(told) if 0 < told < _MOST_BITS else None
