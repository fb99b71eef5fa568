"""Sizes of a model; stored in the pack's `config.json`."""

import math
from dataclasses import dataclass

LARGEST_SIZE = 1 << 20  # no dimension of a sane pack is larger; checked before memory is taken


@dataclass(frozen=True, slots=True)
class ModelConfig:
    """Sizes of an LSTM language model whose output layer is tied to its embedding."""

    vocabulary: int
    embedding: int
    hidden: int
    layers: int
    input_scale: float

    @classmethod
    def sized(cls, vocabulary: int, embedding: int, hidden: int, layers: int) -> "ModelConfig":
        """Return a config whose input scale brings embeddings of variance 1/embedding to unit variance."""
        return cls(vocabulary, embedding, hidden, layers, math.sqrt(embedding))

    def shapes(self) -> dict[str, tuple[int, ...]]:
        """Return the name and shape of every weight; the gates stand in the order i, f, g, o."""
        gates = 4 * self.hidden
        shapes: dict[str, tuple[int, ...]] = {
            "embedding.weight": (self.vocabulary, self.embedding),
            "projection.weight": (self.embedding, self.hidden),
            "projection.bias": (self.embedding,),
            "output.bias": (self.vocabulary,),
        }
        for layer in range(self.layers):
            inputs = self.hidden if layer else self.embedding
            shapes[f"lstm.weight_ih_l{layer}"] = (gates, inputs)
            shapes[f"lstm.weight_hh_l{layer}"] = (gates, self.hidden)
            shapes[f"lstm.bias_l{layer}"] = (gates,)
        return shapes

    @property
    def parameters(self) -> int:
        """Number of parameters."""
        return sum(math.prod(shape) for shape in self.shapes().values())
