import json
from pathlib import Path

import pytest

from writer_app.cli.main import main
from writer_app.model.pack import WEIGHTS, Pack
from writer_app.paths import places


def test_a_pack_is_installed_listed_verified_and_removed(
    home: Path, tiny_pack: Pack, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["packs", "install", str(tiny_pack.folder), "--name", "mine"]) == 0
    assert main(["packs", "verify", "mine"]) == 0
    capsys.readouterr()
    assert main(["packs", "list", "--json"]) == 0
    listed = {pack["name"]: pack for pack in json.loads(capsys.readouterr().out)["packs"]}
    assert listed["mine"]["language"] == tiny_pack.language
    assert listed["mine"]["parameters"] == tiny_pack.config.parameters
    assert main(["packs"]) == 0
    assert "mine" in capsys.readouterr().out
    assert main(["packs", "remove", "mine"]) == 0
    assert not (places().packs / "mine").exists()


def test_a_damaged_pack_is_named_and_the_status_says_so(
    home: Path, tiny_pack: Pack, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["packs", "install", str(tiny_pack.folder), "--name", "mine"])
    weights = places().packs / "mine" / WEIGHTS
    weights.write_bytes(weights.read_bytes()[:-1])
    capsys.readouterr()
    assert main(["packs", "verify", "mine"]) == 1
    assert "mine" in capsys.readouterr().out
    assert main(["packs", "list"]) == 0
    assert "truncated" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["install", "nowhere.zip"], ["remove", "nothing"], ["verify", "nothing"]]
)
def test_what_cannot_be_done_is_said_with_what_to_do(
    home: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["packs", *arguments]) == 1
    said = capsys.readouterr()
    assert (said.out + said.err).strip()
