"""Opens packs for the engine, on the processor or the graphics card."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from writer_app.engine.backend import Backend, Device
from writer_app.engine.gate import read_gate
from writer_app.engine.lstm_suggester import LstmSuggester, Manner
from writer_app.engine.protocol import Suggester
from writer_app.engine.router import Router
from writer_app.errors import MemoryStoreError, PackError
from writer_app.i18n import tr
from writer_app.model.pack import Pack, open_pack
from writer_app.model.quantise import cached_graphs, integer_precision
from writer_app.model.tokenizer import Tokenizer
from writer_app.paths import places, resources
from writer_app.text.scripts import LANGUAGE_SCRIPTS

if TYPE_CHECKING:
    from writer_app.engine.remembered import RememberedText


def open_suggester(
    *folders: Path,
    device: Device = Device.CPU,
    manner: Manner | None = None,
    personal: Path | None = None,
) -> Suggester:
    """Open the packs in `folders`; of several, the one whose script surrounds the caret answers.

    Of several in one language the first counts. The very first is loaded at once, the others when their
    script comes up. What is remembered in the folder `personal` has its share in what they suggest.
    """
    if not folders:
        raise PackError(
            tr("There is no language pack."), hint=tr("Install one, or train one with `writer-app train`.")
        )
    packs = [open_pack(folder) for folder in folders]
    openers: dict[str, Callable[[], Suggester]] = {}
    for pack in packs:  # the person's packs come first, so theirs answer
        openers.setdefault(pack.language, partial(open_pack_suggester, pack, device, manner, personal))
    if len(openers) == 1:
        return open_pack_suggester(packs[0], device, manner, personal)
    return Router(openers)


def open_pack_suggester(
    pack: Pack,
    device: Device = Device.CPU,
    manner: Manner | None = None,
    personal: Path | None = None,
) -> LstmSuggester:
    """Load the model of `pack`; `PackError` or `EngineError` where that cannot be done."""
    backend = open_backend(pack, device)
    gate = read_gate(resources() / "memory_gate.json", pack.language)
    tokenizer = pack.tokenizer()
    remembered = open_remembered(pack, tokenizer, personal) if personal else None
    return LstmSuggester(backend, tokenizer, manner or Manner(), gate, remembered)


def open_remembered(pack: Pack, tokenizer: Tokenizer, folder: Path) -> "RememberedText | None":
    """Open what is remembered; without it suggestions go on, and whoever writes the memory tells of it."""
    from writer_app.engine.remembered import RememberedText  # noqa: PLC0415 - loads SQLite

    try:
        script = LANGUAGE_SCRIPTS.get(pack.language)
        return RememberedText(folder, tokenizer, pack.tokenizer_identity, script)
    except MemoryStoreError as error:
        logging.getLogger(__name__).warning("no memory: %s", error)
        return None


def open_backend(pack: Pack, device: Device = Device.CPU, threads: int = 1) -> Backend:
    """Load only the model of `pack`."""
    if device is Device.CUDA:
        from writer_app.engine.torch_backend import TorchBackend  # noqa: PLC0415 - loads torch, which takes seconds

        return TorchBackend.open(pack)
    from writer_app.engine.onnx_backend import OnnxBackend  # noqa: PLC0415 - a fifth of a second

    graphs = cached_graphs(pack, graph_folder(), integer_precision())
    return OnnxBackend(pack.config, graphs, threads)


def graph_folder() -> Path:
    """Return the folder that keeps graphs between two starts."""
    return places().graphs
