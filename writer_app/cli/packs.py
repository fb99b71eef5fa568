"""`writer-app packs`: language packs on this machine."""

import argparse
import json
from pathlib import Path
from typing import Any

from writer_app.bench.report import Report, Table, as_text
from writer_app.errors import PackError
from writer_app.model.install import check_pack, install_pack, remove_pack
from writer_app.model.pack import find_packs, open_pack
from writer_app.paths import bundled_packs, places


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    listing = actions.add_parser("list", help="which packs there are (the default)")
    listing.add_argument("--json", action="store_true", help="one JSON object")
    verifying = actions.add_parser("verify", help="check that packs are whole and unchanged")
    verifying.add_argument("names", nargs="*", metavar="PACK", help="names or folders; by default all")
    installing = actions.add_parser("install", help="install a pack from a folder or a .zip")
    installing.add_argument("source", type=Path, metavar="PATH")
    installing.add_argument("--name", help="what to call it; by default as the folder or .zip is called")
    removing = actions.add_parser("remove", help="remove a pack that was installed")
    removing.add_argument("name", metavar="PACK")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for."""
    match arguments.action:
        case "verify":
            return _verify(arguments.names)
        case "install":
            pack = install_pack(arguments.source, places().packs, arguments.name)
            print(f"{pack.name} ({pack.language}) is installed in {pack.folder}")
        case "remove":
            _remove(arguments.name)
        case _:
            _list(as_json=getattr(arguments, "json", False))
    return 0


def _list(*, as_json: bool) -> None:
    packs = [_facts(folder) for folder in _folders()]
    if as_json:
        print(json.dumps({"packs": packs}, ensure_ascii=False))
    elif packs:
        columns = ("name", "language", "parameters", "bits/char", "where")
        rows = tuple((p["name"], p["language"], p["parameters"], p["bits"], p["folder"]) for p in packs)
        problems = tuple(f"{p['name']}: {p['problem']}" for p in packs if p["problem"])
        print(
            as_text(
                Report("Language packs", tables=(Table("on this machine", columns, rows),), notes=problems)
            )
        )
    else:
        print("There is no language pack. Install one with: writer-app packs install PATH")


def _facts(folder: Path) -> dict[str, Any]:
    facts: dict[str, Any] = {"name": folder.name, "folder": str(folder), "problem": None}
    facts |= dict.fromkeys(("language", "parameters", "bits"))
    try:
        pack = open_pack(folder)
    except PackError as error:
        return facts | {"problem": str(error)}
    bits = pack.facts.get("dev_bits_per_character")
    return facts | {
        "language": pack.language,
        "parameters": pack.config.parameters,
        "bits": bits if isinstance(bits, (int, float)) else None,
    }


def _verify(names: list[str]) -> int:
    """Check each pack and say how it is; 1 where one is not sound."""
    failures = 0
    for folder in map(_folder, names) if names else _folders():
        try:
            check_pack(open_pack(folder))
        except PackError as error:
            failures += 1
            print(f"{folder.name}: {error} {error.hint}")
        else:
            print(f"{folder.name}: whole and unchanged")
    return 1 if failures else 0


def _remove(name: str) -> None:
    if not (places().packs / name).is_dir() and (bundled_packs() / name).is_dir():
        raise PackError(f"{name} comes with the program.", hint="It cannot be removed alone.")
    remove_pack(places().packs, name)
    print(f"{name} is removed")


def _folders() -> list[Path]:
    return find_packs(places().packs, bundled_packs())


def _folder(name: str) -> Path:
    """Return the pack that is called `name`, or the folder of that path."""
    return next((folder for folder in _folders() if folder.name == name), Path(name))
