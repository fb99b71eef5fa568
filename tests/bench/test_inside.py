"""The bench of looking into the model has a figure for each promise, and measures work that was done."""

from writer_app.bench.inside import inside_report
from writer_app.bench.report import as_text
from writer_app.model.pack import Pack


def test_every_promise_has_a_figure_within_its_limit(tiny_pack: Pack) -> None:
    report = inside_report(tiny_pack)
    limited = [figure for figure in report.figures if figure.limit is not None]
    assert len(limited) == 4
    assert all(figure.value > 0 for figure in report.figures)
    computed = [figure for figure in limited if figure.unit != "×"]  # others' work counts in what clocks tell
    assert all(figure.met for figure in computed)  # a small model is far below the limits of a large one
    assert "10,000 words" in as_text(report)
