"""The model on a CPU: int8 graphs in ONNX Runtime."""

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from writer_app.engine.backend import Floats, Tokens
from writer_app.errors import EngineError
from writer_app.i18n import tr
from writer_app.model.config import ModelConfig
from writer_app.model.quantise import Graphs
from writer_app.model.repair import install_again
from writer_app.model.state import LstmState


class OnnxBackend:
    """Both graphs of a model, on `threads` threads."""

    device = "CPU"

    def __init__(self, config: ModelConfig, graphs: Graphs, threads: int = 1) -> None:
        self.config = config
        self._recurrent = _session(graphs.recurrent, threads)
        self._output = _session(graphs.output, threads)

    def read(self, tokens: Tokens, state: LstmState) -> tuple[Floats, LstmState]:
        """Read tokens (T, B) after `state`: the outputs (T, B, H) at each, and the state after the last."""
        feeds = {"tokens": tokens, "hidden": state.hidden, "cell": state.cell}
        outputs, hidden, cell = self._recurrent.run(None, feeds)
        return outputs, LstmState(hidden, cell)

    def probabilities(self, outputs: Floats) -> NDArray[np.float32]:
        """Return the probability (N, V) of each next token from outputs (N, H)."""
        (probabilities,) = self._output.run(None, {"outputs": outputs})
        return np.asarray(probabilities)


def _session(graph: bytes, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only: warnings would mix with the answers of `suggest`
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise EngineError(tr("ONNX Runtime could not load the model."), hint=install_again()) from error
