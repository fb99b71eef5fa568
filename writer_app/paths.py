"""Where things lie: what comes with the program, and the person's own places."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

HOME_VARIABLE = "WRITER_APP_HOME"


@dataclass(frozen=True, slots=True)
class Places:
    """The person's folders; none of them needs to exist yet."""

    config: Path
    data: Path
    cache: Path
    state: Path

    @property
    def memory(self) -> Path:
        """What is remembered of what the person wrote."""
        return self.data / "memory"

    @property
    def packs(self) -> Path:
        """Packs that the person installed or fine-tuned."""
        return self.data / "packs"

    @property
    def graphs(self) -> Path:
        """Graphs built from packs, kept between two starts."""
        return self.cache / "graphs"

    @property
    def finetuning(self) -> Path:
        """What a fine-tuning run keeps to go on from."""
        return self.state / "finetuning"

    @property
    def session_lock(self) -> Path:
        """Held by the program that the session belongs to."""
        return self.state / "session.lock"

    @property
    def wishes(self) -> Path:
        """What a program that is started beside another wants opened there."""
        return self.state / "wishes"


def display_name() -> str:
    """Name the display that windows appear on; a window elsewhere would not be seen."""
    return os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""


def places() -> Places:
    """Return the folders of the platform, or those under `WRITER_APP_HOME` where it is set."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home)
        return Places(root / "config", root / "data", root / "cache", root / "state")
    dirs = PlatformDirs("writer_app", appauthor=False)
    return Places(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, dirs.user_state_path)


def project_root() -> Path:
    """Return the folder that holds `writer_app`, `models` and `resources`."""
    return Path(__file__).resolve().parent.parent


def bundled_packs() -> Path:
    """Return the folder of the packs that come with the program."""
    return project_root() / "models"


def resources() -> Path:
    """Return the folder of icons, catalogues and help pages."""
    return project_root() / "resources"
