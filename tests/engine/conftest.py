"""A small trained model for the engine, and one of random weights whose every answer can be worked out."""

import numpy as np
import pytest

from tests.tiny import tokenizer_bytes
from writer_app.engine.backend import Backend
from writer_app.engine.backends import open_backend, open_pack_suggester
from writer_app.engine.lstm_suggester import LstmSuggester, Manner
from writer_app.engine.onnx_backend import OnnxBackend
from writer_app.model.config import ModelConfig
from writer_app.model.graphs import build_graphs
from writer_app.model.pack import Pack, write_pack
from writer_app.model.quantise import Precision
from writer_app.model.tokenizer import Tokenizer


@pytest.fixture(scope="session")
def random_pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """Write a pack of random weights, large enough that its distributions are far from even."""
    tokenizer = tokenizer_bytes()
    config = ModelConfig.sized(Tokenizer(tokenizer).size, embedding=16, hidden=24, layers=2)
    random = np.random.default_rng(1)
    weights = {name: random.normal(size=shape).astype(np.float32) for name, shape in config.shapes().items()}
    folder = tmp_path_factory.mktemp("random") / "pack"
    return write_pack(
        folder, language="en", config=config, facts={}, weights=weights, tokenizer=tokenizer, card=""
    )


@pytest.fixture(scope="session")
def random_backend(random_pack: Pack) -> Backend:
    """Load the random pack."""
    return open_backend(random_pack)


@pytest.fixture
def suggester(tiny_pack: Pack) -> LstmSuggester:
    """Load the trained pack; it suggests whatever it thinks of."""
    return open_pack_suggester(tiny_pack, manner=Manner(floor=0.0))


@pytest.fixture(scope="session")
def tiny_backend(tiny_pack: Pack) -> Backend:
    """Load the trained pack."""
    return open_backend(tiny_pack)


@pytest.fixture(scope="session")
def exact_backend(tiny_pack: Pack) -> Backend:
    """Load the trained pack in float32, where rows read together do not disturb each other."""
    graphs = build_graphs(tiny_pack.config, tiny_pack.weights(), Precision.FLOAT32)
    return OnnxBackend(tiny_pack.config, graphs)
