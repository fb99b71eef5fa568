import json
import math

from writer_app.bench.report import Figure, Goal, Report, Table, as_json, as_text

REPORT = Report(
    "speed",
    (Figure("request", 12.0, "ms", 10.0), Figure("trainer", 5000.0, "tokens/s", 4000.0, Goal.AT_LEAST)),
    (Table("rows", ("name", "value"), (("你好", 1.0), ("hello", None))),),
    ("a note",),
)


def test_a_limit_is_met_on_the_right_side() -> None:
    assert [figure.met for figure in REPORT.figures] == [False, True]
    assert Figure("free", 1.0).met is None
    assert Figure("on the limit", 10.0, limit=10.0).met
    assert not Figure("nothing", math.nan, limit=1.0).met
    assert not Figure("nothing", math.nan, limit=1.0, goal=Goal.AT_LEAST).met


def test_people_see_figures_limits_and_notes() -> None:
    text = as_text(REPORT)
    assert "MISSED" in text
    assert "at least 4,000" in text
    assert "a note" in text


def test_columns_stay_aligned_beside_chinese() -> None:
    lines = as_text(REPORT).splitlines()
    chinese, latin = (next(line for line in lines if word in line) for word in ("你好", "hello"))
    assert chinese.index("1") + 2 == latin.index("–")  # two characters that are two columns wide each


def test_programs_see_whether_every_limit_is_kept() -> None:
    content = json.loads(as_json([REPORT]))
    assert content["ok"] is False
    assert content["reports"]["speed"]["figures"]["request"]["met"] is False
    assert content["reports"]["speed"]["tables"]["rows"][0] == {"name": "你好", "value": 1.0}
    assert json.loads(as_json([Report("empty")]))["ok"] is True


def test_what_is_no_number_is_null_for_programs() -> None:
    content = json.loads(as_json([Report("r", (Figure("f", math.inf),))]))
    assert content["reports"]["r"]["figures"]["f"]["value"] is None
