"""The error tree: every error says what happened, and its hint says what to do."""


class WriterError(Exception):
    """Base of all errors that a person may see.

    WriterError
    ├── PackError        a model pack is missing, damaged or foreign
    ├── DocumentError    a text cannot be read or written
    ├── EngineError      suggestions cannot be computed
    ├── TrainingError    a model cannot be trained or adapted
    ├── SpellingError    words cannot be checked or kept
    ├── SearchError      an expression to look for is not valid, or takes too long
    ├── MemoryStoreError what is remembered cannot be read or written
    └── SettingsError    a setting has no valid value
    """

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class PackError(WriterError):
    """A model pack is missing, damaged or foreign."""


class DocumentError(WriterError):
    """A text cannot be read or written."""


class EngineError(WriterError):
    """Suggestions cannot be computed."""


class TrainingError(WriterError):
    """A model cannot be trained or adapted."""


class SpellingError(WriterError):
    """Words cannot be checked or kept."""


class MemoryStoreError(WriterError):
    """What is remembered cannot be read or written."""


class SettingsError(WriterError):
    """A setting has no valid value."""


class SearchError(WriterError):
    """An expression to look for is not valid, or takes too long."""
