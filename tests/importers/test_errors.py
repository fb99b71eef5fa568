"""Whatever is wrong with a document, it is refused with a hint, soon and in little memory."""

import os
import subprocess
import sys
import tracemalloc
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.documents import (
    EPUB_CONTAINER,
    SAMPLES,
    WORD_RELATIONS,
    make_docx,
    make_epub,
    make_odt,
    make_pdf,
    make_zip,
    opendocument_content,
    word_document,
)
from writer_app.errors import DocumentError
from writer_app.importers import SUFFIXES, import_text
from writer_app.importers.files import LARGEST_TEXT
from writer_app.paths import project_root

CONTAINERS = {".docx", ".odt", ".epub", ".pdf"}
ONE_OF_EACH = ["word.docx", "changes.odt", "two-chapters.epub", "two-pages.pdf", "characters.rtf"]
MB = 1 << 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = '<!DOCTYPE b [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(9)
)


def refusal(path: Path) -> str:
    """Return what the person is told of a document that cannot be read."""
    with pytest.raises(DocumentError) as caught:
        import_text(path)
    assert caught.value.hint
    assert path.name in str(caught.value)
    return str(caught.value)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.binary(max_size=300), suffix=st.sampled_from(sorted(SUFFIXES)))
def test_any_bytes_are_text_or_refused(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    with suppress(DocumentError):
        assert import_text(path).encode().strip()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    name=st.sampled_from(ONE_OF_EACH),
    changes=st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=9)), max_size=4
    ),
)
def test_a_changed_document_is_read_or_refused(
    tmp_path: Path, name: str, changes: list[tuple[float, bytes]]
) -> None:
    data = bytearray((SAMPLES / name).read_bytes())
    for where, replacement in changes:
        start = int(where * len(data))
        data[start : start + len(replacement)] = replacement
    path = tmp_path / name
    path.write_bytes(data)
    with suppress(DocumentError):
        assert import_text(path).encode().strip()


@pytest.mark.parametrize("name", ONE_OF_EACH)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_document_is_refused(tmp_path: Path, name: str, share: float) -> None:
    data = (SAMPLES / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(data[: int(share * len(data))])
    assert "damaged" in refusal(path)


def test_a_zip_file_that_points_before_its_start_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "before.docx"
    make_docx(path, "<w:p/>")
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\5\6")
    data[end + 16] += (
        50  # so far into the file does the directory seem to begin too early, and so do the parts
    )
    path.write_bytes(data)
    assert "damaged" in refusal(path)


def test_a_pdf_whose_last_revision_is_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "revised.pdf"
    path.write_bytes(
        (SAMPLES / "two-pages.pdf").read_bytes() + b"9 0 obj\n<</Length 9000>>stream\n" + bytes(5000)
    )
    assert "damaged" in refusal(path)


def test_no_word_of_a_faulty_pdf_reaches_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "faulty.pdf"
    path.write_bytes((SAMPLES / "two-pages.pdf").read_bytes().replace(b"startxref\n", b"startxref\n9"))
    with suppress(DocumentError):
        import_text(path)
    assert not caplog.records


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_what_is_missing_empty_or_no_file_is_refused(tmp_path: Path, suffix: str) -> None:
    missing, empty, folder = (tmp_path / f"{kind}{suffix}" for kind in ("missing", "empty", "folder"))
    empty.touch()
    folder.mkdir()
    assert "No such file" in refusal(missing)
    assert "no text" in refusal(empty)
    assert "not a file" in refusal(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert "not a file" in refusal(path)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("secret")
    path.chmod(0)
    assert "ermission" in refusal(path)


def test_an_unknown_kind_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        import_text(tmp_path / "letter.doc")
    assert ".docx" in caught.value.hint


@pytest.mark.parametrize("suffix", sorted(CONTAINERS | {".rtf"}))
def test_a_text_by_another_name_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"text{suffix}"
    path.write_text("This is a text file, whatever its name says.")
    assert "not the kind" in refusal(path)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_a_picture_by_another_name_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"picture{suffix}"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10" + zlib.compress(bytes(range(256)) * 40)
    )
    assert "not the kind" in refusal(path)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_a_file_of_absurd_size_is_refused_unread(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"huge{suffix}"
    with path.open("wb") as file:
        file.truncate(500_000_000)  # sparse
    assert "too large" in refusal(path)


def without_text(path: Path) -> None:
    make_docx(path.with_suffix(".docx"), "<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>")
    make_odt(path.with_suffix(".odt"), "<text:p/>")
    make_epub(path.with_suffix(".epub"), ["<html><body><p>&nbsp;</p></body></html>"])
    path.with_suffix(".rtf").write_bytes(rb"{\rtf1 \par\par}")
    path.with_suffix(".html").write_text("<title>only a title</title><script>x</script>")
    path.with_suffix(".md").write_text("---\ntitle: nothing else\n---\n")
    path.with_suffix(".txt").write_text(" \n\n \t\n")


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".epub", ".rtf", ".html", ".md", ".txt"])
def test_a_document_in_which_nothing_is_written_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "nothing"
    without_text(path)
    assert "no text" in refusal(path.with_suffix(suffix))


def test_a_pdf_of_scanned_pages_is_refused_with_a_way_out(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(make_pdf([[], []], stream=zlib.compress(b"q 595 0 0 842 0 0 cm Q")))
    with pytest.raises(DocumentError) as caught:
        import_text(path)
    assert "OCR" in caught.value.hint


def encrypted_docx(path: Path) -> None:
    path.write_bytes(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600))


def encrypted_odt(path: Path) -> None:
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    make_zip(path, {"content.xml": os.urandom(99), "META-INF/manifest.xml": manifest})


def wholly_encrypted_odt(path: Path) -> None:
    make_zip(path, {"encrypted-package": os.urandom(99), "META-INF/manifest.xml": "<manifest/>"})


def encrypted_epub(path: Path) -> None:
    reference = "<e:CipherReference xmlns:e='e' URI='OEBPS/chapter%200.xhtml'/>"
    make_epub(path, ["x"], {"META-INF/encryption.xml": f"<encryption>{reference}</encryption>"})


def encrypted_pdf(path: Path) -> None:
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - only here

    writer = PdfWriter(clone_from=PdfReader(SAMPLES / "two-pages.pdf"))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)


def aes_encrypted_pdf(path: Path) -> None:
    """Copy a page locked with AES-256, which writing takes a library that reading does without."""
    path.write_bytes((Path(__file__).parent / "locked-aes-256.pdf").read_bytes())


def zip_with_a_password(path: Path) -> None:
    make_docx(path, "<w:p/>")
    data = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        start = data.find(signature)
        while start >= 0:
            data[start + flags] |= 1
            start = data.find(signature, start + 4)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.docx", encrypted_docx),
        ("b.docx", zip_with_a_password),
        ("a.odt", encrypted_odt),
        ("b.odt", wholly_encrypted_odt),
        ("a.epub", encrypted_epub),
        ("a.pdf", encrypted_pdf),
        ("b.pdf", aes_encrypted_pdf),
    ],
)
def test_an_encrypted_document_is_refused_as_such(
    tmp_path: Path, name: str, make: Callable[[Path], None]
) -> None:
    path = tmp_path / name
    make(path)
    assert "encrypted" in refusal(path)


def test_a_pdf_that_only_its_owner_may_change_is_read(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - only here

    path = tmp_path / "owned.pdf"
    writer = PdfWriter(clone_from=PdfReader(SAMPLES / "two-pages.pdf"))
    writer.encrypt("", owner_password="secret", algorithm="RC4-128")  # noqa: S106
    writer.write(path)
    assert import_text(path) == import_text(SAMPLES / "two-pages.pdf")


def test_a_book_with_scrambled_fonts_is_read(tmp_path: Path) -> None:
    path = tmp_path / "fonts.epub"
    reference = "<e:CipherReference xmlns:e='e' URI='OEBPS/font.otf'/>"
    make_epub(path, ["<p>Read me.</p>"], {"META-INF/encryption.xml": f"<encryption>{reference}</encryption>"})
    assert import_text(path) == "Read me."


def test_an_old_word_document_by_the_new_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.docx"
    path.write_bytes(OLE + bytes(2000))
    assert "not the kind" in refusal(path)


def docx_bomb(path: Path) -> None:
    make_zip(path, {"_rels/.rels": WORD_RELATIONS, "word/document.xml": bytes(LARGEST_TEXT + 1)})


def lying_docx_bomb(path: Path) -> None:
    docx_bomb(path)
    size, claimed = (n.to_bytes(4, "little") for n in (LARGEST_TEXT + 1, 1000))
    path.write_bytes(path.read_bytes().replace(size, claimed))


def epub_bomb(path: Path) -> None:
    make_epub(path, [f"<p>{' ' * (LARGEST_TEXT // 3)}</p>"] * 4)


def many_parts(path: Path) -> None:
    make_docx(path, "<w:p/>")
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\5\6")
    data[end + 12 : end + 16] = (1 << 30).to_bytes(4, "little")
    path.write_bytes(data)


def entity_bomb_in_docx(path: Path) -> None:
    body = word_document("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>")
    make_zip(path, {"_rels/.rels": WORD_RELATIONS, "word/document.xml": f"{BOMB}]>{body}"})


def entity_bomb_in_odt(path: Path) -> None:
    make_zip(path, {"content.xml": f"{BOMB}]>{opendocument_content('<text:p>&j;</text:p>')}"})


def entity_bomb_in_epub(path: Path) -> None:
    make_zip(path, {"META-INF/container.xml": f"{BOMB}]>{EPUB_CONTAINER.replace('OEBPS/book.opf', '&j;')}"})


def pdf_bomb(path: Path) -> None:
    path.write_bytes(make_pdf([[]], stream=zlib.compress(b"(a) Tj\n" * (LARGEST_TEXT // 6))))


def pdf_with_one_stream_many_times(path: Path) -> None:
    stream = zlib.compress(b" " * (LARGEST_TEXT // 3))
    path.write_bytes(make_pdf([[]] * 4, stream=stream))


def deep_rtf(path: Path) -> None:
    path.write_bytes(rb"{\rtf1" + b"{" * 1_000_000)


@pytest.mark.parametrize(
    ("name", "make", "reason", "most"),
    [
        ("a.docx", docx_bomb, "too large", 10 * MB),
        ("b.docx", lying_docx_bomb, "damaged", 10 * MB),
        ("c.docx", many_parts, "too large", 10 * MB),
        ("d.docx", entity_bomb_in_docx, "damaged", 10 * MB),
        ("a.odt", entity_bomb_in_odt, "damaged", 10 * MB),
        ("a.epub", epub_bomb, "too large", 3 * LARGEST_TEXT),
        ("b.epub", entity_bomb_in_epub, "damaged", 10 * MB),
        ("a.pdf", pdf_bomb, "too large", 3 * LARGEST_TEXT),
        ("b.pdf", pdf_with_one_stream_many_times, "too large", 3 * LARGEST_TEXT),
        ("a.rtf", deep_rtf, "too large", 10 * MB),
    ],
)
def test_a_document_of_absurd_size_once_unpacked_is_refused(
    tmp_path: Path, name: str, make: Callable[[Path], None], reason: str, most: int
) -> None:
    path = tmp_path / name
    make(path)
    tracemalloc.start()
    try:
        assert reason in refusal(path)
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()


def test_a_document_cannot_draw_another_file_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    doctype = f'<!DOCTYPE d [<!ENTITY other SYSTEM "{secret.as_uri()}">]>'
    content = opendocument_content("<text:p>Mine: &other;</text:p>")
    path = tmp_path / "curious.odt"
    make_zip(path, {"content.xml": doctype + content})
    with suppress(DocumentError):
        assert "secret" not in import_text(path)


def test_deeply_nested_markup_is_read_or_refused(tmp_path: Path) -> None:
    page = tmp_path / "deep.html"
    page.write_text("<div>" * 100_000 + "deep")
    assert import_text(page) == "deep"
    path = tmp_path / "deep.odt"
    make_odt(path, "<text:span>" * 100_000 + "</text:span>" * 100_000)
    refusal(path)


def test_importing_one_kind_loads_no_library_of_another() -> None:
    code = (
        "import sys; from pathlib import Path; from writer_app.importers import import_text\n"
        "libraries = {'lxml', 'pypdf', 'markdown_it', 'charset_normalizer'}\n"
        "assert not libraries & set(sys.modules)\n"
        f"import_text(Path({str(SAMPLES / 'characters.rtf')!r}))\n"
        "assert not libraries & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=project_root(), check=True)
