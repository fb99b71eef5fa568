"""Documents opened lately, newest first."""

from pathlib import Path

from writer_app.documents.path_list import PathList

LIMIT = 12


class RecentDocuments(PathList):
    """The short list that a menu shows."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, LIMIT)
