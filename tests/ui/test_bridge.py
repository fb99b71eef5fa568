"""The door to the engine: what is old is not heard, and a failing engine stops nobody from writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from tests.ui.fakes import GatedSuggester, ScriptedSuggester
from writer_app.engine.protocol import Answer, Request
from writer_app.engine.worker import EngineState, EngineStateKind
from writer_app.errors import PackError
from writer_app.ui.bridge import EngineBridge, OpenSuggester


@contextmanager
def bridge_over(open_suggester: OpenSuggester) -> Iterator[EngineBridge]:
    bridge = EngineBridge(open_suggester)
    bridge.start()
    yield bridge
    assert bridge.stop()


def test_an_answer_for_older_text_is_dropped(qtbot: QtBot) -> None:
    gated, shown = GatedSuggester(lambda before: [before]), list[Answer]()
    with bridge_over(lambda: gated) as bridge:
        bridge.suggested.connect(shown.append)
        bridge.ask("old text", after="")
        assert gated.entered.acquire(timeout=5)  # the engine thread now holds the old request
        bridge.ask("new text", after="")
        with qtbot.waitSignal(bridge.suggested, timeout=5000):
            gated.gate.release(2)  # both requests may be answered now
        assert [answer.suggestions[0].text for answer in shown] == ["new text"]


def test_what_is_forgotten_is_not_answered(qtbot: QtBot) -> None:
    gated, shown = GatedSuggester(lambda before: [before]), list[Answer]()
    with bridge_over(lambda: gated) as bridge:
        bridge.suggested.connect(shown.append)
        bridge.ask("forgotten", after="")
        assert gated.entered.acquire(timeout=5)
        bridge.forget()
        gated.gate.release(2)
        bridge.ask("wanted", after="")
        qtbot.waitUntil(lambda: len(shown) > 0, timeout=5000)
        assert [answer.suggestions[0].text for answer in shown] == ["wanted"]


def test_the_state_of_the_engine_arrives_as_a_signal(qtbot: QtBot) -> None:
    states: list[EngineState] = []
    bridge = EngineBridge(lambda: ScriptedSuggester(lambda _: []))
    bridge.state_changed.connect(states.append)
    bridge.start()
    qtbot.waitUntil(lambda: bridge.state.kind is EngineStateKind.READY, timeout=5000)
    bridge.stop()
    assert [state.kind for state in states[:2]] == [EngineStateKind.LOADING, EngineStateKind.READY]


def test_a_missing_pack_is_a_state_with_a_hint(qtbot: QtBot) -> None:
    def open_nothing() -> ScriptedSuggester:
        raise PackError("There is no language pack.", hint="Install one.")

    with bridge_over(open_nothing) as bridge:
        qtbot.waitUntil(lambda: bridge.state.kind is EngineStateKind.FAILED, timeout=5000)
        assert (bridge.state.detail, bridge.state.hint) == ("There is no language pack.", "Install one.")


def test_an_engine_that_dies_is_started_again(qtbot: QtBot) -> None:
    class Fragile(ScriptedSuggester):
        def suggest(self, request: Request) -> Answer:
            if request.before == "poison":
                raise RuntimeError("the model is gone")
            return super().suggest(request)

    with bridge_over(lambda: Fragile(lambda before: [before])) as bridge:
        bridge.ask("poison", "")
        qtbot.waitUntil(lambda: bridge.state.kind is EngineStateKind.FAILED, timeout=5000)
        assert "the model is gone" not in bridge.state.detail  # its words might be the person's
        with qtbot.waitSignal(bridge.suggested, timeout=5000) as heard:
            bridge.ask("fine", "")
        assert heard.args is not None
        assert heard.args[0].suggestions[0].text == "fine"
        assert bridge.state.kind is EngineStateKind.READY


def test_another_suggester_takes_over_between_two_requests(qtbot: QtBot) -> None:
    with bridge_over(lambda: ScriptedSuggester(lambda _: ["first"])) as bridge:
        bridge.replace(lambda: ScriptedSuggester(lambda _: ["second"]))
        with qtbot.waitSignal(bridge.suggested, timeout=5000) as heard:
            bridge.ask("text", "")
        assert heard.args is not None
        assert heard.args[0].suggestions[0].text == "second"
