"""What becomes of a suggestion on the page: taken, typed all the same, passed over, or sent away."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import HELD, KEYS, Desk, MakeDesk
from tests.ui.fakes import ScriptedSuggester, finishing
from writer_app.personal.hints import Hint
from writer_app.ui.hint_watch import HintWatch, share_wanted
from writer_app.ui.passing_over import TIME_TO_TAKE, PassingOver

READ = 1.0  # seconds, enough to read a suggestion


@dataclass
class Watched:
    """A desk, a clock that stands still until it is moved, and the hints so far."""

    desk: Desk
    now: float = 0.0
    hints: list[Hint] = field(default_factory=list)

    def look(self, text: str, seconds: float = READ) -> None:
        """Type, wait for the suggestion, and look at it for so long."""
        self.desk.type_and_wait(text)
        self.now += seconds


@pytest.fixture
def watched(make_desk: MakeDesk) -> Watched:
    found = Watched(make_desk(ScriptedSuggester(finishing("The ferry leaves at noon", " but not today"))))
    found.desk.editor.setFocus()
    HintWatch(found.desk.editor, clock=lambda: found.now).hinted.connect(found.hints.append)
    return found


def the_ferry(*, wanted: float) -> Hint:
    return Hint("The ferry", " leaves at noon", 0.5, wanted)


def test_what_is_typed_instead_passes_it_over(watched: Watched) -> None:
    watched.look("The ferry")
    watched.desk.type(" s")
    assert watched.hints == [the_ferry(wanted=0.0)]


def test_taking_all_of_it_is_wanting_it(watched: Watched) -> None:
    watched.look("The ferry")
    watched.desk.press(KEYS.Key_Tab)
    assert watched.hints == [the_ferry(wanted=1.0)]
    watched.desk.type("x")
    assert len(watched.hints) == 1


def test_taking_a_word_and_typing_another_is_wanting_part_of_it(watched: Watched) -> None:
    watched.look("The ferry")
    watched.desk.press(KEYS.Key_Right, HELD.ControlModifier)
    assert watched.hints == []
    watched.desk.type(" in")
    assert watched.hints == [the_ferry(wanted=7 / 15)]


def test_typing_all_of_it_is_wanting_it(watched: Watched) -> None:
    watched.look("The ferry")
    watched.desk.type(" leaves at noon")
    assert watched.hints == []  # it may still become another word
    watched.desk.type(".")
    assert watched.hints == [the_ferry(wanted=1.0)]


def test_what_another_has_replaced_may_still_be_wanted(make_desk: MakeDesk) -> None:
    desk = make_desk(ScriptedSuggester(lambda before: ["eaves" if before.endswith("l") else "ters"]))
    watched = Watched(desk)
    HintWatch(desk.editor, clock=lambda: watched.now).hinted.connect(watched.hints.append)
    desk.editor.passing = PassingOver(desk.editor.document(), clock=lambda: watched.now)
    watched.look("l", seconds=TIME_TO_TAKE)
    desk.type("ea")
    desk.qtbot.waitUntil(lambda: desk.drawn == "ters")
    desk.type("ves.")
    assert watched.hints == [Hint("l", "eaves", 0.5, 1.0)]


def test_a_suggestion_that_flew_by_was_not_passed_over(watched: Watched) -> None:
    watched.look("The ferry", seconds=0.1)
    watched.desk.type(" s")
    assert watched.hints == []


def test_sending_it_away_passes_it_over(watched: Watched) -> None:
    watched.look("The ferry", seconds=0.1)
    watched.desk.press(KEYS.Key_Escape)
    watched.desk.type(" s")
    assert watched.hints == [the_ferry(wanted=0.0)]


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: desk.press(KEYS.Key_Backspace),
        lambda desk: desk.press(KEYS.Key_Left),
        lambda desk: desk.editor.undo(),
        lambda desk: desk.editor.withdraw(),
    ],
)
def test_going_elsewhere_says_nothing(watched: Watched, act: Callable[[Desk], None]) -> None:
    watched.look("The ferry")
    act(watched.desk)
    watched.desk.type("x")
    assert watched.hints == []


def test_another_alternative_takes_the_place_of_the_first(watched: Watched) -> None:
    watched.look("The ferry")
    watched.desk.press(KEYS.Key_BracketRight, HELD.AltModifier)
    watched.desk.press(KEYS.Key_Tab)
    assert watched.hints == [Hint("The ferry", " but not today", 0.5, wanted=1.0)]


def test_a_list_that_was_asked_for_is_not_passed_over(watched: Watched) -> None:
    watched.desk.type("The ferry")
    with watched.desk.offered():
        watched.desk.editor.alternatives.open()
    watched.now += READ
    watched.desk.type(" s")
    assert watched.hints == []


def commit(desk: Desk, text: str) -> None:
    composing = QInputMethodEvent("s", [])
    QApplication.sendEvent(desk.editor, composing)
    done = QInputMethodEvent("", [])
    done.setCommitString(text)
    QApplication.sendEvent(desk.editor, done)


@pytest.mark.parametrize(("text", "wanted"), [(" leaves today", 7 / 15), (" sails", 0.0)])
def test_what_an_input_method_brings_counts(watched: Watched, text: str, wanted: float) -> None:
    watched.look("The ferry")
    commit(watched.desk, text)
    assert watched.hints == [the_ferry(wanted=wanted)]


@pytest.mark.parametrize(
    ("suggestion", "typed", "share"),
    [
        ("look at it", "lo", None),
        ("look at it", "look", None),
        ("look at it", "look,", 0.4),
        ("look at it", "looking", 0.0),
        ("look at it", "x", 0.0),
        ("look at it", "look at it", None),
        ("look at it", "look at it.", 1.0),
        ("look at ", "look at ", 1.0),
        ("公园散步", "公", None),
        ("公园散步", "公园", None),
        ("公园散步", "公园里", 0.5),
        ("公园散步", "公园散步", 1.0),
        ("公园散步", "公司", 0.0),
    ],
)
def test_words_come_true_where_they_end(suggestion: str, typed: str, share: float | None) -> None:
    assert share_wanted(suggestion, typed) == share


@given(suggestion=st.text(min_size=1), typed=st.text())
def test_a_verdict_once_given_stays(suggestion: str, typed: str) -> None:
    shares = [share_wanted(suggestion, typed[:length]) for length in range(len(typed) + 1)]
    settled = [share for share in shares if share is not None]
    assert len(set(settled)) <= 1
    assert shares[len(shares) - len(settled) :] == settled
