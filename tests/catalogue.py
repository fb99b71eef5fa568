"""The Qt Linguist catalogues, kept in step with the words in the code: `make i18n` runs this."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

from writer_app.paths import project_root, resources
from writer_app.settings import schema

CATALOGUES = resources() / "catalogues"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
_MNEMONIC = re.compile(r"&(?!&)")


@cache
def sources() -> dict[str, set[str]]:
    """Return each text that is shown to a person, with the files it stands in."""
    found: dict[str, set[str]] = {}
    for file in sorted((project_root() / "writer_app").rglob("*.py")):
        name = file.relative_to(project_root()).as_posix()
        for text in _texts(ast.parse(file.read_text(encoding="utf-8"))):
            found.setdefault(text, set()).add(name)
    for text in filter(None, _schema_texts()):
        found.setdefault(text, set()).add("writer_app/settings/schema.py")
    return found


def unknown() -> list[str]:
    """Return the calls of `tr` whose text the code does not show, other than for what the schema declares."""
    return [
        f"{file.name}:{call.lineno} {ast.unparse(call)}"
        for file in sorted((project_root() / "writer_app").rglob("*.py"))
        for call, found in _calls(ast.parse(file.read_text(encoding="utf-8")))
        if not found and not _DECLARED.search(ast.unparse(call.args[0]))
    ]


_DECLARED = re.compile(r"^(setting\.(title|help|group)|self\.setting\.|title|group|bounds\.unit|scale\.word)")


def _texts(module: ast.Module) -> Iterator[str]:
    for _, found in _calls(module):
        yield from found


def _calls(module: ast.Module) -> Iterator[tuple[ast.Call, list[str]]]:
    constants = {
        target.id: node.value.value
        for node in module.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            yield node, list(_literals(node.args[0], constants))


def _literals(node: ast.expr, constants: dict[str, str]) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _literals(one, constants)
            yield from _literals(other, constants)
        case ast.Name(id=name) if name in constants:
            yield constants[name]


def _schema_texts() -> Iterator[str]:
    yield from schema.GROUPS.values()
    for setting in schema.SETTINGS:
        yield from (setting.title, setting.help)
        match setting.valid:
            case schema.Scale(words=words):
                yield from (word for _, word in words)
            case schema.Between(unit=unit):
                yield unit
            case schema.OneOf(titles=titles):
                yield from titles.values()


def read(catalogue: Path) -> dict[str, str]:
    """Return the translations in a catalogue, "" for one that is missing or unfinished."""
    messages = ET.parse(catalogue).iter("message") if catalogue.exists() else iter(())  # noqa: S314 (ours)
    found: dict[str, str] = {}
    for message in messages:
        translation = message.find("translation")
        done = translation is not None and not translation.get("type")
        found[message.findtext("source") or ""] = (
            (translation.text or "") if done and translation is not None else ""
        )
    return found


def write(catalogue: Path) -> None:
    """Bring a catalogue up to date: new texts unfinished, those that are gone out, the rest as it was."""
    kept = read(catalogue)
    root = ET.Element("TS", version="2.1", language=catalogue.stem, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "Writer"
    for text, files in sorted(sources().items()):
        message = ET.SubElement(context, "message")
        for file in sorted(files):
            ET.SubElement(message, "location", filename=f"../../{file}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = kept.get(text, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    catalogue.write_text(_HEAD + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def problems(catalogue: Path) -> list[str]:
    """Return what is wrong with a catalogue, each in a sentence."""
    here, wanted = read(catalogue), sources()
    found = [f"stale, not in the code any more: {text!r}" for text in here if text not in wanted]
    found += [f"not in the catalogue: {text!r}" for text in wanted if text not in here]
    for text, translation in here.items():
        if not translation:
            found.append(f"untranslated: {text!r}")
        elif places(text) != places(translation):
            found.append(f"other places to fill in: {text!r}")
        elif bool(_MNEMONIC.search(text)) != bool(_MNEMONIC.search(translation)):
            found.append(f"a key of the menu is missing or too many: {text!r}")
        elif text.endswith("…") != translation.endswith("…"):
            found.append(f"the dots at the end differ: {text!r}")
    return found


def places(text: str) -> set[str]:
    """Return the names of the places that values are put into."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


if __name__ == "__main__":
    wrong = unknown()
    for catalogue in sorted(CATALOGUES.glob("*.ts")):
        write(catalogue)
        wrong += problems(catalogue)
    print("\n".join(wrong) or "complete")  # noqa: T201 - what a make target says
    sys.exit(bool(wrong))
