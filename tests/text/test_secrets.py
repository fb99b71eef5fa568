"""What looks like a secret, what does not, and what is left of a text without them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from writer_app.text.secrets import Kind, find_secrets, without_secrets


def found(text: str) -> list[tuple[Kind, str]]:
    return [(secret.kind, text[secret.start : secret.end]) for secret in find_secrets(text)]


@pytest.mark.parametrize(
    ("text", "kind", "secret"),
    [
        ("Card 4111 1111 1111 1111, please.", Kind.ACCOUNT, "4111 1111 1111 1111"),
        ("5500005555555559", Kind.ACCOUNT, "5500005555555559"),
        ("DE89 3704 0044 0532 0130 00 BANK", Kind.ACCOUNT, "DE89 3704 0044 0532 0130 00"),
        ("身份证11010519491231002X。", Kind.ACCOUNT, "11010519491231002X"),
        ("Write to ann.lee@example.org.", Kind.EMAIL, "ann.lee@example.org"),
        ("请写信到foo@example.cn。", Kind.EMAIL, "foo@example.cn"),
        ("Call (212) 555-0123.", Kind.PHONE, "(212) 555-0123"),
        ("+44 20 7946 0958", Kind.PHONE, "+44 20 7946 0958"),
        ("电话13800138000，", Kind.PHONE, "13800138000"),
        ("010-62345678", Kind.PHONE, "010-62345678"),
        ("Password: correct horse", Kind.PASSWORD, "correct"),
        ("my password is hunter2!", Kind.PASSWORD, "hunter2!"),
        ("密码是abc123。", Kind.PASSWORD, "abc123"),
        ("Try Tr0ub4dor&3 then", Kind.PASSWORD, "Tr0ub4dor&3"),
        ("key sk-proj-abcdefghijklmnopqrstuv1234", Kind.PASSWORD, "sk-proj-abcdefghijklmnopqrstuv1234"),
        ("d41d8cd98f00b204e9800998ecf8427e", Kind.PASSWORD, "d41d8cd98f00b204e9800998ecf8427e"),
        ("licence A1AAA-BBB12-CCCCC-DD123", Kind.PASSWORD, "A1AAA-BBB12-CCCCC-DD123"),
        ("ftp://joe:pw1@host/", Kind.PASSWORD, "joe:pw1@"),
    ],
)
def test_a_secret_is_recognised_by_its_form(text: str, kind: Kind, secret: str) -> None:
    assert found(text) == [(kind, secret)]


@pytest.mark.parametrize(
    "text",
    [
        "In 1914-1918, on 01/02/2024 or 2024-01-02 10:30, pages 100-120.",
        "ISBN 978-3-16-148410-0 costs 1,234,567.89 or 0.123456789.",
        "4111 1111 1111 1112 breaks the rule of check digits.",
        "The server 192.168.100.200 runs Windows-10/11.",
        "My password is safe, and the PIN was forgotten.",
        "See https://Example.org/Page?id=3 and Figure 12-3.",
        "McDonald’s, COVID-19, R2-D2 and iPhone 15.",
        "他在1998年写了3本书，共120万字。",
    ],
)
def test_common_writing_is_no_secret(text: str) -> None:
    assert found(text) == []


def test_the_sentence_around_a_secret_goes_and_the_rest_stays() -> None:
    text = "We met. My card is 4111 1111 1111 1111, use it. Then we left.\nMail me: ann@example.org\nThe end."
    left, counts = without_secrets(text)
    assert left == "We met. Then we left.\n\nThe end."
    assert counts == Counter({Kind.ACCOUNT: 1, Kind.EMAIL: 1})


def test_a_private_key_goes_with_all_its_lines() -> None:
    block = "\n".join(["-----BEGIN RSA PRIVATE KEY-----", *["Q2FsbE1lSXNobWFlbA" * 3] * 4, "Zz09"])
    left, counts = without_secrets(f"Before.\n{block}\n-----END RSA PRIVATE KEY-----\nAfter.")
    assert left.split() == ["Before.", "After."]
    assert counts == Counter({Kind.PASSWORD: 1})


@given(st.text(alphabet="aB1 .-@+\n密码:是4"))
def test_secrets_come_in_order_and_do_not_overlap(text: str) -> None:
    places = [place for secret in find_secrets(text) for place in (secret.start, secret.end)]
    assert places == sorted(places)


@given(
    st.lists(st.sampled_from(["We met. ", "Mail ann@example.org now. ", "他走了。", "\n", "Tr0ub4dor&3! "]))
)
def test_nothing_secret_is_left(parts: list[str]) -> None:
    left, _ = without_secrets("".join(parts))
    assert find_secrets(left) == []


@pytest.mark.parametrize("part", ["a", "1 ", "+1", "@", "A1", "a.b-", "-----BEGIN PRIVATE KEY-----", "ghp_"])
def test_no_text_takes_long(part: str) -> None:
    find_secrets(part * 20_000)  # the time limit of the run holds a pattern that is not linear
