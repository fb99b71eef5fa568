"""A trained model made into a pack with its card."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

import writer_app
from writer_app.model.lstm import LstmModel
from writer_app.model.pack import Pack, write_pack
from writer_app.training.plan import BasePlan

SOURCES = "SOURCES.tsv"
LICENCE = "CC BY-SA 4.0"


class CurvePoint(TypedDict):
    """One point of the learning curve of a run."""

    tokens: int
    hours: float
    bits_per_character: float


def publish(
    plan: BasePlan,
    model: LstmModel,
    tokenizer: bytes,
    before: Mapping[str, Any],
    curve: Sequence[CurvePoint],
    *,
    tokens: int,
    hours: float,
) -> Pack:
    """Write the pack at `plan.out`; `before` holds the facts of the pack that the run went on from."""
    point = {"tokens": tokens, "hours": round(hours, 2)}
    runs = [*before.get("runs", []), {"command": plan.command, **point}]
    facts: dict[str, Any] = {
        "program": writer_app.__version__,
        "tokens_seen": int(before.get("tokens_seen", 0)) + tokens,
        "hours": round(float(before.get("hours", 0)) + hours, 2),
        "runs": runs,
        "curve": _joined(before, curve),
    }
    if curve:
        facts["dev_bits_per_character"] = curve[-1]["bits_per_character"]
    return write_pack(
        plan.out,
        language=plan.language,
        config=model.config,
        facts=facts,
        weights=model.export(),
        tokenizer=tokenizer,
        card=_card(plan, model, facts),
    )


def _joined(before: Mapping[str, Any], curve: Sequence[CurvePoint]) -> list[CurvePoint]:
    """Return the curve over all runs, counting tokens and hours from the very first."""
    tokens, hours = int(before.get("tokens_seen", 0)), float(before.get("hours", 0))
    later: list[CurvePoint] = [
        {
            "tokens": tokens + point["tokens"],
            "hours": round(hours + point["hours"], 3),
            "bits_per_character": point["bits_per_character"],
        }
        for point in curve
    ]
    return [*before.get("curve", []), *later]


_MODEL = (
    "An LSTM language model for writer_app: vocabulary {c.vocabulary:,}, embedding {c.embedding}, "
    "hidden {c.hidden}, {c.layers} layers, {millions:.1f} M parameters; "
    "the output layer is tied to the embedding."
)
_FAILINGS = """## Known failings

It knows no facts, only how such texts go on; what it suggests may be untrue or out of date. It was trained on
public texts, some of them old, and repeats their turns of phrase and their prejudices.
"""


def _card(plan: BasePlan, model: LstmModel, facts: Mapping[str, Any]) -> str:
    lines = [
        f"# Language model `{plan.out.name}`",
        "",
        _MODEL.format(c=model.config, millions=model.config.parameters / 1e6),
        "",
        f"Licence of the weights: {LICENCE}.",
        "",
        "## Training",
        "",
        f"{facts['tokens_seen'] / 1e6:.1f} M tokens in {facts['hours']} hours, by",
        "",
        *(f"    {run['command']}" for run in facts["runs"]),
        "",
        *learning_curve(facts["curve"]),
        _FAILINGS,
        *_sources(plan.data.parent / SOURCES),
    ]
    return "\n".join(lines)


def learning_curve(curve: Sequence[CurvePoint]) -> list[str]:
    """Return the lines of a card that show the curve, as a picture and as numbers."""
    if not curve:
        return []
    rows = [f"| {p['tokens'] / 1e6:.1f} | {p['hours']:.2f} | {p['bits_per_character']:.4f} |" for p in curve]
    return [
        "Held-out text (the first 3,000 characters of each document, none of them trained on):",
        "",
        *_curve_picture(curve),
        "| million tokens | hours | bits per character |",
        "|---|---|---|",
        *rows,
        "",
    ]


def _curve_picture(curve: Sequence[CurvePoint]) -> list[str]:
    """Return the curve as a Mermaid chart, which stays text in a folder that holds nothing but data."""
    if len(curve) < 2:
        return []
    tokens = ", ".join(f"{point['tokens'] / 1e6:.1f}" for point in curve)
    bits = ", ".join(f"{point['bits_per_character']:.3f}" for point in curve)
    return [
        "```mermaid",
        "xychart-beta",
        f'    x-axis "million tokens" [{tokens}]',
        '    y-axis "bits per character"',
        f"    line [{bits}]",
        "```",
        "",
    ]


def _sources(path: Path) -> list[str]:
    """Return the attributions of the training texts, from the table beside them."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if int(row["train_characters"])]
    return [
        "## Texts it was trained on",
        "",
        "Some of the fiction is in the public domain in the United States only.",
        "",
        "| source | licence | attribution |",
        "|---|---|---|",
        *(f"| {row['repository']} | {row['licence']} | {row['attribution']} |" for row in rows),
        "",
    ]
