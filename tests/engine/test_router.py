"""The script around the caret chooses the pack."""

import pytest

from writer_app.engine.protocol import Answer, Request, Suggestion
from writer_app.engine.router import Router, script_at
from writer_app.text.scripts import Script

CHINESE = "我们在公司里使用 Microsoft Exchange Server "
ENGLISH = "The capital of China is Beijing (北京), a city of "


class NamedSuggester:
    """Answers with its name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def suggest(self, request: Request) -> Answer:
        return Answer(request.number, (Suggestion(self.name, 1.0),))


@pytest.mark.parametrize(
    ("before", "after", "script"),
    [
        ("We are looking forw", "", Script.LATIN),
        ("我们今天去公", "", Script.HAN),
        (CHINESE, "", Script.HAN),
        (ENGLISH, "", Script.LATIN),
        ("他写道：“it was the best of times and ", "", Script.LATIN),
        ("He wrote 今天天气很", "", Script.HAN),
        ("第一段。\n", "", Script.HAN),
        ("", "你好，世界", Script.HAN),
        ("", "", None),
        ("123 ... ", "", None),
    ],
)
def test_the_script_at_the_caret(before: str, after: str, script: Script | None) -> None:
    assert script_at(before, after) is script


def test_a_language_is_opened_when_its_script_comes_up() -> None:
    opened: list[str] = []

    def opener(name: str) -> NamedSuggester:
        opened.append(name)
        return NamedSuggester(name)

    router = Router({"en": lambda: opener("en"), "zh": lambda: opener("zh")})
    assert opened == ["en"]
    texts = ["", "Hello ", "你好，", "", "Hello "]
    answers = [router.suggest(Request(n, text)).suggestions[0].text for n, text in enumerate(texts)]
    assert answers == ["en", "en", "zh", "zh", "en"]
    assert opened == ["en", "zh"]
