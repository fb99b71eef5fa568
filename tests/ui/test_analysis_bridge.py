"""The door to the thread that looks at the text has one thread behind it, and ends every one."""

import threading
from collections.abc import Callable, Mapping

from pytestqt.qtbot import QtBot

from writer_app.engine.study_model import StudyModel
from writer_app.errors import PackError
from writer_app.ui.analysis_bridge import AnalysisBridge


def no_model() -> StudyModel:
    raise AssertionError("nothing is read")


def analysts() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "analyst"]


def test_a_failure_of_models_that_are_no_longer_in_use_leaves_the_new_ones_alone(qtbot: QtBot) -> None:
    opening, gate = threading.Event(), threading.Event()

    def open_models() -> Mapping[str, Callable[[], StudyModel]]:
        if opening.is_set():
            return {"en": no_model}
        opening.set()
        gate.wait()
        raise PackError("It is gone.", hint="Install it.")

    bridge, failures = AnalysisBridge(open_models), list[str]()
    bridge.failed.connect(failures.append)
    bridge.read(())
    assert opening.wait(5)
    bridge.reopen()
    with qtbot.waitSignal(bridge.finished, timeout=5000):
        bridge.read(())
    assert not bridge.stop(timeout=0)
    gate.set()
    qtbot.waitUntil(lambda: not analysts(), timeout=5000)
    assert failures == []
    assert bridge.stop()


def test_after_a_failure_the_next_question_tries_again(qtbot: QtBot) -> None:
    works = threading.Event()

    def open_models() -> Mapping[str, Callable[[], StudyModel]]:
        if works.is_set():
            return {"en": no_model}
        raise PackError("It is gone.", hint="Install it.")

    bridge = AnalysisBridge(open_models)
    with qtbot.waitSignal(bridge.failed, timeout=5000) as failed:
        bridge.read(())
    assert failed.args == ["It is gone. Install it."]
    works.set()
    with qtbot.waitSignal(bridge.finished, timeout=5000):
        bridge.read(())
    assert bridge.stop()
