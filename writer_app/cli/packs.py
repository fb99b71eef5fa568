"""`writer-app packs`: language packs on this machine."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from writer_app.bench.report import Report, Table, as_text
from writer_app.engine.backends import graph_folder
from writer_app.errors import PackError
from writer_app.model.generations import activate
from writer_app.model.install import install_pack
from writer_app.model.inventory import Entry, examine, inventory, remove_personal
from writer_app.model.ownership import export_pack, forget_person, rename
from writer_app.model.pack import find_packs, open_pack
from writer_app.paths import bundled_packs, places


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    listing = actions.add_parser("list", help="which packs there are (the default)")
    listing.add_argument("--json", action="store_true", help="one JSON object")
    verifying = actions.add_parser("verify", help="check that packs are whole and unchanged")
    verifying.add_argument("packs", nargs="*", metavar="PACK", help="names or folders; by default all")
    installing = actions.add_parser("install", help="install a pack from a folder or a .zip")
    installing.add_argument("source", type=Path, metavar="PATH")
    installing.add_argument("--name", help="what to call it; by default as the folder or .zip is called")
    using = actions.add_parser("use", help="let a pack suggest in its language")
    using.add_argument("name", metavar="PACK")
    renaming = actions.add_parser("rename", help="give one of your packs another title")
    renaming.add_argument("name", metavar="PACK")
    renaming.add_argument("title")
    exporting = actions.add_parser("export", help="write a pack into a .zip, for another machine")
    exporting.add_argument("name", metavar="PACK")
    exporting.add_argument("target", type=Path, metavar="ZIP")
    forgetting = actions.add_parser("forget", help="delete all that was learned or noted of you")
    forgetting.add_argument("--documents-too", action="store_true", help="drafts and versions as well")
    forgetting.add_argument("--yes", action="store_true", required=True, help="say that it is meant")
    removing = actions.add_parser("remove", help="remove a pack that was installed")
    removing.add_argument("name", metavar="PACK")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for."""
    match arguments.action:
        case "verify":
            _verify(arguments.packs)
        case "install":
            pack = install_pack(arguments.source, places().packs, arguments.name)
            print(f"{pack.name} ({pack.language}) is installed in {pack.folder}")
        case "use":
            activate(places().packs, _folder(arguments.name))
            print(f"{arguments.name} is in use")
        case "rename":
            rename(_folder(arguments.name), arguments.title)
            print(f"{arguments.name} is now called {arguments.title}")
        case "export":
            export_pack(open_pack(_folder(arguments.name)), arguments.target)
            print(f"{arguments.name} is in {arguments.target}")
        case "forget":
            forget_person(places(), documents_too=arguments.documents_too)
            print("All that was learned of you is deleted")
        case "remove":
            remove_personal(places().packs, bundled_packs(), graph_folder(), arguments.name)
            print(f"{arguments.name} is removed")
        case _:
            _list(inventory(places().packs, bundled_packs()), as_json=getattr(arguments, "json", False))
    return 0


def _list(entries: Sequence[Entry], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"packs": [_fields(entry) for entry in entries]}, ensure_ascii=False))
    elif entries:
        print(as_text(_report(entries)))
    else:
        print("There is no language pack. Install one with: writer-app packs install PATH")


def _report(entries: Sequence[Entry]) -> Report:
    columns = ("name", "language", "from", "MB", "parameters", "bits/char", "intact")
    rows = tuple(
        (
            entry.name,
            entry.language,
            str(entry.origin),
            entry.size / 1e6,
            entry.parameters,
            entry.bits_per_character,
            "yes" if entry.intact else "NO",
        )
        for entry in entries
    )
    problems = tuple(f"{e.name}: {e.problem} {e.problem.hint}" for e in entries if e.problem)
    return Report("packs", tables=(Table("on this machine", columns, rows),), notes=problems)


def _fields(entry: Entry) -> dict[str, object]:
    return {
        "name": entry.name,
        "folder": str(entry.folder),
        "language": entry.language,
        "origin": str(entry.origin),
        "bytes": entry.size,
        "parameters": entry.parameters,
        "dev_bits_per_character": entry.bits_per_character,
        "intact": entry.intact,
        "problem": str(entry.problem) if entry.problem else None,
    }


def _verify(names: Sequence[str]) -> None:
    """Say of each pack how it is; `PackError` where one is not intact."""
    entries = inventory(places().packs, bundled_packs())
    chosen = [_named(name, entries) for name in names] or entries
    for entry in chosen:
        print(f"{entry.name}: {'intact' if entry.intact else entry.problem}")
    damaged = [entry.name for entry in chosen if not entry.intact]
    if damaged:
        raise PackError(f"Not intact: {', '.join(damaged)}.", hint="Install them again.")


def _folder(name: str) -> Path:
    """Return where the pack called `name` lies."""
    return next((f for f in find_packs(places().packs, bundled_packs()) if f.name == name), Path(name))


def _named(name: str, entries: Sequence[Entry]) -> Entry:
    """Return the pack that is called `name`, or the one in the folder of that path."""
    known = next((entry for entry in entries if entry.name == name), None)
    return known or examine(Path(name))
