"""Draw the passages that a fine-tuning run rehearses, from the texts that a base was trained on.

    python scripts/draw_rehearsal.py en=CORPUS/en:2200000 zh=CORPUS/zh:800000

CORPUS/LANGUAGE holds SOURCES.tsv and the folder `train` with one folder of texts per source. The number is
how many characters to draw: as many from each source, in passages from all over its texts. Only sources that
are free or ask no more than to be named are drawn from, and no writers who are protected in most countries.
Writes resources/rehearsal/LANGUAGE.txt.xz, and names the sources in its SOURCES.md.
"""

import argparse
import csv
import hashlib
import lzma
from collections.abc import Iterator
from pathlib import Path

from writer_app.paths import resources
from writer_app.text.normalise import for_model
from writer_app.training.corpus import read_document
from writer_app.training.passages import passages

FEWEST_CHARACTERS = 800  # of a passage: shorter ones are the ends of texts
DIED_AFTER_1954 = (
    "a-a-milne",
    "agatha-christie",
    "anita-loos",
    "dorothy-l-sayers",
    "e-m-forster",
    "edna-ferber",
    "ernest-hemingway",
    "frederik-pohl",
    "fritz-leiber",
    "h-beam-piper",
    "mack-reynolds",
    "mary-roberts-rinehart",
    "p-g-wodehouse",
    "philip-k-dick",
    "poul-anderson",
    "robert-sheckley",
    "upton-sinclair",
    "w-somerset-maugham",
)
FREE_OR_NAMED = ("CC0", "public domain", "US public domain", "not copyrightable", "Unlicense", "CC BY ")
Row = dict[str, str]


def main() -> None:
    """Draw for every language named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("languages", nargs="+", metavar="LANGUAGE=CORPUS:CHARACTERS")
    parser.add_argument("--out", type=Path, default=resources() / "rehearsal")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    named = []
    for argument in arguments.languages:
        language, _, place = argument.partition("=")
        corpus, _, characters = place.rpartition(":")
        rows = list(_free(Path(corpus)))
        drawn = [_draw(Path(corpus) / "train" / row["source"], int(characters) // len(rows)) for row in rows]
        text = "\n\n".join(sorted((piece for some in drawn for piece in some), key=_rank))
        packed = lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)
        (arguments.out / f"{language}.txt.xz").write_bytes(packed)
        named += [(language, row) for row, some in zip(rows, drawn, strict=True) if some]
        print(f"{language}: {len(text):,} characters of {len(rows)} sources, {len(packed):,} bytes")
    (arguments.out / "SOURCES.md").write_text(_attributions(named), encoding="utf-8")


def _free(corpus: Path) -> Iterator[Row]:
    """Yield the rows of the sources that may be given on as they are."""
    with (corpus / "SOURCES.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            protected = any(f"_{name}_" in row["source"] for name in DIED_AFTER_1954)
            free = f"{row['licence']} ".startswith(FREE_OR_NAMED) and "SATA" not in row["licence"]
            if int(row["train_documents"]) and free and not protected:
                yield row


def _draw(folder: Path, characters: int) -> list[str]:
    """Return passages of some of the texts, of each text as many as of any other."""
    drawn: list[str] = []
    texts = sorted(folder.rglob("*.txt"), key=lambda path: _rank(path.name))
    pieces = {path: _pieces(path) for path in texts[: 1 + characters // FEWEST_CHARACTERS]}
    while characters > sum(map(len, drawn)) and any(pieces.values()):
        for path in texts:
            if pieces.get(path) and characters > sum(map(len, drawn)):
                drawn.append(pieces[path].pop())
    return drawn


def _pieces(path: Path) -> list[str]:
    found = [for_model(piece).strip() for piece in passages(read_document(path))]
    return sorted((piece for piece in found if len(piece) >= FEWEST_CHARACTERS), key=_rank)


def _rank(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8")).digest()


def _attributions(named: list[tuple[str, Row]]) -> str:
    rows = [
        f"| {language} | {row['repository']} | {row['licence']} | {row['attribution']} |"
        for language, row in named
    ]
    return "\n".join(
        [
            "# Passages that a fine-tuning run rehearses",
            "",
            "Drawn by `scripts/draw_rehearsal.py`, unchanged but for spaces and line ends. CC BY is",
            "[Creative Commons Attribution 4.0](https://creativecommons.org/licenses/by/4.0/).",
            "",
            "| language | source | licence | attribution |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    main()
