"""The n-gram where no spaces part words: it ranks tokens, also those that the last few characters begin."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from writer_app.bench.baselines import Lexicon, first_words
from writer_app.bench.ngram import CANDIDATES, ConditionalModel
from writer_app.engine.choice import keys_saved
from writer_app.engine.partial_word import Vocabulary
from writer_app.engine.protocol import Answer, Request, Suggestion
from writer_app.model.tokenizer import Tokenizer

LONGEST = 12  # characters before the caret that may belong to one token
HISTORY = 4  # tokens that a 5-gram looks at


class TokenNgramSuggester:
    """Ranks what tokens bring by the keys it may save; as for the model, all that begins alike adds up."""

    def __init__(self, model: ConditionalModel, lexicon: Lexicon, tokenizer: Tokenizer) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._vocabulary = Vocabulary(tokenizer)
        names = {tokenizer.decode([token]): str(token) for token in range(tokenizer.size)}
        words = (word for word in lexicon.starting("") if word in names)
        self._frequent = [(word, names[word]) for word in words][:CANDIDATES]

    def suggest(self, request: Request) -> Answer:
        """Answer one request."""
        alone: dict[str, float] = defaultdict(float)
        mass = 0.0
        for chance, history, held in self._cuts(request.before.rpartition("\n")[2][-500:]):
            candidates = self._completing(held) if held else self._frequent
            scores = self._model.scores(history, [name for _, name in candidates])
            found = [chance * 10**score for score in scores]
            mass += sum(found) if held else chance
            for (text, _), probability in zip(candidates, found, strict=True):
                alone[text] += probability
        likely = _with_longer(alone)
        ranked = sorted(likely, key=lambda text: -likely[text] * keys_saved(text))
        chosen = first_words(ranked, request.count, request.rejected)
        return Answer(request.number, tuple(Suggestion(text, likely[text] / mass) for text in chosen))

    def _cuts(self, paragraph: str) -> Iterator[tuple[float, Sequence[str], str]]:
        """Yield where the token at the caret may begin: how likely that is, what is before it and of it."""
        tokens = self._tokenizer.encode(paragraph)
        begun = self._vocabulary.characters_begun(paragraph, LONGEST)
        first, held = len(tokens), ""
        while len(held) < begun:
            first -= 1
            held = self._tokenizer.decode(tokens[first:])
        chance = 1.0
        for place in range(first, len(tokens) + 1):
            history = [str(token) for token in tokens[max(0, place - HISTORY) : place]]
            yield chance, history, self._tokenizer.decode(tokens[place:])
            if place < len(tokens):
                chance *= 10 ** self._model.scores(history, [str(tokens[place])])[0]

    def _completing(self, held: str) -> list[tuple[str, str]]:
        """Return what longer tokens add to `held`, and their names."""
        tokens = (int(token) for token in self._vocabulary.beginning_with(held.encode()))
        texts = ((self._tokenizer.decode([token])[len(held) :], str(token)) for token in tokens)
        return [(text, name) for text, name in texts if text]


def _with_longer(alone: Mapping[str, float]) -> dict[str, float]:
    """Return the chance of each text, however it goes on."""
    likely = dict(alone)
    for text, chance in alone.items():
        for shorter in (text[:end] for end in range(1, len(text))):
            if shorter in likely:
                likely[shorter] += chance
    return likely
