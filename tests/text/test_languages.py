"""In which language is a text?"""

import pytest

from writer_app.text.languages import is_written_in

ENGLISH = """Thank you very much for your letter, which arrived on the day before we left for the
coast. The house is smaller than we remembered, but the garden has grown so much that the children
disappear in it."""
OTHERS = {
    "Chinese": """谢谢你的来信，信是在我们出发去海边的前一天到的。房子比我们记忆中的小一些。""",
    "Danish": """Mange tak for dit brev, som kom dagen før vi tog til kysten. Huset er mindre end vi
huskede, men haven er vokset så meget at børnene forsvinder i den i timevis. I den by er der et hus
for en time siden.""",
    "Dutch": """Het huis is kleiner dan in onze herinnering, maar de tuin is zo gegroeid dat de
kinderen er uren in verdwijnen. Het was in die tijd dat we over een ander dorp hoorden, en wat is er
dan, of had je er.""",
    "French": """Je vous remercie beaucoup pour votre lettre, qui est arrivée la veille de notre départ
pour la côte. La maison est plus petite que dans nos souvenirs, mais on me dit que le jardin a
tellement poussé.""",
    "German": """Ich habe gestern lange mit meiner Schwester gesprochen, und wir haben uns
entschlossen, im Sommer wieder an die See zu fahren. Das Haus ist kleiner, aber der Garten war so
gewachsen wie in alter Zeit.""",
    "Italian": """Grazie mille per la tua lettera, che è arrivata il giorno prima della nostra partenza
per la costa. La casa è più piccola di come la ricordavamo, ma il giardino è cresciuto, e in un
primo momento a me.""",
    "Spanish": """Muchas gracias por su carta, que llegó la víspera de nuestra partida a la costa. La
casa es más pequeña de lo que recordábamos, pero el jardín ha crecido tanto que los niños
desaparecen en él.""",
}


def test_english_is_told_from_its_neighbours() -> None:
    assert is_written_in(ENGLISH, "en")
    assert not is_written_in(ENGLISH, "zh")


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_not_english(language: str) -> None:
    assert not is_written_in(OTHERS[language], "en")


def test_a_language_without_small_words_of_its_own_is_known_by_its_script() -> None:
    assert is_written_in(OTHERS["Chinese"], "zh")


def test_what_is_too_short_to_tell_may_be_in_it() -> None:
    assert is_written_in("Vier Wörter auf Deutsch.", "en")
