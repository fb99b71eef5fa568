"""What a fine-tuning run promises beforehand and what it has brought, in figures and in words."""

import math
import os

from writer_app.i18n import tr
from writer_app.model.config import ModelConfig
from writer_app.training.selection import EXPECTED_WORDS, FEWEST_WORDS, Reading

_TOKENS_PER_WORD = 1.5  # of prose, with marks and rare words in pieces
_SPEED_PER_CORE = 0.9e11  # floating-point operations a second in small batches; twice that with bfloat16
_STARTING = 0.25  # minutes to load torch, read, tokenise and measure


def estimated_minutes(words: int, config: ModelConfig, epochs: int, cores: int | None = None) -> float:
    """Return about how long a run takes that reads `words` `epochs` times."""
    per_token = 6 * config.parameters  # forward once, backward twice, a multiplication and an addition each
    operations = words * _TOKENS_PER_WORD * epochs * per_token
    return _STARTING + operations / (_SPEED_PER_CORE * (cores or os.cpu_count() or 1)) / 60


def duration(minutes: float, limit: float) -> str:
    """Say how long a run may take."""
    if minutes >= limit:
        return tr("It takes {limit:.0f} minutes at most.", limit=limit)
    if minutes < 1.5:
        return tr("It takes about a minute.")
    return tr("It takes about {minutes} minutes.", minutes=math.ceil(minutes))


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


def time_left(seconds: float) -> str:
    """Say how long a run still takes, no more exactly than it can be known."""
    if seconds < 50:
        return tr("Less than a minute left")
    minutes = round(seconds / 60)
    return tr("About a minute left") if minutes <= 1 else tr("About {minutes} minutes left", minutes=minutes)


def now_in_use(before: float, after: float) -> str:
    """Say what was gained by the model that the person kept."""
    return tr("{verdict}: now in use.", verdict=verdict(before, after).removesuffix("."))


def verdict(before: float, after: float) -> str:
    """Say what was gained, by bits per character on the text held back."""
    gain = 1 - after / before
    if gain <= 0:
        return tr("No gain: kept the old model.")
    if gain < 0.01:
        return tr("Better by less than 1 %.")
    return tr("Better by {gain:.0f} %.", gain=100 * gain)
