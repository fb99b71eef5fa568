"""What a long measurement has found so far, so that one that was stopped goes on."""

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any


class Kept:
    """Results by name in a file of JSON lines; without a file they are forgotten."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._results: dict[str, Any] = {}
        text = file.read_text(encoding="utf-8") if file is not None and file.exists() else ""
        for line in text.splitlines():
            with contextlib.suppress(ValueError, TypeError):  # half a line, where the program was killed
                name, result = json.loads(line)
                self._results[name] = result
        if text and not text.endswith("\n"):
            self._write("\n")

    def get(self, name: str) -> Any:
        """Return a result, None where there is none yet."""
        return self._results.get(name)

    def put(self, name: str, result: Any) -> None:
        """Keep a result: plain data."""
        self._results[name] = result
        self._write(json.dumps([name, result], ensure_ascii=False) + "\n")

    def _write(self, text: str) -> None:
        if self._file is not None:
            with self._file.open("a", encoding="utf-8") as file:
                file.write(text)


def name_of(*parts: object) -> str:
    """Return a short name for the circumstances of a result."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
