"""Which packs there are: what each tells of itself, and what a damaged one does not hide."""

import json
import math
import shutil
from pathlib import Path

import pytest

from writer_app.errors import PackError
from writer_app.model.inventory import Origin, examine, inventory, remove_personal
from writer_app.model.pack import CONFIG, TOKENIZER, WEIGHTS, Pack, open_pack
from writer_app.model.quantise import Precision, cached_graphs


@pytest.fixture
def personal(tmp_path: Path, tiny_pack: Pack) -> Path:
    shutil.copytree(tiny_pack.folder, tmp_path / "personal" / "mine")
    return tmp_path / "personal"


@pytest.fixture
def bundled(tmp_path: Path, tiny_pack: Pack) -> Path:
    shutil.copytree(tiny_pack.folder, tmp_path / "bundled" / "en")
    return tmp_path / "bundled"


def test_each_pack_tells_what_it_is(personal: Path, bundled: Path, tiny_pack: Pack) -> None:
    mine, shipped = inventory(personal, bundled)
    assert (mine.name, mine.origin) == ("mine", Origin.PERSONAL)
    assert (shipped.name, shipped.origin) == ("en", Origin.BUNDLED)
    for entry in (mine, shipped):
        assert entry.intact
        assert entry.language == "en"
        assert entry.parameters == tiny_pack.config.parameters
        assert entry.size == sum(file.stat().st_size for file in tiny_pack.folder.iterdir())


def test_bits_per_character_are_those_of_the_config_where_they_are_a_number(personal: Path) -> None:
    config = personal / "mine" / CONFIG
    fields = json.loads(config.read_text())
    for told, shown in ((1.5, 1.5), (2, 2.0), ("1.5", None), (True, None), (math.nan, None), (10**400, None)):
        config.write_text(json.dumps(fields | {"dev_bits_per_character": told}))
        assert examine(personal / "mine").bits_per_character == shown


def test_a_changed_weight_is_noticed(personal: Path, bundled: Path) -> None:
    weights = personal / "mine" / WEIGHTS
    raw = bytearray(weights.read_bytes())
    raw[-1] ^= 1
    weights.write_bytes(raw)
    mine, shipped = inventory(personal, bundled)
    assert not mine.intact
    assert mine.language == "en"  # what can be told is told
    assert shipped.intact


def test_a_pack_that_cannot_be_opened_is_listed_with_its_problem(personal: Path, bundled: Path) -> None:
    (personal / "mine" / TOKENIZER).unlink()
    mine, _ = inventory(personal, bundled)
    assert not mine.intact
    assert mine.problem is not None
    assert mine.problem.hint
    assert (mine.language, mine.parameters) == (None, None)


def test_where_no_pack_is_the_list_is_empty(tmp_path: Path) -> None:
    assert inventory(tmp_path / "absent", tmp_path / "absent as well") == []


def test_a_pack_of_the_person_is_removed_and_nothing_else(personal: Path, bundled: Path) -> None:
    remove_personal(personal, bundled, personal.parent / "graphs", "mine")
    assert list(personal.iterdir()) == []
    assert [folder.name for folder in bundled.iterdir()] == ["en"]


def test_what_the_cache_holds_of_a_removed_pack_goes_with_it(personal: Path, bundled: Path) -> None:
    graphs = personal.parent / "graphs"
    cached_graphs(open_pack(personal / "mine"), graphs, Precision.INT8)
    other = graphs / f"{'0' * 32}-int8-v1.graphs"
    other.touch()
    remove_personal(personal, bundled, graphs, "mine")
    assert list(graphs.iterdir()) == [other]


def test_a_damaged_pack_can_be_removed(personal: Path, bundled: Path) -> None:
    (personal / "mine" / WEIGHTS).unlink()
    remove_personal(personal, bundled, personal.parent / "graphs", "mine")
    assert inventory(personal, bundled)[0].origin is Origin.BUNDLED


@pytest.mark.parametrize("name", ["en", "absent", "", ".", "..", "../bundled/en", "mine/..", "/", "mine\0"])
def test_what_the_person_did_not_install_is_not_removed(personal: Path, bundled: Path, name: str) -> None:
    with pytest.raises(PackError):
        remove_personal(personal, bundled, personal.parent / "graphs", name)
    assert len(inventory(personal, bundled)) == 2
