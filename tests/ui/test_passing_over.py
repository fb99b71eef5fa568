"""What is passed over makes room for another suggestion, in its time."""

from dataclasses import dataclass, replace

import pytest

from tests.ui.conftest import HELD, KEYS, Desk, MakeDesk
from tests.ui.fakes import ScriptedSuggester
from writer_app.engine.protocol import Answer, Request
from writer_app.text.boundaries import whole_word
from writer_app.ui.passing_over import TIME_TO_TAKE, PassingOver

WORDS = ("interest", "internal", "intervene")


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def going_on(before: str) -> list[str]:
    begun = before.rpartition("\n")[2].rpartition(" ")[2]
    return [word[len(begun) :] for word in WORDS if begun and word.startswith(begun) and word != begun]


class ObedientSuggester(ScriptedSuggester):
    """Leaves out what is rejected, as the engine does."""

    def suggest(self, request: Request) -> Answer:
        answer = super().suggest(request)
        kept = (s for s in answer.suggestions if whole_word(request.before, s.text) not in request.rejected)
        return replace(answer, suggestions=tuple(kept))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(make_desk: MakeDesk, clock: Clock) -> Desk:
    desk = make_desk(ObedientSuggester(going_on))
    desk.editor.passing = PassingOver(desk.editor.document(), clock)
    return desk


def test_who_types_on_past_a_suggestion_is_offered_another(desk: Desk, clock: Clock) -> None:
    desk.type_and_wait("i")
    clock.now += TIME_TO_TAKE
    desk.type("n")
    assert desk.drawn == "terest"
    with desk.offered():  # the rest of the same
        desk.type("t")
    assert desk.drawn == "erest"
    with desk.offered():
        pass
    assert desk.drawn == "ernal"
    assert desk.suggester.requests[-1].rejected == {"interest"}


def test_who_types_fast_has_not_passed_it_over(desk: Desk, clock: Clock) -> None:
    desk.type_and_wait("i")
    asked = desk.asked
    clock.now += TIME_TO_TAKE / 2
    desk.type("nter")
    desk.settle()
    assert (desk.drawn, desk.asked) == ("est", asked)


def test_what_was_passed_over_stays_while_there_is_nothing_else(make_desk: MakeDesk, clock: Clock) -> None:
    desk = make_desk(ObedientSuggester(lambda before: going_on(before)[:1]))
    desk.editor.passing = PassingOver(desk.editor.document(), clock)
    desk.type_and_wait("i")
    clock.now += TIME_TO_TAKE
    desk.type("nt")
    desk.qtbot.waitUntil(lambda: len(desk.asked) == 2)
    desk.settle()
    assert desk.drawn == "erest"


def test_a_word_taken_is_not_typed_along(make_desk: MakeDesk, clock: Clock) -> None:
    desk = make_desk(ScriptedSuggester(lambda before: [" and on and on"] if before == "on" else []))
    desk.editor.passing = PassingOver(desk.editor.document(), clock)
    desk.type_and_wait("on")
    clock.now += TIME_TO_TAKE
    desk.press(KEYS.Key_Right, HELD.ControlModifier)
    desk.settle()
    assert (desk.drawn, desk.asked) == (" on and on", ["on"])


def test_what_is_sent_away_does_not_come_back_while_its_word_is_typed(desk: Desk) -> None:
    desk.type_and_wait("i")
    desk.press(KEYS.Key_Escape)
    assert desk.drawn == ""
    desk.type_and_wait("n")
    assert desk.drawn == "ternal"


def test_in_the_next_paragraph_it_may_come(desk: Desk) -> None:
    desk.type_and_wait("i")
    desk.press(KEYS.Key_Escape)
    desk.press(KEYS.Key_Return)
    desk.type_and_wait("i")
    assert desk.drawn == "nterest"


def test_it_may_come_where_the_caret_has_been_elsewhere(desk: Desk) -> None:
    desk.type_and_wait("i")
    desk.press(KEYS.Key_Escape)
    desk.press(KEYS.Key_Left)
    desk.press(KEYS.Key_End)
    desk.type_and_wait("n")
    assert desk.drawn == "terest"
