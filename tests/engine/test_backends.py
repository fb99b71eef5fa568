"""Which pack answers, of those that are there."""

import json
import shutil
from pathlib import Path

from writer_app.engine.backends import open_suggester
from writer_app.engine.protocol import Request
from writer_app.model.pack import CONFIG, Pack


def test_of_two_packs_of_one_language_the_first_answers(
    tiny_pack: Pack, random_pack: Pack, tmp_path: Path
) -> None:
    chinese = shutil.copytree(random_pack.folder, tmp_path / "zh")
    fields = json.loads((chinese / CONFIG).read_text("utf-8"))
    (chinese / CONFIG).write_text(json.dumps({**fields, "language": "zh"}), "utf-8")
    suggester = open_suggester(tiny_pack.folder, random_pack.folder, chinese)
    answer = suggester.suggest(Request(1, "My sister waters the ro", "", 1))
    assert [suggestion.text for suggestion in answer.suggestions] == ["ses"]
