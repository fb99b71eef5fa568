"""What the project promises about itself: its lock files, its scripts, its pages."""

import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

import writer_app
from writer_app.paths import project_root

ROOT = project_root()
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
SCRIPTS = [*sorted((ROOT / "scripts").glob("*.sh")), ROOT / ".ci" / "run"]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def locked(lock: Path) -> set[str]:
    return set(re.findall(r"^([\w.-]+)==", lock.read_text("utf-8"), re.MULTILINE))


def project() -> dict[str, Any]:
    metadata: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return metadata


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~ ]", requirement)[0].lower() for requirement in requirements}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_pins_by_hash_and_names_no_host(lock: Path) -> None:
    entries = lock.read_text("utf-8").replace("\\\n", "").splitlines()
    pins = [entry for entry in entries if entry and not entry.startswith("#")]
    assert all("==" in pin and "--hash=sha256:" in pin for pin in pins)
    assert "://" not in lock.read_text("utf-8")


def test_every_dependency_is_locked() -> None:
    metadata = project()
    needed = names(metadata["dependencies"])
    run, dev = (locked(ROOT / "requirements" / name) for name in ("run.lock", "dev.lock"))
    assert needed <= run <= dev
    assert names(metadata["optional-dependencies"]["dev"]) <= dev


def test_no_lock_file_holds_torch_or_cuda() -> None:
    packages = set().union(*map(locked, LOCKS))
    assert not [name for name in packages if name == "torch" or name.startswith(("nvidia", "cuda", "triton"))]


def test_the_licence_of_every_locked_package_is_listed() -> None:
    listed = set(re.findall(r"[\w.-]+", (ROOT / "docs" / "licences.md").read_text("utf-8")))
    assert set().union(*map(locked, LOCKS)) <= listed


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_executable_and_parses(script: Path) -> None:
    assert script.stat().st_mode & 0o100
    subprocess.run(["bash", "-n", script], check=True)


def test_the_entry_for_the_desktop_starts_the_program_and_shows_its_icon(tmp_path: Path) -> None:
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path)}
    subprocess.run([ROOT / "scripts" / "desktop_entry.sh"], check=True, env=environment, capture_output=True)
    entry = (tmp_path / "applications" / "writer-app.desktop").read_text("utf-8")
    facts = dict(line.split("=", 1) for line in entry.splitlines() if "=" in line)
    assert facts["Exec"] == f'"{ROOT}/.venv/bin/writer-app" %F'
    assert Path(facts["Icon"]).is_file()
    assert "text/markdown" in facts["MimeType"]


def test_the_version_is_said_once_and_the_same() -> None:
    assert project()["version"] == writer_app.__version__


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_links_to_what_exists(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def test_the_architecture_names_modules_that_exist() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = re.findall(r"`([a-z_]+/[a-z_/]+\.py)`", page)
    assert named
    assert not [name for name in named if not (ROOT / "writer_app" / name).exists()]


def test_every_decision_is_in_the_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))
