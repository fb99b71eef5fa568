"""Words that were seen and not taken."""

from writer_app.engine.passed_over import PassedOver


def test_words_passed_over_are_given_whole() -> None:
    passed = PassedOver()
    passed.add("looked at", 2, ["oking"])
    assert passed.at("looked at", 3) == {"looking"}
    assert passed.at("looked at", 7) == frozenset()


def test_chinese_ones_are_given_as_what_is_left() -> None:
    passed = PassedOver()
    passed.add("中文很好", 0, ["中国人"])
    assert passed.at("中文很好", 1) == {"国人"}
    assert passed.holds("中文很好", 1, "国人")
    assert passed.at("中文很好", 2) == frozenset()


def test_there_is_nothing_in_it_before_something_was_passed_over() -> None:
    passed = PassedOver()
    assert not passed
    passed.add("We ", 3, ["look"])
    assert passed
