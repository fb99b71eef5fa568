"""The n-gram of tokens finds the token that was begun, wherever it was begun."""

from collections.abc import Sequence

from writer_app.bench.baselines import Lexicon
from writer_app.bench.token_ngram import TokenNgramSuggester
from writer_app.engine.protocol import Request
from writer_app.model.pack import TOKENIZER as TOKENIZER_FILE
from writer_app.model.tokenizer import Tokenizer
from writer_app.paths import bundled_packs
from writer_app.text.scripts import is_han

TOKENIZER = Tokenizer.from_file(bundled_packs() / "zh" / TOKENIZER_FILE)
PIECES = [TOKENIZER.decode([token]) for token in range(TOKENIZER.size)]
WORDS = [piece for piece in PIECES if len(piece) > 1 and all(map(is_han, piece))]


class Prefers:
    """Finds one token likely wherever it may stand."""

    def __init__(self, piece: str) -> None:
        self._name = str(PIECES.index(piece))

    def scores(self, history: Sequence[str], words: Sequence[str]) -> list[float]:
        return [-0.1 if word == self._name else -3.0 for word in words]


def offered(preferred: str, before: str, rejected: Sequence[str] = ()) -> list[str]:
    suggester = TokenNgramSuggester(Prefers(preferred), Lexicon(dict.fromkeys(WORDS, 1)), TOKENIZER)
    answer = suggester.suggest(Request(1, before, count=3, rejected=frozenset(rejected)))
    assert all(0 < s.probability <= 1 for s in answer.suggestions)
    return [suggestion.text for suggestion in answer.suggestions]


def test_a_token_is_offered_before_it_begins_and_after_each_of_its_characters() -> None:
    longest = max(WORDS, key=len)
    assert len(longest) > 6
    for typed in range(len(longest)):
        assert offered(longest, "他说，" + longest[:typed])[0] == longest[typed:]


def test_what_was_passed_over_is_not_offered() -> None:
    longest = max(WORDS, key=len)
    assert longest[1:] not in offered(longest, "他说，" + longest[:1], rejected=[longest[1:]])
