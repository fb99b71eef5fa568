"""Pure rules of ghost text: typing along, and accepting a word at a time."""

from writer_app.text.boundaries import first_word_end


def typed_through(ghost: str, typed: str) -> str | None:
    """Return what is left of the ghost text after `typed`, None where the two part ways."""
    return ghost[len(typed) :] if ghost.startswith(typed) else None


def first_word(ghost: str) -> str:
    """Return what accepting one word takes: the spaces before it, the word, and punctuation up to a space."""
    return ghost[: first_word_end(ghost)]
