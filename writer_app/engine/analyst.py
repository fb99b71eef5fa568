"""The thread that looks at the text while the engine's own thread suggests: gates, states and surprise.

It has models of its own and the lowest priority, so it takes only time that nobody else wants.
"""

import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from writer_app.engine.inspector import Inspection, Inspector
from writer_app.engine.recall import Passage
from writer_app.engine.router import language_at
from writer_app.engine.study_model import StudyModel
from writer_app.engine.surprise import Paragraph, Surprise, SurpriseReader
from writer_app.errors import EngineError, WriterError
from writer_app.i18n import tr

OpenModels = Callable[[], Mapping[str, Callable[[], StudyModel]]]
"""Find the packs in use; of each language, how its model is opened."""

_NICENESS = 10


@dataclass(frozen=True, slots=True)
class Place:
    """Look into the model at this place."""

    number: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Tell how surprising these paragraphs are."""

    number: int
    paragraphs: Sequence[Paragraph]


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was seen at a place."""

    number: int
    inspection: Inspection


@dataclass(frozen=True, slots=True)
class Recalled:
    """The passages behind those words that are expected at a place because of what was written before."""

    number: int
    passages: Mapping[str, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class Surprised:
    """The surprise of one paragraph of a reading."""

    number: int
    index: int
    surprise: Surprise


@dataclass(frozen=True, slots=True)
class Finished:
    """All paragraphs of a reading are known."""

    number: int


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing can be looked at; the thread has ended."""

    message: str
    hint: str


Event = Inspected | Recalled | Surprised | Finished | Failed


class Analyst:
    """Answers the newest place first, then the newest reading.

    `hear` is called on its thread, and never after `stop`: whoever heard may be gone by then.
    """

    def __init__(self, open_models: OpenModels, hear: Callable[[Event], None]) -> None:
        self._open_models = open_models
        self._hear = hear
        self._place: Place | None = None
        self._reading: Reading | None = None
        self._unwatched = self._stopping = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="analyst", daemon=True)

    def start(self) -> None:
        """Start the thread, which opens the models."""
        self._thread.start()

    def inspect(self, place: Place) -> None:
        """Look at `place` next, in the place of an older one."""
        with self._changed:
            self._place, self._unwatched = place, False
            self._changed.notify()

    def read(self, reading: Reading) -> None:
        """Read these paragraphs, and no more of those asked for before."""
        with self._changed:
            self._reading = reading
            self._changed.notify()

    def look_away(self) -> None:
        """Give the memory back that only looking at places needs."""
        with self._changed:
            self._place, self._unwatched = None, True
            self._changed.notify()

    def stop(self, timeout: float = 2.0) -> bool:
        """End the thread; False where it still computes after `timeout` seconds."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        _step_back()
        try:
            self._serve(_Models(self._open_models()))
        except WriterError as error:
            self._tell(Failed(str(error), error.hint))
        except Exception as error:  # noqa: BLE001 - the edge of the thread: writing must go on
            self._tell(
                Failed(tr("Looking into the model failed ({kind}).", kind=type(error).__name__), _hint())
            )

    def _tell(self, event: Event) -> None:
        with self._changed:  # `stop` takes it too
            if not self._stopping:
                self._hear(event)

    def _serve(self, models: "_Models") -> None:
        reader = SurpriseReader(models.choose)
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._has_work)
                place, self._place = self._place, None
                reading = None if place else self._reading
                if reading:
                    self._reading = None
                unwatched, self._unwatched = self._unwatched, False
            if self._stopping:
                return
            if unwatched:
                models.forget_weights()
            if place is not None:
                self._inspect(models.inspector(place), place)
            if reading is not None:
                self._read(reader, reading)

    def _inspect(self, inspector: Inspector, place: Place) -> None:
        inspection = inspector.inspect(place.before, place.after)
        self._tell(Inspected(place.number, inspection))
        passages = inspector.recall(inspection, place.before, place.after, lambda: self._is_hurried)
        self._tell(Recalled(place.number, passages))

    @property
    def _is_hurried(self) -> bool:
        return self._stopping or self._place is not None

    @property
    def _has_work(self) -> bool:
        return self._stopping or self._unwatched or bool(self._place or self._reading)

    def _read(self, reader: SurpriseReader, reading: Reading) -> None:
        """Read until there is something more urgent; what is left of the reading then waits."""
        left = dict(enumerate(reading.paragraphs))
        for index, surprise in reader.read(reading.paragraphs):
            self._tell(Surprised(reading.number, index, surprise))
            del left[index]
            with self._changed:
                if self._has_work:
                    if self._reading is None:  # known paragraphs cost nothing the second time
                        self._reading = reading if left else None
                    if left:
                        return
        self._tell(Finished(reading.number))


class _Models:
    """The models of the packs in use, each opened when its script first comes up."""

    def __init__(self, openers: Mapping[str, Callable[[], StudyModel]]) -> None:
        if not openers:
            raise EngineError(
                tr("There is no language pack to look into."), hint=tr("Install a language pack.")
            )
        self._openers = openers
        self._open: dict[str, StudyModel] = {}
        self._inspectors: dict[str, Inspector] = {}
        self._language = next(iter(openers))

    def choose(self, text: str, after: str = "") -> StudyModel:
        """Return the model of the script of `text`; without letters in it, the last one used."""
        self._language = language_at(text, after, self._openers) or self._language
        if self._language not in self._open:
            self._open[self._language] = self._openers[self._language]()
        return self._open[self._language]

    def inspector(self, place: Place) -> Inspector:
        """Return what looks at `place`."""
        model = self.choose(place.before, place.after)
        return self._inspectors.setdefault(self._language, Inspector(model))

    def forget_weights(self) -> None:
        """Give back what only inspectors need."""
        self._inspectors.clear()
        for model in self._open.values():
            model.forget_weights()


def _hint() -> str:
    return tr("Writing goes on without it; close and open the view to try again.")


def _step_back() -> None:
    """Let every other thread go first, where the system has priorities of threads."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
