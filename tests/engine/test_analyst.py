"""The thread that looks at the text: the newest place first, and it ends when told to."""

import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from tests.tiny import document
from writer_app.engine.analyst import (
    Analyst,
    Event,
    Failed,
    Finished,
    Inspected,
    OpenModels,
    Place,
    Reading,
    Recalled,
    Surprised,
)
from writer_app.engine.study_model import StudyModel
from writer_app.engine.surprise import Paragraph
from writer_app.errors import EngineError
from writer_app.model.pack import Pack

PARAGRAPHS = [Paragraph(text) for seed in range(30) for text in document(seed).split("\n") if text]


@dataclass
class Heard:
    events: "queue.Queue[Event]" = field(default_factory=queue.Queue)

    def until(self, wanted: Callable[[Event], bool]) -> list[Event]:
        found = [self.events.get(timeout=20)]
        while not wanted(found[-1]):
            found.append(self.events.get(timeout=20))
        return found


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def make(heard: Heard) -> Iterator[Callable[[OpenModels], Analyst]]:
    made: list[Analyst] = []

    def start(open_models: OpenModels) -> Analyst:
        made.append(Analyst(open_models, heard.events.put))
        made[-1].start()
        return made[-1]

    yield start
    for analyst in made:
        assert analyst.stop()


@pytest.fixture
def analyst(make: Callable[[OpenModels], Analyst], tiny_pack: Pack) -> Analyst:
    return make(lambda: {"en": lambda: StudyModel(tiny_pack)})


def test_a_place_is_looked_at_before_the_rest_of_a_long_reading(analyst: Analyst, heard: Heard) -> None:
    analyst.read(Reading(1, PARAGRAPHS))
    before = heard.until(lambda event: isinstance(event, Surprised))
    analyst.inspect(Place(2, "My sister waters", ""))
    before += heard.until(lambda event: isinstance(event, Inspected))
    assert len(before) < len(PARAGRAPHS)
    after = heard.until(lambda event: event == Finished(1))
    indices = {event.index for event in before + after if isinstance(event, Surprised)}
    assert indices == set(range(len(PARAGRAPHS)))


def test_a_new_reading_ends_the_one_before(analyst: Analyst, heard: Heard) -> None:
    analyst.read(Reading(1, PARAGRAPHS))
    heard.until(lambda event: isinstance(event, Surprised))
    analyst.read(Reading(2, PARAGRAPHS[:2]))
    events = heard.until(lambda event: event == Finished(2))
    assert Finished(1) not in events
    assert sum(isinstance(event, Surprised) and event.number == 2 for event in events) == 2


def test_it_goes_on_looking_after_its_weights_were_given_back(analyst: Analyst, heard: Heard) -> None:
    for number in (1, 2):
        analyst.inspect(Place(number, "My sister", ""))
        event, passages = heard.until(lambda event: isinstance(event, Recalled))
        assert isinstance(event, Inspected)
        assert event.inspection.tokens
        assert passages == Recalled(number, {})
        analyst.look_away()


def test_without_a_pack_it_says_what_to_do(make: Callable[[OpenModels], Analyst], heard: Heard) -> None:
    make(dict)
    (event,) = heard.until(lambda event: isinstance(event, Failed))
    assert isinstance(event, Failed)
    assert event.hint == "Install a language pack."


def test_once_it_was_told_to_stop_nothing_is_heard_however_late_it_ends(heard: Heard) -> None:
    opening, told = threading.Event(), threading.Event()

    def open_late() -> dict[str, Callable[[], StudyModel]]:
        opening.set()
        told.wait(20)
        raise EngineError("Nobody is there to hear this.", hint="")

    analyst = Analyst(open_late, heard.events.put)
    analyst.start()
    assert opening.wait(20)
    assert not analyst.stop(timeout=0)
    told.set()
    assert analyst.stop(timeout=20)
    assert heard.events.empty()
