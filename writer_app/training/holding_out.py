"""Parts texts into those to learn from and those to measure on, the same way every time."""

from collections.abc import Sequence

from writer_app.training.passages import PASSAGE, digest, passages

_SHARE = 0.1
_LEAST = 8_000  # characters, if no more than a quarter: fewer cannot tell a small gain from chance
_LARGEST_SHARE = 0.25
_WHOLE_DOCUMENTS = 8  # with fewer, passages are held out instead
_FEWEST_PASSAGES = 12  # where there is little text, they are shorter


def split(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return texts to learn from, and others to measure on: whole ones, or passages of few or unlike ones."""
    total = sum(map(len, texts))
    wanted = max(_SHARE * total, min(_LEAST, _LARGEST_SHARE * total))
    if len(texts) >= _WHOLE_DOCUMENTS and max(map(len, texts)) < total / 4:
        return _split_documents(texts, wanted)
    return _split_passages(texts, every=round(total / wanted), size=min(PASSAGE, total // _FEWEST_PASSAGES))


def _split_documents(texts: Sequence[str], wanted: float) -> tuple[list[str], list[str]]:
    training: list[str] = []
    held_out: list[str] = []
    for text in sorted(texts, key=digest):
        enough = sum(map(len, held_out)) >= wanted
        (training if enough else held_out).append(text)
    return training, held_out


def _split_passages(texts: Sequence[str], every: int, size: int) -> tuple[list[str], list[str]]:
    """Hold out a passage in so many; what stands between two of them stays in one piece."""
    training: list[str] = []
    held_out: list[str] = []
    number = every // 2  # not the first one: it is the least typical
    for text in texts:
        kept = ""
        for passage in passages(text, size):
            number += 1
            if number % every:
                kept += passage
                continue
            held_out.append(passage.removesuffix("\n"))
            training += [kept.removesuffix("\n")] if kept else []
            kept = ""
        training += [kept.removesuffix("\n")] if kept else []
    return training, held_out
