"""Packs from the command line: what is printed, and the exit status."""

import json
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from writer_app.cli import packs
from writer_app.cli.main import main
from writer_app.model.pack import CONFIG, TOKENIZER, WEIGHTS, Pack
from writer_app.paths import places

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _places_of_this_test(
    home: Path, tmp_path: Path, tiny_pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let a program that brings one pack, `shipped`, run in an empty home."""
    shutil.copytree(tiny_pack.folder, tmp_path / "bundled" / "shipped")
    monkeypatch.setattr(packs, "bundled_packs", lambda: tmp_path / "bundled")


def listed(capsys: Captured) -> dict[str, dict[str, Any]]:
    capsys.readouterr()
    assert main(["packs", "list", "--json"]) == 0
    return {entry["name"]: entry for entry in json.loads(capsys.readouterr().out)["packs"]}


def error_line(capsys: Captured) -> str:
    err = capsys.readouterr().err
    assert err.startswith("writer-app: ")
    assert err.count("\n") == 1
    return err


def archive(pack: Pack, path: Path, top: str = "", extra: str = "") -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for member in sorted(pack.folder.iterdir()):
            file.write(member, top + member.name)
        if extra:
            file.writestr(extra, "no part of a pack")
    return path


def test_programs_get_every_pack_with_what_is_known_of_it(tiny_pack: Pack, capsys: Captured) -> None:
    assert main(["packs", "install", str(tiny_pack.folder), "--name", "mine"]) == 0
    found = listed(capsys)
    assert {name: entry["origin"] for name, entry in found.items()} == {
        "mine": "personal",
        "shipped": "bundled",
    }
    mine = found["mine"]
    assert mine["folder"] == str(places().packs / "mine")
    assert mine["language"] == "en"
    assert mine["parameters"] == tiny_pack.config.parameters
    assert mine["bytes"] > 2 * mine["parameters"]
    assert mine["intact"] is True
    assert mine["problem"] is None


@pytest.mark.parametrize("arguments", [["packs"], ["packs", "list"]])
def test_people_get_a_table(arguments: list[str], capsys: Captured) -> None:
    assert main(arguments) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("shipped", "bundled", "bits/char", "intact", "yes"))


def test_the_table_says_what_is_wrong_with_a_pack(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "bundled" / "shipped" / TOKENIZER).unlink()
    assert main(["packs"]) == 0
    shown = capsys.readouterr().out
    assert "NO" in shown
    assert f"shipped has no {TOKENIZER}" in shown


def test_without_packs_it_says_how_to_get_one(tmp_path: Path, capsys: Captured) -> None:
    shutil.rmtree(tmp_path / "bundled")
    assert main(["packs"]) == 0
    assert "packs install" in capsys.readouterr().out
    assert main(["packs", "verify"]) == 0


@pytest.mark.parametrize("top", ["", "english/"])
def test_a_zip_is_installed_under_its_name(
    top: str, tmp_path: Path, tiny_pack: Pack, capsys: Captured
) -> None:
    source = archive(tiny_pack, tmp_path / "from-a-friend.zip", top)
    assert main(["packs", "install", str(source)]) == 0
    assert listed(capsys)["from-a-friend"]["intact"]
    for name in (CONFIG, WEIGHTS, TOKENIZER):
        assert (places().packs / "from-a-friend" / name).read_bytes() == (
            tiny_pack.folder / name
        ).read_bytes()


def test_a_refused_archive_leaves_nothing_behind(tmp_path: Path, tiny_pack: Pack, capsys: Captured) -> None:
    source = archive(tiny_pack, tmp_path / "odd.zip", extra="model.onnx")
    assert main(["packs", "install", str(source)]) == 1
    assert "model.onnx" in error_line(capsys)
    assert not places().packs.exists() or list(places().packs.iterdir()) == []


def test_a_name_is_taken_once(tiny_pack: Pack, capsys: Captured) -> None:
    install = ["packs", "install", str(tiny_pack.folder), "--name", "mine"]
    assert main(install) == 0
    assert main(install) == 1
    assert "already" in error_line(capsys)


def test_an_installed_pack_is_removed(tiny_pack: Pack, capsys: Captured) -> None:
    main(["packs", "install", str(tiny_pack.folder), "--name", "mine"])
    assert main(["packs", "remove", "mine"]) == 0
    assert listed(capsys).keys() == {"shipped"}
    assert list(places().packs.iterdir()) == []


def test_a_bundled_pack_is_not_removed(capsys: Captured) -> None:
    assert main(["packs", "remove", "shipped"]) == 1
    assert "comes with the program" in error_line(capsys)
    assert listed(capsys).keys() == {"shipped"}


def test_verifying_names_the_damaged_and_fails(tmp_path: Path, tiny_pack: Pack, capsys: Captured) -> None:
    main(["packs", "install", str(tiny_pack.folder), "--name", "mine"])
    assert main(["packs", "verify"]) == 0
    weights = places().packs / "mine" / WEIGHTS
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x00")
    capsys.readouterr()
    assert main(["packs", "verify", "shipped"]) == 0
    assert main(["packs", "verify", str(tmp_path / "bundled" / "shipped")]) == 0
    assert main(["packs", "verify"]) == 1
    assert "Not intact: mine" in error_line(capsys)


@pytest.mark.parametrize("action", ["verify", "install", "remove"])
def test_what_is_not_there_is_named(action: str, capsys: Captured) -> None:
    assert main(["packs", action, "absent"]) == 1
    assert "absent" in error_line(capsys)


@pytest.mark.parametrize(
    "arguments", [["frob"], ["install"], ["remove"], ["list", "x"], ["install", "a", "b"]]
)
def test_wrong_usage_has_a_status_of_its_own(arguments: list[str]) -> None:
    assert main(["packs", *arguments]) == 2


def test_packs_are_used_named_and_copied(tiny_pack: Pack, tmp_path: Path, capsys: Captured) -> None:
    assert main(["packs", "install", str(tiny_pack.folder), "--name", "mine"]) == 0
    assert main(["packs", "use", "shipped"]) == 0
    assert "bundled/shipped" in (places().packs / "current.json").read_text()
    assert main(["packs", "rename", "mine", "My letters"]) == 0
    assert json.loads((places().packs / "mine" / CONFIG).read_text())["title"] == "My letters"
    assert main(["packs", "export", "mine", str(tmp_path / "copy.zip")]) == 0
    assert main(["packs", "install", str(tmp_path / "copy.zip")]) == 0
    assert listed(capsys)["copy"]["intact"] is True
    assert main(["packs", "use", "absent"]) == 1


def test_forgetting_has_to_be_meant(home: Path, capsys: Captured) -> None:
    (home / "state").mkdir(parents=True, exist_ok=True)
    (home / "state" / "statistics.json").write_text("{}")
    assert main(["packs", "forget"]) == 2
    assert (home / "state" / "statistics.json").exists()
    assert main(["packs", "forget", "--yes"]) == 0
    assert not (home / "state" / "statistics.json").exists()
