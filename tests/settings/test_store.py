"""Settings: defaults, the file, and what happens when that is broken."""

import json
from pathlib import Path

import pytest

from writer_app.errors import SettingsError
from writer_app.settings.schema import CONFIDENCE_FLOOR, DELAY, SETTINGS, THEME, Between, Setting
from writer_app.settings.store import SettingsStore


def test_keys_are_unique_and_defaults_valid() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.accepts(setting.default)
        assert setting.title
        assert setting.group


def test_a_change_is_kept_and_told(tmp_path: Path) -> None:
    store, told = SettingsStore(tmp_path / "new" / "settings.json"), list[int]()
    assert store.get(DELAY) == DELAY.default
    store.on_change(DELAY, lambda: told.append(store.get(DELAY)))
    store.set(DELAY, 300)
    store.set(DELAY, 300)
    assert told == [300]
    assert SettingsStore(tmp_path / "new" / "settings.json").get(DELAY) == 300


@pytest.mark.parametrize("value", [-1, 99_999, "soon", True, None, 1.5])
def test_a_value_out_of_bounds_is_refused_with_a_hint(tmp_path: Path, value: object) -> None:
    store = SettingsStore(tmp_path / "settings.json")
    with pytest.raises(SettingsError) as error:
        store.set(DELAY, value)  # type: ignore[misc]
    assert error.value.hint
    assert store.get(DELAY) == DELAY.default


@pytest.mark.parametrize("content", ["{", "[]", "\x00", "", "[" * 100_000])
def test_a_broken_file_is_set_aside_and_the_person_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    store = SettingsStore(path)
    assert "set aside" in store.problems[0]
    assert (tmp_path / "settings.json.broken").read_text() == content
    store.set(DELAY, 200)
    assert SettingsStore(path).problems == []


def test_one_bad_value_costs_only_that_value(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({DELAY.key: "soon", THEME.key: "dark", CONFIDENCE_FLOOR.key: 0}))
    store = SettingsStore(path)
    assert (store.get(DELAY), store.get(THEME), store.get(CONFIDENCE_FLOOR)) == (DELAY.default, "dark", 0)
    assert len(store.problems) == 1


def test_what_a_newer_version_wrote_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"from.the.future": [1, 2]}))
    SettingsStore(path).set(DELAY, 200)
    assert json.loads(path.read_text())["from.the.future"] == [1, 2]


def test_a_renamed_setting_is_found_under_its_old_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renamed = Setting("pause", 1, "Pause", Between(0, 9), old_keys=("wait",))
    monkeypatch.setattr("writer_app.settings.store.SETTINGS", (renamed,))
    (tmp_path / "settings.json").write_text('{"wait": 7}')
    assert SettingsStore(tmp_path / "settings.json").get(renamed) == 7
    (tmp_path / "settings.json").write_text('{"wait": 7, "pause": 3}')
    assert SettingsStore(tmp_path / "settings.json").get(renamed) == 3


def test_settings_that_cannot_be_saved_still_hold_for_now(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where a folder should be")
    store = SettingsStore(tmp_path / "file" / "settings.json")
    with pytest.raises(SettingsError, match="could not be saved"):
        store.set(DELAY, 200)
    assert store.get(DELAY) == 200
