"""The graphs of a pack, kept in the cache under the hash of its weights.

Loading what the cache holds needs neither torch nor `onnx`; `graphs.py` builds what it lacks.
"""

import hashlib
import platform
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from writer_app.atomic import replacing
from writer_app.model.pack import Pack

GRAPH_FORMAT = 1  # part of the file's name: raise it whenever the graphs change
_DIGEST = hashlib.sha256().digest_size
_LENGTH = 8


class Precision(Enum):
    """How the weights are stored in a graph; activations are quantised as they come."""

    INT8 = "int8"
    INT7 = "int7"
    """For x86 without VNNI, where the sum of two products of 8-bit numbers saturates."""
    FLOAT32 = "fp32"

    @property
    def largest(self) -> int:
        """Largest magnitude of a quantised weight."""
        return 63 if self is Precision.INT7 else 127


@dataclass(frozen=True, slots=True)
class Graphs:
    """Two serialised ONNX graphs that together are the model."""

    recurrent: bytes
    output: bytes


def integer_precision(machine: str | None = None, cpuinfo: str | None = None) -> Precision:
    """Return the widest integers whose products this processor adds up without saturating."""
    if (machine or platform.machine()).lower() not in ("x86_64", "amd64", "i386", "i686"):
        return Precision.INT8
    if cpuinfo is None:
        path = Path("/proc/cpuinfo")
        cpuinfo = path.read_text(errors="replace") if path.exists() else ""
    flags = next((line for line in cpuinfo.splitlines() if line.startswith("flags")), "").split()
    return Precision.INT8 if {"avx512_vnni", "avx_vnni"} & set(flags) else Precision.INT7


def cached_graphs(pack: Pack, folder: Path, precision: Precision) -> Graphs:
    """Return the graphs of `pack` from `folder`, built anew where they are missing or damaged."""
    path = folder / f"{_key(pack.identity())}-{precision.value}-v{GRAPH_FORMAT}.graphs"
    graphs = _read(path)
    if graphs is None:
        from writer_app.model.graphs import build_graphs  # noqa: PLC0415 - loads `onnx`, a quarter of a second

        graphs = build_graphs(pack.config, pack.weights(), precision)
        _write(path, graphs)
    return graphs


def drop_graphs(identity: str, folder: Path) -> None:
    """Remove from `folder` the graphs of the weights with this SHA-256, which know what those know."""
    for path in folder.glob(f"{_key(identity)}-*.graphs"):
        path.unlink(missing_ok=True)


def _key(identity: str) -> str:
    return identity[:32]


def _read(path: Path) -> Graphs | None:
    """Read a checksum, the length of the first graph, and both graphs; None unless all of it is there."""
    try:
        content = memoryview(path.read_bytes())
    except OSError:
        return None
    body = content[_DIGEST:]
    if len(body) < _LENGTH or hashlib.sha256(body).digest() != content[:_DIGEST]:
        return None
    split = _LENGTH + int.from_bytes(body[:_LENGTH], "little")
    return Graphs(bytes(body[_LENGTH:split]), bytes(body[split:]))


def _write(path: Path, graphs: Graphs) -> None:
    body = len(graphs.recurrent).to_bytes(_LENGTH, "little") + graphs.recurrent + graphs.output
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as scratch:
            scratch.write_bytes(hashlib.sha256(body).digest() + body)
    except OSError:
        return  # a full or read-only disk costs the next start a second, no more
