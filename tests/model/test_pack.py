"""A pack from elsewhere is data: whatever is wrong with it is said, and nothing large is loaded first."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray
from safetensors.torch import load_file

from tests.tiny import tokenizer_bytes
from writer_app.errors import PackError
from writer_app.model.config import ModelConfig
from writer_app.model.pack import CONFIG, TOKENIZER, WEIGHTS, Pack, find_packs, open_pack, verify, write_pack
from writer_app.model.safetensors import to_bfloat16
from writer_app.model.tokenizer import Tokenizer

CONFIG_OF_TESTS = ModelConfig.sized(Tokenizer(tokenizer_bytes()).size, embedding=4, hidden=6, layers=2)


def random_weights(seed: int = 0) -> dict[str, NDArray[np.float32]]:
    random = np.random.default_rng(seed)
    shapes = CONFIG_OF_TESTS.shapes().items()
    return {name: random.normal(size=shape).astype(np.float32) for name, shape in shapes}


def write(folder: Path, weights: dict[str, NDArray[np.float32]] | None = None) -> Pack:
    return write_pack(
        folder,
        language="en",
        config=CONFIG_OF_TESTS,
        facts={"tokens_seen": 5},
        weights=weights or random_weights(),
        tokenizer=tokenizer_bytes(),
        card="# Card\n",
    )


def edit_config(folder: Path, **changes: Any) -> None:
    fields = json.loads((folder / CONFIG).read_text())
    (folder / CONFIG).write_text(json.dumps(fields | changes))


def test_a_pack_comes_back_as_it_was_written(tmp_path: Path) -> None:
    weights = random_weights()
    pack = write(tmp_path / "en", weights)
    verify(pack)
    assert pack.config == CONFIG_OF_TESTS
    assert pack.facts["tokens_seen"] == 5
    assert pack.tokenizer().encode("text")
    for name, tensor in pack.weights().items():
        np.testing.assert_allclose(tensor, weights[name], rtol=2**-8)


def test_the_safetensors_package_reads_the_same_weights(tmp_path: Path) -> None:
    pack = write(tmp_path / "en")
    theirs = load_file(pack.folder / WEIGHTS)
    for name, tensor in pack.weights().items():
        np.testing.assert_array_equal(tensor, theirs[name].float().numpy())


@given(hnp.arrays(np.float32, 8, elements=st.floats(width=32, allow_nan=False, allow_infinity=False)))
def test_bfloat16_rounds_as_torch_does(values: NDArray[np.float32]) -> None:
    theirs = torch.from_numpy(values).bfloat16().view(torch.int16).numpy().view(np.uint16)
    np.testing.assert_array_equal(to_bfloat16(values), theirs)


def test_replacing_a_pack_leaves_only_the_new_one(tmp_path: Path) -> None:
    first = write(tmp_path / "en").identity()
    second = write(tmp_path / "en", random_weights(seed=1)).identity()
    assert first != second
    assert [path.name for path in tmp_path.iterdir()] == ["en"]


def test_a_pack_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    old = write(tmp_path / "en").identity()
    with pytest.raises(PackError):
        write(tmp_path / "en", {"foreign": np.zeros(3, np.float32)})
    assert open_pack(tmp_path / "en").identity() == old
    assert [path.name for path in tmp_path.iterdir()] == ["en"]


def truncate(folder: Path) -> None:
    raw = (folder / WEIGHTS).read_bytes()
    (folder / WEIGHTS).write_bytes(raw[:-7])


def append(folder: Path) -> None:
    with (folder / WEIGHTS).open("ab") as file:
        file.write(b"more")


def overwrite_header(folder: Path) -> None:
    raw = bytearray((folder / WEIGHTS).read_bytes())
    raw[8:40] = b"\xff" * 32
    (folder / WEIGHTS).write_bytes(raw)


def claim_huge_header(folder: Path) -> None:
    raw = bytearray((folder / WEIGHTS).read_bytes())
    raw[:8] = (1 << 60).to_bytes(8, "little")
    (folder / WEIGHTS).write_bytes(raw)


def claim_huge_tensor(folder: Path) -> None:
    header = {"output.bias": {"dtype": "F32", "shape": [1 << 40], "data_offsets": [0, 1 << 42]}}
    raw = json.dumps(header).encode()
    (folder / WEIGHTS).write_bytes(len(raw).to_bytes(8, "little") + raw)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "no weights": lambda folder: (folder / WEIGHTS).unlink(),
    "no tokenizer": lambda folder: (folder / TOKENIZER).unlink(),
    "no config": lambda folder: (folder / CONFIG).unlink(),
    "empty weights": lambda folder: (folder / WEIGHTS).write_bytes(b""),
    "weights of another kind": lambda folder: (folder / WEIGHTS).write_bytes(b"\x80\x02ctorch\n" * 99),
    "truncated weights": truncate,
    "weights with something appended": append,
    "damaged header": overwrite_header,
    "endless header": claim_huge_header,
    "oversized tensor": claim_huge_tensor,
    "config that is no JSON": lambda folder: (folder / CONFIG).write_text("{"),
    "config that is a list": lambda folder: (folder / CONFIG).write_text("[1]"),
    "config nested without end": lambda folder: (folder / CONFIG).write_text("[" * 200_000),
    "config in another encoding": lambda folder: (folder / CONFIG).write_bytes(b"\xff\xfe{"),
    "oversized vocabulary": lambda folder: edit_config(folder, vocabulary=1 << 40),
    "negative size": lambda folder: edit_config(folder, hidden=-1),
    "size that is no number": lambda folder: edit_config(folder, hidden="6"),
    "size that is a truth": lambda folder: edit_config(folder, layers=True),
    "too many layers": lambda folder: edit_config(folder, layers=1000),
    "sizes of another model": lambda folder: edit_config(folder, hidden=7),
    "input scale that is no number": lambda folder: edit_config(folder, input_scale=float("nan")),
    "format of the future": lambda folder: edit_config(folder, format=2),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_pack_is_refused_with_a_hint(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    folder = write(tmp_path / "en").folder
    damage(folder)
    with pytest.raises(PackError) as caught:
        open_pack(folder)
    assert caught.value.hint


def test_exchanged_weights_do_not_verify(tmp_path: Path) -> None:
    pack = write(tmp_path / "en")
    other = write(tmp_path / "other", random_weights(seed=1))
    shutil.copy(other.folder / WEIGHTS, pack.folder / WEIGHTS)
    with pytest.raises(PackError):
        verify(open_pack(pack.folder))


def test_a_foreign_tokenizer_is_refused(tmp_path: Path) -> None:
    pack = write(tmp_path / "en")
    (pack.folder / TOKENIZER).write_bytes(tokenizer_bytes(size=350))
    with pytest.raises(PackError):
        open_pack(pack.folder).tokenizer()


def test_weights_that_are_not_numbers_are_refused(tmp_path: Path) -> None:
    weights = random_weights()
    weights["output.bias"][0] = np.nan
    pack = write(tmp_path / "en", weights)
    with pytest.raises(PackError):
        pack.weights()


def test_packs_are_found_and_leftovers_are_not(tmp_path: Path) -> None:
    write(tmp_path / "zh")
    write(tmp_path / "en")
    write(tmp_path / ".en.new")
    (tmp_path / "empty").mkdir()
    assert [path.name for path in find_packs(tmp_path, tmp_path / "absent")] == ["en", "zh"]
