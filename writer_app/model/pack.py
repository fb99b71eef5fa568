"""A model pack: a folder of data, never of code; checked before it is loaded.

`config.json` (sizes and facts), `weights.safetensors` (bf16), `tokenizer.model`, `CARD.md`.
"""

import hashlib
import json
import math
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from writer_app.atomic import sync_folder
from writer_app.errors import PackError
from writer_app.i18n import tr
from writer_app.model import safetensors
from writer_app.model.config import LARGEST_SIZE, ModelConfig
from writer_app.model.repair import install_again
from writer_app.model.tokenizer import Tokenizer

FORMAT = 1
CONFIG, WEIGHTS, TOKENIZER, CARD = "config.json", "weights.safetensors", "tokenizer.model", "CARD.md"
LARGEST_FILE = {CONFIG: 1 << 20, WEIGHTS: 1 << 30, TOKENIZER: 1 << 24}
LARGEST_DEPTH = 16
_SIZES = ("vocabulary", "embedding", "hidden", "layers")


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack whose files were found sound; nothing large is in memory yet."""

    folder: Path
    language: str
    config: ModelConfig
    facts: Mapping[str, Any]
    """The rest of `config.json`: what it was trained on, for how long, and its figures."""

    @property
    def name(self) -> str:
        """The folder's name, by which a person knows the pack."""
        return self.folder.name

    def identity(self) -> str:
        """Return the SHA-256 of the weights; packs with the same one are the same model."""
        return _sha256(self.folder / WEIGHTS)

    @property
    def tokenizer_identity(self) -> str:
        """The hash of its tokenizer: equal for all packs that part text alike."""
        return _sha256(self.folder / TOKENIZER)

    def tokenizer(self) -> Tokenizer:
        """Read the tokenizer; `PackError` where its size is not the model's vocabulary."""
        tokenizer = Tokenizer.from_file(self.folder / TOKENIZER)
        if tokenizer.size != self.config.vocabulary:
            raise PackError(
                tr("The tokenizer of {name} belongs to another model.", name=self.name), hint=install_again()
            )
        return tokenizer

    def weights(self) -> dict[str, NDArray[np.float32]]:
        """Read the weights, widened to float32."""
        tensors = safetensors.read_tensors(self.folder / WEIGHTS)
        if not all(np.isfinite(tensor).all() for tensor in tensors.values()):
            raise PackError(
                tr("The weights of {name} are not all numbers.", name=self.name), hint=install_again()
            )
        return tensors


def open_pack(folder: Path) -> Pack:
    """Check the pack in `folder` as far as it goes without reading the weights themselves."""
    if not folder.is_dir():
        raise PackError(
            tr("There is no language pack at {folder}.", folder=folder),
            hint=tr("Name a folder that holds a pack."),
        )
    for name, largest in LARGEST_FILE.items():
        _check_file(folder / name, largest)
    fields = _read_config(folder / CONFIG)
    config = _model_config(fields, folder.name)
    _, entries = safetensors.read_entries(folder / WEIGHTS)
    safetensors.check_shapes(entries, config.shapes(), WEIGHTS)
    facts = {key: value for key, value in fields.items() if key not in (*_SIZES, "input_scale", "language")}
    return Pack(folder, fields["language"], config, facts)


def verify(pack: Pack) -> None:
    """Raise `PackError` unless every file has the hash that `config.json` records for it."""
    recorded = pack.facts.get("sha256")
    if not isinstance(recorded, dict):
        raise PackError(
            tr("{name} records no hashes.", name=pack.name),
            hint=tr("Ask whoever made it for a complete pack."),
        )
    for name in (WEIGHTS, TOKENIZER):
        if recorded.get(name) != _sha256(pack.folder / name):
            raise PackError(
                tr("{file} of {name} is not what was packed.", file=name, name=pack.name),
                hint=install_again(),
            )


def write_pack(
    folder: Path,
    *,
    language: str,
    config: ModelConfig,
    facts: Mapping[str, Any],
    weights: Mapping[str, NDArray[np.float32]],
    tokenizer: bytes,
    card: str,
) -> Pack:
    """Write a pack beside, then put it in the place of `folder`; a pack that stood there is replaced."""
    scratch = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    try:
        safetensors.write_tensors(scratch / WEIGHTS, weights)
        (scratch / TOKENIZER).write_bytes(tokenizer)
        (scratch / CARD).write_text(card, encoding="utf-8")
        hashes = {name: _sha256(scratch / name) for name in (WEIGHTS, TOKENIZER)}
        fields = {"format": FORMAT, "language": language, **{key: getattr(config, key) for key in _SIZES}}
        fields |= {"input_scale": config.input_scale, **facts, "sha256": hashes}
        (scratch / CONFIG).write_text(
            json.dumps(fields, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        open_pack(scratch)
        _replace_folder(scratch, folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return open_pack(folder)


def find_packs(*folders: Path) -> list[Path]:
    """Return the folders that look like packs, in the order of `folders`, then by name."""
    return [
        config.parent
        for folder in folders
        for config in sorted(folder.glob(f"*/{CONFIG}"))
        if not config.parent.name.startswith(".")
    ]


def _replace_folder(scratch: Path, folder: Path) -> None:
    for file in scratch.iterdir():
        with file.open("rb") as handle:
            os.fsync(handle.fileno())
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)  # a folder in use cannot be replaced in one step
    scratch.rename(folder)
    sync_folder(folder.parent)
    shutil.rmtree(old, ignore_errors=True)


def _check_file(path: Path, largest: int) -> None:
    if not path.is_file():
        raise PackError(
            tr("{name} has no {file}.", name=path.parent.name, file=path.name), hint=install_again()
        )
    if path.stat().st_size > largest:
        raise PackError(
            tr(
                "{name} in {where} is too large to be genuine.",
                name=path.name,
                where=path.parent.name,
            ),
            hint=install_again(),
        )


def _read_config(path: Path) -> dict[str, Any]:
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise PackError(
            tr("config.json of {name} is damaged.", name=path.parent.name), hint=install_again()
        ) from error
    if not isinstance(fields, dict) or not isinstance(fields.get("language"), str):
        raise PackError(
            tr("config.json of {name} describes no model.", name=path.parent.name), hint=install_again()
        )
    if fields.get("format", FORMAT) != FORMAT:
        raise PackError(
            tr("{name} was made for another version of the program.", name=path.parent.name),
            hint=tr("Update the program or the pack."),
        )
    return fields


def _model_config(fields: Mapping[str, Any], name: str) -> ModelConfig:
    sizes = [fields.get(key) for key in _SIZES]
    scale = fields.get("input_scale")
    sane = all(type(size) is int and 0 < size <= LARGEST_SIZE for size in sizes)
    if not sane or fields["layers"] > LARGEST_DEPTH or not isinstance(scale, (int, float)):
        raise PackError(tr("config.json of {name} has impossible sizes.", name=name), hint=install_again())
    if not math.isfinite(scale) or scale <= 0:
        raise PackError(
            tr("config.json of {name} has an impossible input scale.", name=name), hint=install_again()
        )
    return ModelConfig(**{key: fields[key] for key in _SIZES}, input_scale=float(scale))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
