"""What a fine-tuning run promises beforehand and what it has brought, in figures and in words."""

import math

from writer_app.i18n import tr
from writer_app.model.config import ModelConfig
from writer_app.text.secrets import Kind
from writer_app.training import memory
from writer_app.training.events import Assessed, Compared
from writer_app.training.plan import REHEARSED
from writer_app.training.priority import threads_to_use
from writer_app.training.selection import EXPECTED_WORDS, FEWEST_WORDS, Reading

_TOKENS_PER_WORD = 1.5  # of prose, with marks and rare words in pieces
_SPEED_PER_CORE = 0.9e11  # floating-point operations a second in small batches; twice that with bfloat16
_ON_DISK = (
    6  # bytes for each weight: two in the pack, one in its graphs, and as much again while they are written
)
_STARTING = 0.25  # minutes to load torch, read, tokenise and measure


def estimated_minutes(words: int, config: ModelConfig, epochs: int, cores: int | None = None) -> float:
    """Return about how long a run takes that reads `words` `epochs` times, with passages of the base."""
    per_token = 6 * config.parameters  # forward once, backward twice, a multiplication and an addition each
    operations = words * _TOKENS_PER_WORD * epochs * per_token / (1 - REHEARSED)
    return _STARTING + operations / (_SPEED_PER_CORE * (cores or threads_to_use())) / 60


def cost(minutes: float, limit: float, config: ModelConfig) -> str:
    """Say how long a run may take, and how much memory."""
    size = f"{memory.needed(config) / 1e9:.1f}"
    if minutes >= limit:
        return tr(
            "It takes {limit:.0f} minutes at most, and up to {size} GB of memory.", limit=limit, size=size
        )
    if minutes < 1.5:
        return tr("It takes about a minute, and up to {size} GB of memory.", size=size)
    minutes = math.ceil(minutes)
    return tr("It takes about {minutes} minutes, and up to {size} GB of memory.", minutes=minutes, size=size)


def disk_shortage(config: ModelConfig, free: int) -> str:
    """Say that there is no room for a new model on the disk; empty where there is."""
    needed = disk_needed(config)
    if free >= needed:
        return ""
    return tr(
        "The disk is nearly full: a new model needs {needed:.0f} MB, and {free:.0f} MB are free. "
        "Make room, and come back.",
        needed=needed / 1e6,
        free=free / 1e6,
    )


def disk_needed(config: ModelConfig) -> int:
    """Return the bytes for a pack and its graphs; a run does without checkpoints where they find no room."""
    return _ON_DISK * config.parameters


def prospect(found: Reading) -> str:
    """Say whether a gain may be expected of the documents."""
    if not found.texts:
        return tr("There is nothing to learn from yet.")
    if not found.sufficient:
        return tr(
            "That is too little to learn from: "
            "it takes at least {fewest:,} words, better {expected:,} and more.",
            fewest=FEWEST_WORDS,
            expected=EXPECTED_WORDS,
        )
    if not found.promising:
        return tr(
            "That is little: below {expected:,} words a gain is not to be expected, but you may try.",
            expected=EXPECTED_WORDS,
        )
    return tr("That is enough to expect a gain.")


def amount(found: Reading) -> str:
    """Say how much was found."""
    documents = len(found.texts)
    if documents == 1:
        return tr("1 document, {words:,} words", words=found.words)
    return tr("{documents:,} documents, {words:,} words", documents=documents, words=found.words)


def secrets(found: Reading) -> str:
    """Say what was found that looks like secrets; empty where nothing was."""
    titles = {
        Kind.PASSWORD: tr("passwords or keys"),
        Kind.ACCOUNT: tr("card, account or identity numbers"),
        Kind.EMAIL: tr("e-mail addresses"),
        Kind.PHONE: tr("phone numbers"),
    }
    numbers = {title: found.secrets.get(kind, 0) for kind, title in titles.items()}
    counts = [f"{title} ({number:,})" for title, number in numbers.items() if number]
    return tr("Looks like secrets: {kinds}.", kinds=", ".join(counts)) if counts else ""


def time_left(seconds: float) -> str:
    """Say how long a run still takes, no more exactly than it can be known."""
    if seconds < 50:
        return tr("Less than a minute left")
    minutes = round(seconds / 60)
    return tr("About a minute left") if minutes <= 1 else tr("About {minutes} minutes left", minutes=minutes)


def now_in_use(summary: str) -> str:
    """Say what was gained by the model that the person kept."""
    return tr("Now in use. {summary}", summary=summary)


def summary(compared: Compared, assessed: Assessed | None = None) -> str:
    """Say in a sentence what was gained, and claim no more than the figures do."""
    gain = 1 - compared.after / compared.before
    if not compared.kept and gain > 0:
        return tr("Perhaps better, but there was too little text to be sure: kept the old model.")
    if not compared.kept:
        return tr("No gain: kept the old model.")
    words = tr("Better by less than 1 %.") if gain < 0.01 else tr("Better by {gain:.0f} %.", gain=100 * gain)
    if assessed is None:
        return words
    saved = 100 * (assessed.saved_after - assessed.saved_before)
    if assessed.interval[0] <= 0 or saved < 0.5:
        return words + " " + tr("How many keystrokes that saves could not be told from so little text.")
    return words + " " + tr("Saves you about {saved:.0f} more keystrokes in a hundred.", saved=saved)


def figures(compared: Compared, assessed: Assessed | None) -> list[tuple[str, str, str]]:
    """Return rows of a title, a figure before and one after."""
    rows = [
        (
            tr("Bits per character, your text"),
            f"{compared.before:.3f}",
            f"{compared.after:.3f}{_bounds(*_change(compared), unit=' %')}",
        )
    ]
    if assessed is not None and assessed.characters:
        low, high = (100 * bound for bound in assessed.interval)
        rows.append(
            (
                tr("Keystrokes saved in a hundred"),
                f"{100 * assessed.saved_before:.1f}",
                f"{100 * assessed.saved_after:.1f}{_bounds(low, high)}",
            )
        )
    if compared.general_before and compared.general_after:
        change = 100 * (compared.general_after / compared.general_before - 1)
        rows.append(
            (
                tr("Bits per character, texts of all kinds"),
                f"{compared.general_before:.3f}",
                f"{compared.general_after:.3f} ({_signed(change)} %)",
            )
        )
    return rows


def repeats(assessed: Assessed) -> str:
    """Say whether the model repeats what it has learned from."""
    if not assessed.spans:
        return ""
    if not assessed.verbatim:
        return tr(
            "It repeats none of {spans:,} passages of your documents word for word.", spans=assessed.spans
        )
    return tr(
        "It repeats {verbatim:,} of {spans:,} passages of your documents word for word. "
        "Give this model only to people who may read them.",
        verbatim=assessed.verbatim,
        spans=assessed.spans,
    )


def _change(compared: Compared) -> tuple[float, float]:
    """Return between which bounds the bits have changed, in percent."""
    low, high = compared.interval or (-math.inf, math.inf)
    return -100 * high, -100 * low


def _bounds(low: float, high: float, unit: str = "") -> str:
    """Return bounds in brackets; of too little text there are none."""
    return f" ({_signed(low)} … {_signed(high)}{unit})" if math.isfinite(low) and math.isfinite(high) else ""


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "−")
