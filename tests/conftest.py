"""What every test stands on: no display, no network, a home of its own, nothing left running."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from tests import offline
from writer_app.model.pack import Pack
from writer_app.paths import HOME_VARIABLE

offline.watch()

PATIENCE = 2.0  # seconds in which a thread that was told to stop has to be gone


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_session() -> Iterator[None]:
    """Keep whatever a test writes away from the person's own folders."""
    with TemporaryDirectory(prefix="writer-app-tests-") as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, folder)
        yield


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home that nothing has been written to."""
    folder = tmp_path / "home"
    (folder / "state").mkdir(parents=True)
    (folder / "state" / "welcomed").touch()  # as of someone who has been here before
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture(scope="session")
def tiny_pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """Train a small pack, by the trainer itself, on the small language of `tests.tiny`."""
    from tests.tiny import train_pack  # noqa: PLC0415 - loads torch, which most tests do without

    return train_pack(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """Fail the test that reached for the network or left a thread running."""
    before = set(threading.enumerate())
    offline.attempts.clear()
    yield
    assert not offline.attempts
    strays = [thread for thread in threading.enumerate() if thread not in before]
    for thread in strays:
        thread.join(PATIENCE)
    assert not [thread.name for thread in strays if thread.is_alive()]
