"""Packs are named, copied and brought back; and nothing of the person stays where that is wanted."""

import os
import shutil
import time
import zipfile
from pathlib import Path

import pytest

from writer_app.errors import PackError
from writer_app.model import generations
from writer_app.model.ownership import export_pack, forget_person, import_pack, owned, rename, sweep, title_of
from writer_app.model.pack import TOKENIZER, Pack, open_pack, verify, write_pack
from writer_app.model.quantise import Precision, cached_graphs
from writer_app.paths import Places

WORDS = "Aurelia keeps the key under the third stone"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(*(tmp_path / "home" / name for name in ("config", "data", "cache", "state")))


@pytest.fixture
def bundled(tmp_path: Path, tiny_pack: Pack) -> Path:
    shutil.copytree(tiny_pack.folder, tmp_path / "models" / "en")
    return tmp_path / "models"


def teach(places: Places, bundled: Path) -> Path:
    """Write a generation as a run does, and keep it."""
    base = generations.bases(places.packs, bundled)["en"]
    folder = generations.candidate(places.packs, "en")
    write_pack(
        folder,
        language="en",
        config=base.config,
        facts={
            "base": {"name": base.name},
            "document_names": [f"{WORDS}.txt"],
            "documents": 1,
            "words": 9000,
        },
        weights=base.weights(),
        tokenizer=(base.folder / TOKENIZER).read_bytes(),
        card="",
    )
    return generations.keep(folder)


def holding_words(folder: Path) -> list[Path]:
    """Return the files that hold the person's words, in their text or their name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if WORDS in str(path) or WORDS.encode() in path.read_bytes()]


def in_use(places: Places, bundled: Path) -> str:
    return generations.bases(places.packs, bundled)["en"].name


def test_any_pack_can_be_used_and_gone_back_from(places: Places, bundled: Path) -> None:
    first, second = teach(places, bundled), teach(places, bundled)
    assert in_use(places, bundled) == second.name
    generations.activate(places.packs, first)
    assert in_use(places, bundled) == first.name
    generations.activate(places.packs, bundled / "en")
    assert in_use(places, bundled) == "en"
    assert [one.in_use for one in owned(places.packs, bundled)] == [False, False, True]
    assert second.is_dir()


def test_a_title_is_shown_and_the_pack_stays_sound(places: Places, bundled: Path) -> None:
    folder = teach(places, bundled)
    rename(folder, "  My   letters ")
    pack = open_pack(folder)
    assert title_of(pack) == "My letters"
    verify(pack)
    with pytest.raises(PackError):
        rename(folder, " ")


def test_an_exported_pack_is_imported_elsewhere_and_used(
    places: Places, bundled: Path, tmp_path: Path
) -> None:
    folder = teach(places, bundled)
    export_pack(open_pack(folder), tmp_path / "mine.zip")
    with zipfile.ZipFile(tmp_path / "mine.zip") as archive:
        assert WORDS.encode() not in b"".join(archive.read(name) for name in archive.namelist())
    elsewhere = tmp_path / "elsewhere"
    for expected in ("mine", "mine-2"):
        pack = import_pack(tmp_path / "mine.zip", elsewhere)
        verify(pack)
        assert generations.bases(elsewhere, bundled)["en"].name == expected


def test_an_installed_generation_is_used_too(places: Places, bundled: Path, tmp_path: Path) -> None:
    folder = teach(places, bundled)
    export_pack(open_pack(folder), tmp_path / "en-personal-7.zip")
    import_pack(tmp_path / "en-personal-7.zip", places.packs)
    assert in_use(places, bundled) == "en-personal-7"


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("My letters (1).zip", "My-letters-1"),
        ("我的模型。zip.zip", "我的模型-zip"),
        ("_.zip", "model"),
        ("a" * 200 + ".zip", "a" * 58),
    ],
)
def test_a_file_of_any_name_can_be_imported(
    places: Places, bundled: Path, tmp_path: Path, file: str, expected: str
) -> None:
    export_pack(open_pack(teach(places, bundled)), tmp_path / file)
    assert import_pack(tmp_path / file, tmp_path / "elsewhere").name == expected
    assert import_pack(tmp_path / file, tmp_path / "elsewhere").name == f"{expected}-2"


def test_a_hostile_file_is_refused(places: Places, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "mine.zip", "w") as archive:
        archive.writestr("../../evil.py", "print()")
    with pytest.raises(PackError):
        import_pack(tmp_path / "mine.zip", places.packs)
    assert not list(places.packs.glob("*"))


def test_a_damaged_pack_in_use_is_told_of_and_passed_over(places: Places, bundled: Path) -> None:
    folder = teach(places, bundled)
    assert generations.problems(places.packs, bundled) == []
    (folder / TOKENIZER).unlink()
    (problem,) = generations.problems(places.packs, bundled)
    assert folder.name in str(problem)
    assert in_use(places, bundled) == "en"


def test_going_back_takes_the_graphs_along(places: Places, bundled: Path) -> None:
    folder = teach(places, bundled)
    cached_graphs(open_pack(folder), places.graphs, Precision.INT8)
    assert list(places.graphs.iterdir())
    generations.go_back(places.packs, "en", places.graphs)
    assert not list(places.graphs.iterdir())


def test_what_a_killed_installation_left_is_swept_once_it_is_old(places: Places) -> None:
    old, new = places.packs / ".installing-old", places.packs / ".installing-new"
    for folder in (old, new):
        folder.mkdir(parents=True)
    long_ago = time.time() - 7200
    os.utime(old, (long_ago, long_ago))
    sweep(places.packs)
    assert not old.exists()
    assert new.exists()


def test_nothing_of_the_person_is_left_in_the_whole_home(
    places: Places, bundled: Path, tmp_path: Path
) -> None:
    folder = teach(places, bundled)
    cached_graphs(open_pack(folder), places.graphs, Precision.INT8)
    shutil.copytree(bundled / "en", places.packs / "installed")
    for place in (
        places.config / "words.txt",
        places.data / "memory" / "counts.json",
        places.data / "words.txt",
        places.state / "recent.json",
        places.state / "statistics.json",
        places.state / "finetuning" / "texts.json",
        places.state / "drafts" / "draft.json",
        places.state / "history" / "version.txt",
        places.cache / "spelling.bin",
        places.packs / ".en-personal-9" / "config.json",
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(WORDS, encoding="utf-8")
    (places.config / "settings.json").write_text("{}", encoding="utf-8")
    half_deleted = places.packs / "en-personal-3" / TOKENIZER
    half_deleted.parent.mkdir()
    half_deleted.write_text(WORDS, encoding="utf-8")
    folder.rename(places.packs / "taught, under a name of its own")
    (places.packs / "leading elsewhere").symlink_to(half_deleted.parent)
    forget_person(places, documents_too=False)
    left = [
        path
        for path in (tmp_path / "home").rglob("*")
        if path.is_file() and WORDS.encode() in path.read_bytes()
    ]
    assert {path.parent.name for path in left} == {"drafts", "history"}
    forget_person(places, documents_too=True)
    assert holding_words(tmp_path / "home") == []
    assert (places.config / "settings.json").exists()
    assert in_use(places, bundled) == "installed"
    assert [path.name for path in places.packs.iterdir()] == ["installed"]
