"""Installing packs from a folder or a .zip that may be damaged or hostile, and removing them.

Every name and size is checked before a byte is copied, and no more is copied than was announced.
"""

import os
import re
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from writer_app.atomic import sync_folder
from writer_app.errors import PackError
from writer_app.i18n import tr
from writer_app.model.pack import CARD, LARGEST_FILE, Pack, open_pack, verify
from writer_app.zips import ZIP_ERRORS, leads_outside

LARGEST_EXTRA = 1 << 24
MOST_FILES = 32
_EXTRA_SUFFIXES = (".md", ".txt", ".png", ".svg")  # pictures and licences beside the card
_LARGEST_DIRECTORY = 1 << 16  # bytes of a .zip's list of contents; `zipfile` reads all of it at once
_END, _END_LENGTH, _LONGEST_COMMENT = b"PK\x05\x06", 22, 0xFFFF
_LARGE_END, _LARGE_END_LENGTH = b"PK\x06\x07", 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # an LZMA member may ask for gigabytes of memory
_LARGEST_RATIO = 50  # weights hardly shrink, and text to a third; a bomb shrinks a thousandfold
_CHUNK = 1 << 20
LONGEST_NAME = 64
_NAME = re.compile(rf"[^\W_][\w.-]{{0,{LONGEST_NAME - 1}}}")
_LANGUAGE = re.compile(r"[a-z]{2,3}([_-]\w{2,8})*")


def _not_genuine() -> str:
    return tr("Take packs only from where you trust; this one is not as this program makes them.")


@dataclass(frozen=True, slots=True)
class _Source:
    """One file of a pack that is not installed yet."""

    size: int
    open: Callable[[], IO[bytes]]


def install_pack(source: Path, folder: Path, name: str | None = None) -> Pack:
    """Install the pack in `source`, a folder or a .zip, as `folder`/`name`; by default it keeps its name."""
    name = name or (source.stem if source.suffix.lower() == ".zip" else source.resolve().name)
    target = _place(folder, name)
    if target.exists():
        raise PackError(
            tr("There is already a pack {name}.", name=name),
            hint=tr("Remove it first, or choose another name."),
        )
    with _opened(source) as files:
        _check(files, source.name)
        folder.mkdir(parents=True, exist_ok=True)
        _check_space(sum(file.size for file in files.values()), folder)
        with tempfile.TemporaryDirectory(prefix=".installing-", dir=folder) as scratch:
            copied = Path(scratch) / name
            copied.mkdir()
            for file_name, file in files.items():
                _copy(file, copied / file_name)
            check_pack(open_pack(copied))
            copied.rename(target)
    sync_folder(folder)
    return open_pack(target)


def check_pack(pack: Pack) -> None:
    """Check all that opening a pack does not: hashes, tokenizer, and that the weights are numbers."""
    if not _LANGUAGE.fullmatch(pack.language):
        raise PackError(tr("{name} names no language.", name=pack.name), hint=_not_genuine())
    verify(pack)
    pack.tokenizer()
    pack.weights()


def remove_pack(folder: Path, name: str) -> None:
    """Remove the pack `folder`/`name`."""
    target = _place(folder, name)
    if not target.is_dir() or target.is_symlink():
        raise PackError(
            tr("No pack {name} was installed.", name=name),
            hint=tr("See what there is with: writer-app packs list"),
        )
    with tempfile.TemporaryDirectory(prefix=".removing-", dir=folder) as scratch:
        target.rename(Path(scratch) / name)  # gone at once, however long deleting takes


def _place(folder: Path, name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise PackError(
            tr("{name!r} cannot be the name of a pack.", name=name), hint=tr("Use letters, digits, - and _.")
        )
    return folder / name


@contextmanager
def _opened(source: Path) -> Iterator[Mapping[str, _Source]]:
    if source.is_dir():
        yield _folder_files(source)
        return
    if not source.is_file():
        raise PackError(
            tr("There is no {where}.", where=source), hint=tr("Name a folder or a .zip that holds a pack.")
        )
    _check_directory_of_zip(source)
    try:
        with zipfile.ZipFile(source) as archive:
            yield _zip_files(archive)
    except ZIP_ERRORS as error:
        raise PackError(
            tr("{name} is damaged or no .zip.", name=source.name), hint=tr("Download or copy it again.")
        ) from error


def _folder_files(source: Path) -> dict[str, _Source]:
    files: dict[str, _Source] = {}
    with os.scandir(source) as entries:
        for entry in entries:
            if not entry.is_file(follow_symlinks=False):
                raise _refused(source.name, entry.name)
            size = entry.stat(follow_symlinks=False).st_size
            files[entry.name] = _Source(size, partial(_open, Path(entry.path)))
            if len(files) > MOST_FILES:
                break
    return files


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


def _zip_files(archive: zipfile.ZipFile) -> dict[str, _Source]:
    """Return the files of an archive, which may lie in one folder together."""
    members = [member for member in archive.infolist() if not member.is_dir()]
    tops = {member.filename.rpartition("/")[0] for member in members}
    files: dict[str, _Source] = {}
    for member in members:
        folder, _, name = member.filename.rpartition("/")
        mode = member.external_attr >> 16
        plain = not stat.S_IFMT(mode) or stat.S_ISREG(mode)
        nested = len(tops) > 1 or "/" in folder or folder in ("..", ".") or member.filename.startswith("/")
        readable = member.compress_type in _METHODS and not member.flag_bits & 1  # the bit: encrypted
        bomb = member.file_size > _CHUNK and member.file_size > _LARGEST_RATIO * member.compress_size
        if not (plain and readable) or nested or bomb or name in files:
            raise _refused(Path(archive.filename or "").name, member.filename)
        files[name] = _Source(member.file_size, partial(_open_member, archive, member))
    return files


def _open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    try:
        return archive.open(member)
    except OSError as error:
        if leads_outside(error):
            raise zipfile.BadZipFile from error
        raise


def _check_directory_of_zip(path: Path) -> None:
    """Refuse a list of contents that would itself fill the memory, before `zipfile` reads it."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(size - _LONGEST_COMMENT - _END_LENGTH - _LARGE_END_LENGTH, 0))
        tail = file.read()
    # The same two places in which `zipfile` looks for the end record, in the same order.
    uncommented = tail[-_END_LENGTH:].startswith(_END) and tail.endswith(b"\0\0")
    start = len(tail) - _END_LENGTH if uncommented else tail.rfind(_END)
    directory = int.from_bytes(tail[start + 12 : start + 16], "little")
    large = tail[max(start - _LARGE_END_LENGTH, 0) : max(start, 0)].startswith(_LARGE_END)
    if start < 0 or large or directory > _LARGEST_DIRECTORY:
        raise PackError(tr("{name} is not a .zip of a pack.", name=path.name), hint=_not_genuine())


def _check(files: Mapping[str, _Source], source: str) -> None:
    if len(files) > MOST_FILES:
        raise PackError(tr("{where} holds too many files for a pack.", where=source), hint=_not_genuine())
    for name, file in files.items():
        if not _belongs(name):
            raise _refused(source, name)
        if not 0 <= file.size <= LARGEST_FILE.get(name, LARGEST_EXTRA):
            raise PackError(
                tr("{name} in {where} is too large to be genuine.", name=name, where=source),
                hint=_not_genuine(),
            )
    for name in LARGEST_FILE:
        if name not in files:
            raise PackError(
                tr("{where} has no {name}.", where=source, name=name),
                hint=tr("Name a folder or a .zip that holds a pack."),
            )


def _belongs(name: str) -> bool:
    """Whether a pack may hold a file of this name; graphs, pickles and programs it may not."""
    if name in LARGEST_FILE or name in (CARD, "LICENSE"):
        return True
    return name.endswith(_EXTRA_SUFFIXES) and bool(_NAME.fullmatch(name))


def _check_space(size: int, folder: Path) -> None:
    if size > shutil.disk_usage(folder).free:
        raise PackError(
            tr("The pack needs {megabytes} MB on the disk.", megabytes=size >> 20),
            hint=tr("Free some space first."),
        )


def _copy(file: _Source, target: Path) -> None:
    """Copy as much as was announced, and fail where there is more or less."""
    left = file.size
    with file.open() as source, target.open("xb") as copy:
        while chunk := source.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:
                break
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    if left:
        raise PackError(tr("{name} has not the size it announces.", name=target.name), hint=_not_genuine())


def _refused(source: str, name: str) -> PackError:
    return PackError(
        tr("{where} holds {name!r}, which is no part of a pack.", where=source, name=name),
        hint=_not_genuine(),
    )
