"""The graphs compute what the reference does, in int8 almost, and come from the cache or not at all."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from writer_app.model.config import ModelConfig
from writer_app.model.graphs import build_graphs
from writer_app.model.lstm import LstmModel
from writer_app.model.measures import bits_per_character
from writer_app.model.pack import Pack, open_pack
from writer_app.model.quantise import Graphs, Precision, cached_graphs, integer_precision
from writer_app.model.state import Floats, LstmState
from writer_app.model.tokenizer import BEGIN
from writer_app.paths import bundled_packs, resources
from writer_app.text.normalise import for_model

VNNI = "flags\t\t: fpu sse avx2 avx512_vnni\n"
OLD = "flags\t\t: fpu sse avx2\n"


def run(graphs: Graphs, tokens: NDArray[np.int64], state: LstmState) -> tuple[Floats, LstmState, Floats]:
    """Return outputs, the state after them, and the probabilities of what follows each token."""
    providers = ["CPUExecutionProvider"]
    recurrent = onnxruntime.InferenceSession(graphs.recurrent, providers=providers)
    output = onnxruntime.InferenceSession(graphs.output, providers=providers)
    feeds = {"tokens": tokens, "hidden": state.hidden, "cell": state.cell}
    outputs, hidden, cell = recurrent.run(None, feeds)
    (following,) = output.run(None, {"outputs": outputs.reshape(-1, outputs.shape[-1])})
    return outputs, LstmState(hidden, cell), following


@given(
    seed=st.integers(0, 2**32 - 1), layers=st.integers(1, 3), rows=st.integers(1, 3), length=st.integers(1, 4)
)
@settings(deadline=None, max_examples=15)
def test_the_float32_graph_is_the_model(seed: int, layers: int, rows: int, length: int) -> None:
    config = ModelConfig.sized(vocabulary=20, embedding=6, hidden=8, layers=layers)
    random = np.random.default_rng(seed)
    weights = {n: random.normal(size=s).astype(np.float32) for n, s in config.shapes().items()}
    shape = (layers, rows, config.hidden)
    state = LstmState(*(random.normal(size=shape).astype(np.float32) for _ in range(2)))
    tokens = random.integers(0, config.vocabulary, (length, rows))
    _, after, following = run(build_graphs(config, weights, Precision.FLOAT32), tokens, state)
    model = LstmModel(config)
    model.load(weights)
    with torch.no_grad():
        before = torch.from_numpy(state.hidden), torch.from_numpy(state.cell)
        features, (hidden, cell) = model.features(torch.from_numpy(tokens), before)
        expected = model.logits(features).softmax(-1).reshape(-1, config.vocabulary)
    np.testing.assert_allclose(after.hidden, hidden, atol=1e-5)
    np.testing.assert_allclose(after.cell, cell, atol=1e-5)
    np.testing.assert_allclose(following, expected, atol=1e-5)


@pytest.mark.parametrize("precision", [Precision.INT8, Precision.INT7])
def test_integers_cost_less_than_half_a_percent_of_bits_per_character(precision: Precision) -> None:
    pack = open_pack(bundled_packs() / "en")
    text = for_model((resources() / "general" / "en.txt").read_text(encoding="utf-8")[:12_000])
    tokens = np.array([BEGIN, *pack.tokenizer().encode(text)], np.int64)

    def bits(precision: Precision) -> float:
        graphs = build_graphs(pack.config, pack.weights(), precision)
        *_, following = run(graphs, tokens[:-1, None], LstmState.zero(pack.config))
        chances = following[np.arange(len(tokens) - 1), tokens[1:]]
        return bits_per_character(-float(np.log(chances).sum()), len(text))

    assert bits(precision) <= bits(Precision.FLOAT32) * 1.005


def test_integers_stay_in_their_range(tiny_pack: Pack) -> None:
    import onnx  # noqa: PLC0415 - only this test looks inside

    graphs = build_graphs(tiny_pack.config, tiny_pack.weights(), Precision.INT7)
    for graph in (graphs.recurrent, graphs.output):
        constants = onnx.load_from_string(graph).graph.initializer
        integers = [onnx.numpy_helper.to_array(c) for c in constants if c.data_type == onnx.TensorProto.INT8]
        assert integers
        assert max(int(np.abs(array).max()) for array in integers) == Precision.INT7.largest


@pytest.mark.parametrize(
    ("machine", "cpuinfo", "precision"),
    [
        ("x86_64", VNNI, Precision.INT8),
        ("AMD64", OLD, Precision.INT7),
        ("x86_64", "", Precision.INT7),
        ("aarch64", "", Precision.INT8),
    ],
)
def test_processors_without_vnni_get_seven_bits(machine: str, cpuinfo: str, precision: Precision) -> None:
    assert integer_precision(machine, cpuinfo) is precision


def test_the_cache_is_used_and_mended(tiny_pack: Pack, tmp_path: Path) -> None:
    first = cached_graphs(tiny_pack, tmp_path, Precision.INT8)
    (kept,) = tmp_path.iterdir()
    written = kept.read_bytes()
    assert cached_graphs(tiny_pack, tmp_path, Precision.INT8) == first
    for damaged in (written[:-1], b"", b"another graph", written[:100] + b"?" + written[101:]):
        kept.write_bytes(damaged)
        assert cached_graphs(tiny_pack, tmp_path, Precision.INT8) == first
        assert kept.read_bytes() == written


def test_each_model_and_precision_has_its_own_place(tiny_pack: Pack, tmp_path: Path) -> None:
    for precision in Precision:
        cached_graphs(tiny_pack, tmp_path, precision)
    assert len(list(tmp_path.iterdir())) == len(Precision)


def test_a_cache_that_cannot_be_written_is_done_without(tiny_pack: Pack, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    assert cached_graphs(tiny_pack, in_the_way / "graphs", Precision.INT8).recurrent


def test_kept_graphs_load_without_onnx_and_torch(tiny_pack: Pack) -> None:
    code = (
        "import sys; from pathlib import Path; from writer_app.engine.backends import open_suggester;"
        f"open_suggester(Path({str(tiny_pack.folder)!r}));"
        "sys.exit(bool({'torch', 'onnx', 'PySide6'} & set(sys.modules)))"
    )
    statuses = [subprocess.run([sys.executable, "-c", code], check=False).returncode for _ in range(2)]
    assert statuses[1] == 0
