"""Teaching with all that the result page tells."""

from pathlib import Path

import pytest

from tests.tiny import write_diary
from writer_app.bench.gain import teach
from writer_app.model.pack import Pack, open_pack
from writer_app.training.events import Assessed, Compared, Finished
from writer_app.training.plan import FinetunePlan
from writer_app.training.results import result_of
from writer_app.training.run_folder import RunFolder


@pytest.mark.slow
def test_a_better_model_is_tried_as_in_the_editor_and_the_result_is_kept(
    home: Path, tiny_pack: Pack, tmp_path: Path
) -> None:
    plan = FinetunePlan(
        documents=(write_diary(tmp_path / "diary"),),
        base=tiny_pack,
        out=tmp_path / "mine",
        epochs=2,
        learning_rate=1e-2,
        dropout=0.0,
        general=tmp_path,
        folder=tmp_path / "run",
    )
    *_, compared, assessed, finished = teach(plan)
    assert isinstance(compared, Compared)
    assert isinstance(assessed, Assessed)
    assert isinstance(finished, Finished)
    assert assessed.characters > 0
    gained = assessed.saved_after - assessed.saved_before
    assert assessed.interval[0] - 1e-9 <= gained <= assessed.interval[1] + 1e-9
    assert 0 <= assessed.verbatim <= assessed.spans
    assert assessed.spans > 0
    assert result_of(open_pack(plan.out), RunFolder(tmp_path / "run")) == (compared, assessed)


def test_without_its_folder_a_candidate_still_tells_its_figures(tiny_pack: Pack, tmp_path: Path) -> None:
    compared, assessed = result_of(tiny_pack, RunFolder(tmp_path / "absent"))
    assert compared is None
    assert assessed is None
