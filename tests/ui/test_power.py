"""What the system tells of its battery, be it nothing at all."""

import psutil
import pytest

from writer_app.ui.power import on_battery


def test_a_system_that_cannot_tell_runs_on_no_battery(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise FileNotFoundError("/sys/class/power_supply/BAT0/energy_now")

    monkeypatch.setattr(psutil, "sensors_battery", fail, raising=False)
    assert not on_battery()
    monkeypatch.delattr(psutil, "sensors_battery")
    assert not on_battery()
