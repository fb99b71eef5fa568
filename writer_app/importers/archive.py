"""Reading parts of a zip file, as DOCX, ODT and EPUB are, without trusting what it says of itself."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from writer_app.importers.files import LARGEST_TEXT, damaged, encrypted, opened, too_large, wrong_kind
from writer_app.zips import ZIP_ERRORS

_LARGEST_DIRECTORY = 4 << 20  # bytes; some 40,000 parts
_END_OF_DIRECTORY = re.compile(rb"(?=PK\x05\x06.{8}(.{4}).{6})", re.DOTALL)  # the group: the directory's size
_ZIP64_LOCATOR = b"PK\6\7"  # for archives of over 4 GB or 65,535 parts
_LONGEST_TAIL = (1 << 16) + 22 + 20  # a comment, the end of the directory, the locator
_OLE = b"\xd0\xcf\x11\xe0"  # of Microsoft's older formats; of encrypted DOCX too
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # the only ones that these formats allow
_ENCRYPTED = 1


class Archive:
    """An open zip file; all the parts read from it may have `LARGEST_TEXT` bytes together."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._budget = LARGEST_TEXT

    def __contains__(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def read(self, name: str) -> bytes:
        """Return the part called `name`; a document without it is damaged."""
        part = self._archive.NameToInfo.get(name)
        if part is None or part.compress_type not in _METHODS:
            raise damaged(self._path)
        if part.flag_bits & _ENCRYPTED:
            raise encrypted(self._path)
        if part.file_size > self._budget:
            raise too_large(self._path)
        try:
            with self._archive.open(part) as file:
                data = file.read(part.file_size + 1)  # without a limit, all that it unpacks to would come
        except ZIP_ERRORS as error:
            raise damaged(self._path) from error
        self._budget -= len(data)
        return data


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open a document that is a zip file, before its directory is known to be of a sane size."""
    with opened(path) as file:
        _check_kind(path, file)
        try:
            archive = zipfile.ZipFile(file)
        except ZIP_ERRORS as error:
            raise damaged(path) from error
        with archive:
            yield Archive(path, archive)


def _check_kind(path: Path, file: BinaryIO) -> None:
    start = file.read(4)
    if start == _OLE:
        file.seek(0)
        raise encrypted(path) if _ENCRYPTED_PACKAGE in file.read() else wrong_kind(path)
    if not start.startswith(b"PK"):
        raise wrong_kind(path)
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_TAIL))
    tail = file.read()
    # zipfile may take any of several ends for the true one, so none may announce a large directory
    sizes = [int.from_bytes(match[1], "little") for match in _END_OF_DIRECTORY.finditer(tail)]
    if not sizes:
        raise damaged(path)
    if _ZIP64_LOCATOR in tail or max(sizes) > _LARGEST_DIRECTORY:
        raise too_large(path)
