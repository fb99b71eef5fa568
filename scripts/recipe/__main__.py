"""Try recipes for a base model and compare them at equal text.

    python scripts/recipe run --train CORPUS/train --dev CORPUS/dev --out FOLDER
    python scripts/recipe table --out FOLDER
    python scripts/recipe speed

Trials are run one after another in the order of `trials.py`, each once; a run that was ended goes on with
the first trial that has no line in FOLDER/results.jsonl. Seconds are the processor's, so that other work
beside it changes them little.
"""

import argparse
import json
import sys
from pathlib import Path

import torch
from texts import Texts
from training import Result, run, speeds
from trials import GROUPS, QUEUE, SPEEDS


def main() -> None:
    """Run what is left of the queue, or print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("action", choices=("run", "table", "speed"))
    parser.add_argument("--out", type=Path, default=Path("recipe"))
    parser.add_argument("--train", type=Path)
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--packs", type=Path, default=Path("models"))
    parser.add_argument("--only", nargs="*", help="names of trials")
    arguments = parser.parse_args()
    results = arguments.out / "results.jsonl"
    torch.set_num_threads(1)
    if arguments.action == "speed":
        print_speeds()
        return
    if arguments.action == "run":
        texts = Texts(arguments.train, arguments.dev, arguments.out)
        run_queue(results, texts, arguments.packs, arguments.only)
    print_table(read(results))


def run_queue(results: Path, texts: Texts, packs: Path, only: list[str] | None) -> None:
    """Run each trial that has no result yet."""
    results.parent.mkdir(parents=True, exist_ok=True)
    for trial in QUEUE:
        done = {result["trial"]["name"] for result in read(results)}
        if trial.name in done or (only and trial.name not in only):
            continue
        result = run(trial, texts, packs, lambda line: print(line, file=sys.stderr, flush=True))
        with results.open("a", encoding="utf-8") as file:
            file.write(json.dumps(result) + "\n")


def read(results: Path) -> list[Result]:
    """Return the results there are."""
    return [json.loads(line) for line in results.read_text("utf-8").splitlines()] if results.exists() else []


def print_table(results: list[Result]) -> None:
    """Print a row for each trial, beside the first of its group."""
    named = {result["trial"]["name"]: result for result in results}
    print("| trial | parameters | M tokens | bits/char | against |")
    print("|---|---|---|---|---|")
    first: dict[str, float] = {}
    for trial in sorted(QUEUE, key=lambda trial: GROUPS.index(trial.group)):
        if result := named.get(trial.name):
            bits = result["bits_per_character"]
            against = bits - first.setdefault(trial.group, bits)
            size, tokens = result["parameters"] / 1e6, result["tokens"] / 1e6
            print(f"| {trial.name} | {size:.1f} M | {tokens:.2f} | {bits:.4f} | {against:+.4f} |")


def print_speeds() -> None:
    """Print the tokens per second of the product's model and of others."""
    print("| | parameters | tokens/s |")
    print("|---|---|---|")
    for trial, parameters, speed in speeds(SPEEDS, rounds=3):
        print(f"| {trial.name} | {parameters / 1e6:.1f} M | {speed:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
