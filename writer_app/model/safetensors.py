"""Reading a safetensors file without torch, checking it before any memory is taken.

Format: 8 bytes little-endian header length, a JSON header, the raw tensors. The safetensors package
reads bf16 only into torch tensors, and checks neither names nor shapes against what a model needs.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from writer_app.errors import PackError
from writer_app.i18n import tr
from writer_app.model.repair import install_again

LARGEST_HEADER = 1 << 20

_BYTES = {"BF16": 2, "F16": 2, "F32": 4}


@dataclass(frozen=True, slots=True)
class TensorEntry:
    """Where one tensor lies in the file; offsets count from the end of the header."""

    dtype: str
    shape: tuple[int, ...]
    start: int
    end: int


def read_entries(path: Path) -> tuple[int, dict[str, TensorEntry]]:
    """Return where the data begins and the entries of the header; `PackError` where they are not sound."""
    size = path.stat().st_size
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if not 0 < length <= min(LARGEST_HEADER, size - 8):
            raise PackError(tr("{name} is not a safetensors file.", name=path.name), hint=install_again())
        raw = file.read(length)
    try:
        header = json.loads(raw)
        entries = {name: _entry(fields) for name, fields in header.items() if name != "__metadata__"}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PackError(
            tr("The header of {name} is damaged.", name=path.name), hint=install_again()
        ) from error
    if max((entry.end for entry in entries.values()), default=0) != size - 8 - length:
        raise PackError(
            tr("{name} is truncated or has something appended.", name=path.name), hint=install_again()
        )
    return 8 + length, entries


def check_shapes(
    entries: Mapping[str, TensorEntry], expected: Mapping[str, tuple[int, ...]], name: str
) -> None:
    """Raise `PackError` unless exactly the expected tensors are there, each with its shape."""
    if entries.keys() != expected.keys():
        odd = min(entries.keys() ^ expected.keys())
        raise PackError(
            tr("{name} does not fit its config.json: {odd!r}.", name=name, odd=odd), hint=install_again()
        )
    for tensor, shape in expected.items():
        if entries[tensor].shape != shape:
            raise PackError(
                tr("{tensor} in {name} has the wrong shape.", tensor=tensor, name=name), hint=install_again()
            )


def read_tensors(path: Path) -> dict[str, NDArray[np.float32]]:
    """Return all tensors, widened to float32."""
    begin, entries = read_entries(path)
    data = np.memmap(path, np.uint8, mode="r", offset=begin)
    return {name: _widen(data[e.start : e.end], e) for name, e in entries.items()}


def write_tensors(path: Path, tensors: Mapping[str, NDArray[np.float32]]) -> None:
    """Write `tensors` rounded to bfloat16, to nearest even."""
    header: dict[str, dict[str, Any]] = {}
    end = 0
    for name, tensor in sorted(tensors.items()):
        start, end = end, end + 2 * tensor.size
        header[name] = {"dtype": "BF16", "shape": list(tensor.shape), "data_offsets": [start, end]}
    raw = json.dumps(header, separators=(",", ":")).encode()
    raw += b" " * (-len(raw) % 8)  # the format asks for aligned data
    with path.open("wb") as file:
        file.write(len(raw).to_bytes(8, "little") + raw)
        for name in sorted(tensors):
            file.write(to_bfloat16(tensors[name]).tobytes())


def to_bfloat16(values: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Return the upper halves of float32 values, rounded to nearest even."""
    bits = np.ascontiguousarray(values, np.float32).view(np.uint32)
    rounded: NDArray[np.uint16] = ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)
    return rounded


def _entry(fields: Mapping[str, Any]) -> TensorEntry:
    start, end = (int(offset) for offset in fields["data_offsets"])
    shape = tuple(int(size) for size in fields["shape"])
    elements = 1
    for size in shape:  # Python's integers do not overflow
        elements *= size
    if start < 0 or min(shape, default=0) < 0 or end - start != elements * _BYTES[fields["dtype"]]:
        raise ValueError("offsets do not fit the shape")
    return TensorEntry(fields["dtype"], shape, start, end)


def _widen(raw: NDArray[np.uint8], entry: TensorEntry) -> NDArray[np.float32]:
    if entry.dtype == "BF16":
        widened = raw.view("<u2").astype(np.uint32) << 16
        return widened.view(np.float32).reshape(entry.shape)
    stored = "<f2" if entry.dtype == "F16" else "<f4"
    return raw.view(stored).astype(np.float32).reshape(entry.shape)
