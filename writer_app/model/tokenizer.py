"""Text to tokens and back, for every string: `decode(encode(text)) == text`."""

import re
from collections.abc import Iterable
from pathlib import Path

import sentencepiece

from writer_app.errors import PackError
from writer_app.i18n import tr
from writer_app.model.repair import install_again

BEGIN = 1  # <s>, before a document
END = 2  # </s>, after it
SPACE_MARK = "\u2581"  # SentencePiece's stand-in for a space

# SentencePiece would take the mark for a space and refuses surrogates, so both are spelt in bytes.
_SPELT = re.compile(f"([{SPACE_MARK}\ud800-\udfff]+)")


class Tokenizer:
    """SentencePiece, unigram with byte fallback, made lossless."""

    def __init__(self, model: bytes) -> None:
        """Read a serialised SentencePiece model; `PackError` where it is none or cannot spell every byte."""
        try:
            self._pieces = sentencepiece.SentencePieceProcessor(model_proto=model)
        except (RuntimeError, ValueError) as error:
            raise PackError(tr("The tokenizer is damaged."), hint=install_again()) from error
        self.size = int(self._pieces.get_piece_size())
        self.token_bytes = tuple(self._bytes_of(token) for token in range(self.size))
        self._byte_tokens = self._find_byte_tokens()

    @property
    def scores(self) -> list[float]:
        """The log-probability of each token as the vocabulary was made; 0 where it has none."""
        return [float(self._pieces.get_score(token)) for token in range(self.size)]

    @classmethod
    def from_file(cls, path: Path) -> "Tokenizer":
        """Read the tokenizer of a pack."""
        return cls(path.read_bytes())

    def encode(self, text: str) -> list[int]:
        """Return the tokens of `text`, without `BEGIN` and `END`."""
        tokens: list[int] = []
        for index, part in enumerate(_SPELT.split(text)):
            tokens += self._spell(part) if index % 2 else self._pieces.encode(part)
        return tokens

    def decode(self, tokens: Iterable[int]) -> str:
        """Return the text of `tokens`; bytes that form no character become U+FFFD."""
        raw = b"".join(self.token_bytes[token] for token in tokens)
        try:
            return raw.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return raw.decode("utf-8", "replace")

    def _bytes_of(self, token: int) -> bytes:
        if self._pieces.is_control(token) or self._pieces.is_unknown(token):
            return b""
        piece = self._pieces.id_to_piece(token)
        if self._pieces.is_byte(token):
            return bytes.fromhex(piece[3:5])
        return str(piece).replace(SPACE_MARK, " ").encode()

    def _find_byte_tokens(self) -> tuple[int, ...]:
        found = {
            self.token_bytes[token][0]: token for token in range(self.size) if self._pieces.is_byte(token)
        }
        if len(found) != 256 or self._pieces.bos_id() != BEGIN or self._pieces.eos_id() != END:
            raise PackError(tr("The tokenizer is not one of this program."), hint=install_again())
        return tuple(found[byte] for byte in range(256))

    def _spell(self, part: str) -> list[int]:
        return [self._byte_tokens[byte] for byte in part.encode("utf-8", "surrogatepass")]
