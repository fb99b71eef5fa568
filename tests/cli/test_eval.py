import json
from pathlib import Path
from typing import Any

import pytest

from tests import tiny
from writer_app.cli.main import main
from writer_app.model.pack import Pack


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write_documents(tmp_path_factory.mktemp("texts"), 4, first_seed=900)


def evaluated(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["eval", *map(str, arguments), "--json"]) == 0
    fields: dict[str, Any] = json.loads(capsys.readouterr().out)
    return fields


def test_programs_get_every_measure(tiny_pack: Pack, texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fields = evaluated(capsys, "--pack", tiny_pack.folder, texts, "--passages", 2)
    assert fields["bits_per_character"] == fields["precision"]["int8"]["bits_per_character"]
    assert fields["bits_per_character"] == pytest.approx(
        fields["precision"]["bf16"]["bits_per_character"], rel=0.005
    )
    assert fields["perplexity_per_word"] > 1
    assert fields["documents"] == 4
    savings = fields["keystroke_savings"]
    assert savings["passages"] == 2
    assert savings["list"]["1"] > 0.3  # a language of a few dozen words
    prices = [point["in_vain_per_100"] for point in savings["ghost"]]
    assert prices[0] == max(prices) > min(prices) == prices[-1]
    assert 0 <= fields["calibration"]["expected_calibration_error"] < 0.3
    assert sum(each["suggestions"] for each in fields["calibration"]["bins"]) > 100


def test_people_get_tables(tiny_pack: Pack, texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "--pack", str(tiny_pack.folder), str(texts), "--passages", "1"]) == 0
    shown = capsys.readouterr()
    for expected in ("bits/char", "int8", "bf16", "list 3", "reliability", "expected calibration error"):
        assert expected in shown.out
    assert not shown.err  # no progress bar in a pipe


@pytest.mark.parametrize("batch", [1, 3])
def test_figures_do_not_depend_on_the_batch_size(
    tiny_pack: Pack, texts: Path, capsys: pytest.CaptureFixture[str], batch: int
) -> None:
    asked = ("--pack", tiny_pack.folder, texts, "--passages", 0, "--limit-characters", 500)
    one, other = evaluated(capsys, *asked), evaluated(capsys, *asked, "--batch", batch)
    assert one["characters"] == 2000
    assert other["precision"]["int8"] == one["precision"]["int8"]
    assert other["precision"]["bf16"] == pytest.approx(one["precision"]["bf16"], rel=1e-5)


def test_what_is_repeated_from_training_texts_is_reported(
    tiny_pack: Pack, texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    memorised = evaluated(capsys, "--pack", tiny_pack.folder, "--memorised", texts)["memorised"]
    assert memorised["spans"] == 4
    assert 0 <= memorised["verbatim"] <= 4


def test_no_texts_is_wrong_usage_and_missing_ones_an_error(tiny_pack: Pack, tmp_path: Path) -> None:
    pack = ["eval", "--pack", str(tiny_pack.folder)]
    assert main(pack) == 2
    assert main([*pack, str(tmp_path / "missing.txt")]) == 1
    (tmp_path / "empty.txt").touch()
    assert main([*pack, str(tmp_path)]) == 1
    assert main(["eval", "--pack", str(tmp_path / "missing"), str(tmp_path)]) == 1
