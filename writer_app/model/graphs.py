"""From weights to ONNX graphs, in int8 or float32, without torch.

Two graphs, so that reading text needs no output layer:
`recurrent`: tokens (T, B), hidden and cell (layers, B, H) → outputs (T, B, H), hidden, cell;
`output`: outputs (N, H) → probabilities (N, V).
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from writer_app.model.config import ModelConfig
from writer_app.model.quantise import Graphs, Precision

_OPSET, _IR_VERSION = 17, 8
_MICROSOFT = "com.microsoft"  # where ONNX Runtime keeps its quantised operators

Weights = Mapping[str, NDArray[np.float32]]


class _Builder:
    """Collects the nodes and constants of one graph."""

    def __init__(self, precision: Precision) -> None:
        self.precision = precision
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def constant(self, array: NDArray[Any]) -> str:
        """Add a constant and return its name."""
        name = f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def ones(self, count: int) -> str:
        """Add the sizes of a split into single layers."""
        return self.constant(np.ones(count, np.int64))

    def node(self, operator: str, inputs: list[str], outputs: list[str], **attributes: Any) -> None:
        """Add a node."""
        self._nodes.append(helper.make_node(operator, inputs, outputs, **attributes))

    def quantised(self, matrix: NDArray[np.float32], leading: int = 0) -> tuple[str, str, str]:
        """Add `matrix` in integers, a scale for each column: the names of values, scales and zero points.

        `leading` axes of length 1 stand before those of the matrix.
        """
        peaks = np.abs(matrix).max(axis=0)
        scales = (np.where(peaks > 0, peaks, 1) / self.precision.largest).astype(np.float32)
        values = np.rint(matrix / scales).astype(np.int8)
        arrays = values, scales, np.zeros_like(scales, dtype=np.int8)
        first, second, third = (self.constant(array[(None,) * leading]) for array in arrays)
        return first, second, third

    def linear(
        self, source: str, matrix: NDArray[np.float32], bias: NDArray[np.float32], result: str
    ) -> None:
        """Add `source` · `matrix` + `bias`."""
        if self.precision is Precision.FLOAT32:
            self.node("MatMul", [source, self.constant(matrix)], [f"{result}_product"])
            self.node("Add", [f"{result}_product", self.constant(bias)], [result])
            return
        values, scales, zeros = self.quantised(matrix)
        inputs = [source, values, scales, zeros, self.constant(bias)]
        self.node("DynamicQuantizeMatMul", inputs, [result], domain=_MICROSOFT)

    def serialise(self, inputs: dict[str, list[Any]], outputs: dict[str, list[Any]]) -> bytes:
        """Return the graph as bytes; `inputs` and `outputs` map names to shapes."""

        def describe(name: str, shape: list[Any]) -> onnx.ValueInfoProto:
            kind = TensorProto.INT64 if name == "tokens" else TensorProto.FLOAT
            return helper.make_tensor_value_info(name, kind, shape)

        graph = helper.make_graph(
            self._nodes,
            "lstm",
            [describe(name, shape) for name, shape in inputs.items()],
            [describe(name, shape) for name, shape in outputs.items()],
            self._constants,
        )
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION)
        return bytes(model.SerializeToString())


def build_graphs(config: ModelConfig, weights: Weights, precision: Precision) -> Graphs:
    """Build both graphs from float32 weights."""
    return Graphs(
        recurrent=_recurrent_graph(config, weights, precision),
        output=_output_graph(config, weights, precision),
    )


def _recurrent_graph(config: ModelConfig, weights: Weights, precision: Precision) -> bytes:
    build = _Builder(precision)
    states = [f"{kind}_{layer}" for kind in ("hidden", "cell") for layer in range(config.layers)]
    build.node("Split", ["hidden", build.ones(config.layers)], states[: config.layers], axis=0)
    build.node("Split", ["cell", build.ones(config.layers)], states[config.layers :], axis=0)
    scaled = weights["embedding.weight"] * np.float32(config.input_scale)
    build.node("Gather", [build.constant(scaled), "tokens"], ["input_0"])
    for layer in range(config.layers):
        _lstm_layer(build, config, weights, layer)
    for kind in ("hidden", "cell"):
        finals = [f"{kind}_{layer}_final" for layer in range(config.layers)]
        build.node("Concat", finals, [f"{kind}_final"], axis=0)
    last = f"input_{config.layers}"
    state = [config.layers, "B", config.hidden]
    return build.serialise(
        inputs={"tokens": ["T", "B"], "hidden": state, "cell": state},
        outputs={last: ["T", "B", config.hidden], "hidden_final": state, "cell_final": state},
    )


def _lstm_layer(build: _Builder, config: ModelConfig, weights: Weights, layer: int) -> None:
    """Add one layer, from `input_<layer>` to `input_<layer + 1>`."""
    inputs = _onnx_gates(weights[f"lstm.weight_ih_l{layer}"])
    hidden = _onnx_gates(weights[f"lstm.weight_hh_l{layer}"])
    bias = _onnx_gates(weights[f"lstm.bias_l{layer}"])
    biases = build.constant(np.concatenate([bias, np.zeros_like(bias)])[None])  # ours is the sum of both
    source, states = f"input_{layer}", [f"hidden_{layer}", f"cell_{layer}"]
    results = [f"every_{layer}", f"hidden_{layer}_final", f"cell_{layer}_final"]
    if build.precision is Precision.FLOAT32:
        matrices = [build.constant(inputs[None]), build.constant(hidden[None])]
        build.node("LSTM", [source, *matrices, biases, "", *states], results, hidden_size=config.hidden)
    else:
        w, w_scale, w_zero = build.quantised(inputs.T, leading=1)
        r, r_scale, r_zero = build.quantised(hidden.T, leading=1)
        quantisation = [w_scale, w_zero, r_scale, r_zero]
        build.node(
            "DynamicQuantizeLSTM",
            [source, w, r, biases, "", *states, "", *quantisation],
            results,
            domain=_MICROSOFT,
            hidden_size=config.hidden,
        )
    direction = build.constant(np.array([1]))
    build.node("Squeeze", [f"every_{layer}", direction], [f"input_{layer + 1}"])


def _output_graph(config: ModelConfig, weights: Weights, precision: Precision) -> bytes:
    build = _Builder(precision)
    build.linear("outputs", weights["projection.weight"].T, weights["projection.bias"], "projected")
    build.linear("projected", weights["embedding.weight"].T, weights["output.bias"], "logits")
    build.node("Softmax", ["logits"], ["probabilities"], axis=-1)
    return build.serialise(
        inputs={"outputs": ["N", config.hidden]}, outputs={"probabilities": ["N", config.vocabulary]}
    )


def _onnx_gates(weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """Bring the gates from our order i, f, g, o into that of ONNX: i, o, f, g."""
    i, f, g, o = np.split(weight, 4)
    return np.concatenate([i, o, f, g])
