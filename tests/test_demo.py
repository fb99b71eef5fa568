"""The demonstration without a display, in a process of its own."""

import subprocess
import sys
from pathlib import Path

CODE = """
import sys
from writer_app import app, demo
from tests.ui.fakes import ScriptedSuggester

whole = demo.TEXT + "\\n" + demo.LAST + "tay with you."

def script(before):
    rest = whole[len(before):] if whole.startswith(before) else ""
    word = rest.split(" ")[0].split("\\n")[0]
    return [word] if sys.argv[2] == "helpful" and word else []

app.open_suggester = lambda *_: ScriptedSuggester(script)
sys.exit(demo.main(["--out", sys.argv[1]]))
"""


def demonstrate(out: Path, manner: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CODE, str(out), manner], check=False, capture_output=True, text=True
    )


def test_it_takes_suggestions_with_real_keys_and_leaves_a_picture(home: Path, tmp_path: Path) -> None:
    done = demonstrate(tmp_path / "new" / "demo.png", "helpful")
    assert done.returncode == 0, done.stderr
    assert "Tab takes" in done.stdout
    assert "with us for a few days in the autumn.\nI am looking forward to s\n" in done.stdout
    assert (tmp_path / "new" / "demo.png").read_bytes().startswith(b"\x89PNG")
    assert not home.joinpath("state", "drafts").exists()  # the person's own drafts are left alone


def test_it_fails_where_no_suggestion_ever_comes(home: Path, tmp_path: Path) -> None:
    assert demonstrate(tmp_path / "demo.png", "silent").returncode == 1
