"""Everything that `writer-app eval` found out about a pack, for people and for programs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from writer_app.bench.excerpts import Excerpt
from writer_app.bench.likelihood import Likelihood
from writer_app.bench.memorised import SPAN, Repetition
from writer_app.bench.reliability import Bin, Outcome, expected_calibration_error, outcomes, reliability
from writer_app.bench.report import Cell, Figure, Report, Rows, Table, finite
from writer_app.bench.savings import FLOORS, LIST_LENGTHS, PRICES, Savings, type_excerpt
from writer_app.bench.typist import Asker
from writer_app.engine.protocol import Suggester
from writer_app.text.scripts import LANGUAGE_SCRIPTS, Script

_REPEATED = (10, 25, SPAN)  # tokens


@dataclass(frozen=True, slots=True)
class Typing:
    """What suggestions saved in passages of the texts, and whether they came true as often as they said."""

    passages: int = 0
    savings: Savings = field(default_factory=Savings)
    judged: tuple[Outcome, ...] = ()

    def __add__(self, other: "Typing") -> "Typing":
        return Typing(
            self.passages + other.passages, self.savings + other.savings, self.judged + other.judged
        )

    @property
    def bins(self) -> tuple[Bin, ...]:
        """The reliability table."""
        return reliability(self.judged)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The measures of one pack; what was not asked for is empty."""

    pack: str
    language: str
    likelihoods: Mapping[str, Likelihood]
    """By precision: "int8" as in the editor, "bf16" for the weights as they are stored."""
    typing: Typing
    repetitions: Sequence[Repetition] = ()


def evaluate_typing(suggester: Suggester, excerpts: Sequence[Excerpt]) -> Iterator[Typing]:
    """Yield what was found out in each excerpt."""
    asker = Asker(suggester)
    for excerpt in excerpts:
        yield Typing(1, type_excerpt(excerpt, asker), tuple(outcomes(excerpt, asker)))
        asker.forget()


def has_spaces(language: str) -> bool:
    """Whether words are parted by spaces in the texts of `language`."""
    return LANGUAGE_SCRIPTS.get(language) is not Script.HAN


def as_fields(evaluation: Evaluation) -> dict[str, Any]:
    """Return the measures for JSON; those at the top are the editor's, where it was measured."""
    content: dict[str, Any] = {"pack": evaluation.pack, "language": evaluation.language}
    spaced = has_spaces(evaluation.language)
    measured = {name: _likelihood_fields(like, spaced) for name, like in evaluation.likelihoods.items()}
    if measured:
        content |= next(iter(measured.values())) | {"precision": measured}
    if evaluation.typing.passages:
        content |= _typing_fields(evaluation.typing)
    if evaluation.repetitions:
        content["memorised"] = _memorised_fields(evaluation.repetitions)
    return content


def as_report(evaluation: Evaluation) -> Report:
    """Return the measures as tables."""
    figures: list[Figure] = []
    tables: list[Table] = []
    if evaluation.likelihoods:
        tables.append(_likelihood_table(evaluation.likelihoods, has_spaces(evaluation.language)))
    typing = evaluation.typing
    if typing.passages:
        tables += _typing_tables(typing)
        figures.append(Figure("expected calibration error", expected_calibration_error(typing.bins)))
    if evaluation.repetitions:
        figures += [
            Figure(f"training spans repeated for {tokens} tokens", _share(evaluation.repetitions, tokens))
            for tokens in _REPEATED
        ]
    notes = (
        () if typing.passages else ("No passages were typed: none was asked for, or no text is long enough.",)
    )
    return Report(f"{evaluation.pack} ({evaluation.language})", tuple(figures), tuple(tables), notes)


def _likelihood_fields(likelihood: Likelihood, spaced: bool) -> dict[str, Cell]:
    return {
        "bits_per_character": likelihood.bits_per_character,
        "perplexity_per_word": finite(likelihood.perplexity_per_word) if spaced else None,
        "perplexity_per_character": finite(likelihood.perplexity_per_character),
        "documents": likelihood.documents,
        "characters": likelihood.characters,
        "words": likelihood.words,
        "tokens": likelihood.tokens,
    }


def _typing_fields(typing: Typing) -> dict[str, Any]:
    lists = dict(zip(map(str, LIST_LENGTHS), typing.savings.lists, strict=True))
    return {
        "keystroke_savings": {
            "passages": typing.passages,
            "list": {length: tally.savings for length, tally in lists.items()},
            "ghost_at_price": {str(price): typing.savings.ghost_at(price) for price in PRICES},
            "bare_ghost_at_price": {str(price): typing.savings.bare_ghost_at(price) for price in PRICES},
            "ghost": [
                {
                    "floor": floor,
                    "savings": tally.savings,
                    "accepted_share": tally.accepted_share,
                    "in_vain_per_100": tally.in_vain,
                    "characters_per_acceptance": tally.characters_per_acceptance,
                }
                for floor, tally in zip(FLOORS, typing.savings.ghosts, strict=True)
            ],
        },
        "calibration": {
            "expected_calibration_error": expected_calibration_error(typing.bins),
            "bins": [asdict(b) for b in typing.bins],
        },
    }


def _memorised_fields(repetitions: Sequence[Repetition]) -> dict[str, Any]:
    return {
        "spans": len(repetitions),
        "span_tokens": SPAN,
        "verbatim": sum(repetition.verbatim for repetition in repetitions),
        "share_repeated_for_tokens": {str(tokens): _share(repetitions, tokens) for tokens in _REPEATED},
    }


def _share(repetitions: Sequence[Repetition], tokens: int) -> float:
    return sum(repetition.tokens >= tokens for repetition in repetitions) / len(repetitions)


def _likelihood_table(likelihoods: Mapping[str, Likelihood], spaced: bool) -> Table:
    rows: Rows = tuple(
        (
            name,
            like.bits_per_character,
            like.perplexity_per_word if spaced else like.perplexity_per_character,
            like.documents,
            like.characters,
        )
        for name, like in likelihoods.items()
    )
    perplexity = "perplexity/word" if spaced else "perplexity/char"
    return Table("likelihood", ("weights", "bits/char", perplexity, "documents", "characters"), rows)


def _typing_tables(typing: Typing) -> list[Table]:
    savings = typing.savings
    lists = tuple(tally.savings for tally in savings.lists)
    ghosts: Rows = (
        ("with its space, as in the editor", *(savings.ghost_at(price) for price in PRICES)),
        ("without its space", *(savings.bare_ghost_at(price) for price in PRICES)),
    )
    bins: Rows = tuple((f"{b.low:.1f}–{b.high:.1f}", b.suggestions, b.said, b.came_true) for b in typing.bins)
    return [
        Table(
            f"word list, keystroke savings in {typing.passages} passages",
            tuple(f"list {n}" for n in LIST_LENGTHS),
            (lists,),
        ),
        Table(
            "ghost text, keystroke savings at so many shown in vain per 100 characters",
            ("ghost text", *(f"at {price}" for price in PRICES)),
            ghosts,
        ),
        Table("reliability of suggestions", ("probability", "suggestions", "said", "came true"), bins),
    ]
