"""What the person sees of the memory: words, and the phrases that came again."""

from writer_app.personal.learned import Learned, learned


def test_words_and_repeated_phrases_are_counted() -> None:
    found = learned(
        ["We met Zdislava Kowalczyk.", " Zdislava Kowalczyk paints.", "我们去公园。", "他去公园了。"]
    )
    assert Learned("Zdislava", 2) in found
    assert Learned("Zdislava Kowalczyk", 2) in found
    assert Learned("去公园", 2) in found
    assert Learned("We met", 1) not in found
    assert Learned("met", 1) not in found
    assert found[0].times == max(item.times for item in found)


def test_a_phrase_does_not_go_across_marks() -> None:
    found = learned(["One, two.", "One, two."])
    assert all(item.text != "One two" for item in found)


def test_short_words_are_told_only_as_names() -> None:
    words = {item.text for item in learned(["It was Ana. I saw Ms Li.", "Then I met the WHO."])}
    assert {"Ana", "Ms", "Li", "WHO"} <= words
    assert not {"It", "I", "was", "saw", "met", "the"} & words
