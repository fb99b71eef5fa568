import io
import shutil
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from writer_app.errors import PackError
from writer_app.model import install
from writer_app.model.install import install_pack, remove_pack
from writer_app.model.pack import CARD, CONFIG, TOKENIZER, WEIGHTS, Pack


@pytest.fixture
def contents(tiny_pack: Pack) -> dict[str, bytes]:
    return {name: (tiny_pack.folder / name).read_bytes() for name in (CONFIG, WEIGHTS, TOKENIZER, CARD)}


def zipped(path: Path, contents: dict[str, bytes], inside: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(inside + name, content)
    return path


def unpacked(folder: Path, contents: dict[str, bytes]) -> Path:
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("inside", ["", "mine/"])
def test_a_pack_from_a_zip_is_the_same_pack(
    tmp_path: Path, contents: dict[str, bytes], inside: str, tiny_pack: Pack
) -> None:
    pack = install_pack(zipped(tmp_path / "mine.zip", contents, inside), tmp_path / "packs")
    assert pack.folder == tmp_path / "packs" / "mine"
    assert pack.identity() == tiny_pack.identity()


def test_a_pack_from_a_folder_can_have_another_name(tmp_path: Path, tiny_pack: Pack) -> None:
    pack = install_pack(tiny_pack.folder, tmp_path, "letters")
    assert pack.name == "letters"
    assert sorted(file.name for file in pack.folder.iterdir()) == sorted((CONFIG, WEIGHTS, TOKENIZER, CARD))


def test_a_pack_that_is_there_is_not_replaced(tmp_path: Path, tiny_pack: Pack) -> None:
    install_pack(tiny_pack.folder, tmp_path, "mine")
    with pytest.raises(PackError):
        install_pack(tiny_pack.folder, tmp_path, "mine")


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "..", ".hidden", "", "a/b", "a\\b", "a\0b"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, tiny_pack: Pack, name: str) -> None:
    with pytest.raises(PackError):
        install_pack(tiny_pack.folder, tmp_path / "packs", name or " ")
    with pytest.raises(PackError):
        remove_pack(tmp_path / "packs", name)


@pytest.mark.parametrize(
    "foreign",
    [
        "model.onnx",
        "weights.pkl",
        "pytorch_model.bin",
        "setup.py",
        "../escape.txt",
        "/absolute.txt",
        "a/b.txt",
    ],
)
def test_what_is_no_part_of_a_pack_is_refused(
    tmp_path: Path, contents: dict[str, bytes], foreign: str
) -> None:
    archive = zipped(tmp_path / "mine.zip", {**contents, foreign: b"x"})
    assert_refused(archive, tmp_path / "packs")
    assert not list(tmp_path.rglob("escape.txt"))


def test_a_link_is_refused(tmp_path: Path, contents: dict[str, bytes]) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("s" * len(str(secret)))  # as long as the link itself, so that its size tells nothing
    folder = unpacked(tmp_path / "linked", contents)
    (folder / "note.txt").symlink_to(secret)
    assert_refused(folder, tmp_path / "packs")
    archive = zipped(tmp_path / "linked.zip", contents)
    with zipfile.ZipFile(archive, "a") as file:
        link = zipfile.ZipInfo("note.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, str(secret))
    assert_refused(archive, tmp_path / "packs")


def test_two_files_of_one_name_are_refused(tmp_path: Path, contents: dict[str, bytes]) -> None:
    archive = zipped(tmp_path / "mine.zip", contents)
    with zipfile.ZipFile(archive, "a") as file, pytest.warns(UserWarning, match="Duplicate name"):
        file.writestr(CARD, "another card")
    assert_refused(archive, tmp_path / "packs")


@pytest.mark.parametrize("size", [install.LARGEST_EXTRA + 1, 2_000_000])  # past the limit, and below it
def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, contents: dict[str, bytes], size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = zipped(tmp_path / "bomb.zip", {**contents, "note.txt": bytes(size)})
    monkeypatch.setattr(zipfile.ZipFile, "open", unreachable)
    assert_refused(archive, tmp_path / "packs")


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_method_that_may_ask_for_much_memory_is_refused(
    tmp_path: Path, contents: dict[str, bytes], method: int
) -> None:
    archive = zipped(tmp_path / "odd.zip", contents)
    with zipfile.ZipFile(archive, "a", method) as file:
        file.writestr("note.txt", b"x" * 100)
    assert_refused(archive, tmp_path / "packs")


def test_a_name_that_is_no_text_is_refused(tmp_path: Path, contents: dict[str, bytes]) -> None:
    archive = zipped(tmp_path / "odd.zip", {**contents, "n\u00f6te.txt": b"x"})
    archive.write_bytes(archive.read_bytes().replace("n\u00f6te".encode(), b"n\xff\xfete"))
    assert_refused(archive, tmp_path / "packs")


def test_no_more_is_unpacked_than_was_announced(tmp_path: Path, contents: dict[str, bytes]) -> None:
    long = zipped(tmp_path / "long.zip", {**contents, "note.txt": bytes(1_000_000)})
    assert_refused(with_sizes(long, "note.txt", 10), tmp_path / "packs")
    short = zipped(tmp_path / "short.zip", {**contents, "note.txt": bytes(10)})
    assert_refused(with_sizes(short, "note.txt", 1_000_000), tmp_path / "packs")


def test_a_list_of_contents_that_fills_the_memory_is_not_read(
    tmp_path: Path, contents: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    many = zipped(tmp_path / "many.zip", {**contents, **{f"{n}.txt": b"" for n in range(2000)}})
    monkeypatch.setattr(zipfile, "ZipFile", unreachable)
    assert_refused(many, tmp_path / "packs")


def test_too_many_files_are_refused(tmp_path: Path, contents: dict[str, bytes]) -> None:
    extra = {f"{n}.txt": b"" for n in range(install.MOST_FILES)}
    assert_refused(zipped(tmp_path / "many.zip", {**contents, **extra}), tmp_path / "packs")
    assert_refused(unpacked(tmp_path / "many", {**contents, **extra}), tmp_path / "packs")


@pytest.mark.parametrize("missing", [CONFIG, WEIGHTS, TOKENIZER])
def test_an_incomplete_pack_is_refused(tmp_path: Path, contents: dict[str, bytes], missing: str) -> None:
    del contents[missing]
    assert_refused(zipped(tmp_path / "part.zip", contents), tmp_path / "packs")


@pytest.mark.parametrize("name", [WEIGHTS, TOKENIZER])
def test_a_changed_file_is_refused(tmp_path: Path, contents: dict[str, bytes], name: str) -> None:
    contents[name] = contents[name][:-1] + bytes([contents[name][-1] ^ 1])
    assert_refused(zipped(tmp_path / "changed.zip", contents), tmp_path / "packs")


def test_an_archive_is_refused_wherever_it_is_damaged(tmp_path: Path, contents: dict[str, bytes]) -> None:
    whole = zipped(tmp_path / "whole.zip", contents).read_bytes()
    damaged = tmp_path / "damaged.zip"
    for cut in (0, 1, 21, len(whole) // 2, len(whole) - 1):
        damaged.write_bytes(whole[:cut])
        assert_refused(damaged, tmp_path / "packs")
    for place in range(0, len(whole), len(whole) // 20):
        damaged.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert_refused_or_whole(damaged, tmp_path / f"packs-{place}")


def test_a_full_disk_is_noticed_before_anything_is_written(
    tmp_path: Path, tiny_pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: type("Usage", (), {"free": 100}))
    assert_refused(tiny_pack.folder, tmp_path / "packs")


def test_a_removed_pack_is_gone_and_can_come_back(tmp_path: Path, tiny_pack: Pack) -> None:
    install_pack(tiny_pack.folder, tmp_path, "mine")
    remove_pack(tmp_path, "mine")
    assert not list(tmp_path.iterdir())
    with pytest.raises(PackError):
        remove_pack(tmp_path, "mine")
    install_pack(tiny_pack.folder, tmp_path, "mine")


def assert_refused(source: Path, packs: Path) -> None:
    with pytest.raises(PackError) as refusal:
        install_pack(source, packs)
    assert refusal.value.hint
    assert not packs.exists() or not list(packs.iterdir())


def assert_refused_or_whole(source: Path, packs: Path) -> None:
    try:
        pack = install_pack(source, packs)
    except PackError:
        assert not packs.exists() or not list(packs.iterdir())
    else:
        install.check_pack(pack)  # the damage met something that no one reads, as a date


def with_sizes(path: Path, name: str, size: int) -> Path:
    """Let the archive announce another size for one of its files."""
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        member = archive.getinfo(name)
    struct.pack_into("<I", content, member.header_offset + 22, size)
    directory = content.rfind(b"PK\x01\x02", 0, content.rfind(name.encode()))
    struct.pack_into("<I", content, directory + 24, size)
    path.write_bytes(content)
    return path


def unreachable(*_arguments: object) -> Callable[[], None]:
    raise AssertionError("the archive was opened")
