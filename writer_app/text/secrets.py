"""Secrets in a text: what no model should learn and no statistics should keep.

Recognised by form, so some is missed, and some that is harmless looks like one. Every pattern is bounded: a
text is read in time proportional to its length, whatever it holds.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from writer_app.text.boundaries import sentences


class Kind(StrEnum):
    """What a secret looks like."""

    PASSWORD = "password"  # noqa: S105 - the name of a kind
    """Passwords, keys and tokens."""
    EMAIL = "email"
    ACCOUNT = "account"
    """Numbers of cards, accounts and identity cards, told by their check digits."""
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Secret:
    """Where a secret stands: `text[start:end]`."""

    kind: Kind
    start: int
    end: int


_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.%+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,6}\.[a-z]{2,24}(?![\w-])",
    re.IGNORECASE | re.ASCII,
)

# Single spaces or hyphens may part the digits; a longer row of digits than a card has is none.
_CARD = re.compile(r"(?<![\w.,+-])[2-6](?:[ -]?\d){12,18}(?![\w]|[.,-]\d)")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z\d]){11,30}(?!\w)", re.ASCII)
_SHORTEST_IBAN = 15
_RESIDENT = re.compile(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?!\d)")  # of China
_RESIDENT_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_SIGNS = "10X98765432"

_PHONES = re.compile(
    r"""(?<![\w.,/+-])(?:
        \+\d(?:[ .()/-]{0,2}\d){6,14}                            # +44 20 7946 0958
      | 00[1-9](?:[ .()/-]{0,2}\d){7,13}                         # 0044 …
      | \(0\d{1,4}\)(?:[ ./-]{0,2}\d){5,9}                       # (030) 123456
      | 0\d{1,4}[ /-](?:[ -]?\d){5,9}                            # 020 7946 0958
      | 0[17]\d{9}                                               # 07700900123
      | (?:1[ .-])?(?:\(\d{3}\)[ ]?|\d{3}[.-])\d{3}[ .-]\d{4}    # (212) 555-0123
      | (?:86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}                 # 138 0013 8000
    )(?!\w|[.,-]\d)""",
    re.VERBOSE | re.ASCII,
)

_LABEL = (
    r"(?:pass ?(?:word|phrase|code)|passwd|pwd|pin(?: code| number)?|passwort|kennwort|mot de passe"
    r"|(?:api|access|secret|private|licen[cs]e|product|recovery|encryption)[ _-]?key|密码|口令|密钥|验证码)"
)
_LABELLED = re.compile(
    rf"(?<![^\W_]){_LABEL}['\"’”]?\s{{0,3}}(?:(?P<sign>[:：=])|is\b|was\b|是|为)\s{{0,3}}"
    r"[\"'“‘]?(?P<value>[!-~]{4,128})",
    re.IGNORECASE,
)
_BASE64 = r"[A-Za-z\d+/=]"
_KEY_BLOCK = re.compile(
    rf"-----BEGIN [A-Z ]{{0,30}}PRIVATE KEY-----(?:\s{{0,2}}{_BASE64}{{16,80}}){{0,500}}"
    rf"\s{{0,2}}{_BASE64}{{0,80}}\s{{0,2}}(?:-----END [A-Z ]{{0,60}}-----)?"
)
_KNOWN_KEYS = re.compile(
    r"(?<!\w)(?:AKIA[A-Z\d]{16}|AIza[\w-]{35}|gh[opsur]_\w{30,255}|github_pat_\w{30,255}|glpat-[\w-]{20,64}"
    r"|xox[abprs]-[\w-]{10,255}|[rs]k[-_](?:[a-z]{2,9}[-_])?[\w-]{20,200}"
    r"|eyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}[\w.-]{0,4000})",
    re.ASCII,
)
_WITH_LOGIN = re.compile(r"(?<=://)[^\s/:@]{1,64}:[^\s/@]{1,128}@")
_LICENCE = re.compile(r"(?<![\w-])[A-Z\d]{4,8}(?:-[A-Z\d]{4,8}){2,7}(?![\w-])", re.ASCII)
_TOKEN = re.compile(r"(?<![!-~])[!-~]{8,512}(?![!-~])")  # what stands between spaces or Chinese characters
_WRAPPING = "\"'()[]{}<>,.;:!?*_`"
_MARKS = frozenset("!@#$%^&*+=?~\\|")
_KEY_LENGTH = 20
_HEX = re.compile(r"[\da-f]{32,}", re.IGNORECASE)


def find_secrets(text: str) -> list[Secret]:
    """Return the secrets in `text` in their order; they do not overlap."""
    found: list[Secret] = []
    for secret in sorted(_all(text), key=lambda one: (one.start, -one.end)):
        if not found or secret.start >= found[-1].end:
            found.append(secret)
    return found


def without_secrets(text: str) -> tuple[str, Counter[Kind]]:
    """Return `text` without the sentences that hold secrets, and how many secrets of each kind those held."""
    secrets = find_secrets(text)
    if not secrets:
        return text, Counter()
    kept: list[str] = []
    place, index = 0, 0
    for sentence in sentences(text):
        begin, place = place, place + len(sentence)
        while index < len(secrets) and secrets[index].end <= begin:
            index += 1
        if index == len(secrets) or secrets[index].start >= place:
            kept.append(sentence)
        elif sentence.endswith("\n"):  # the next paragraph does not join the one before
            kept.append("\n")
    return "".join(kept), Counter(secret.kind for secret in secrets)


def _all(text: str) -> Iterator[Secret]:
    yield from _passwords(text)
    for match in _EMAIL.finditer(text):
        yield Secret(Kind.EMAIL, *match.span())
    yield from _accounts(text)
    for match in _PHONES.finditer(text):
        yield Secret(Kind.PHONE, *match.span())


def _passwords(text: str) -> Iterator[Secret]:
    for pattern in (_KEY_BLOCK, _KNOWN_KEYS, _WITH_LOGIN):
        for match in pattern.finditer(text):
            yield Secret(Kind.PASSWORD, *match.span())
    for match in _LABELLED.finditer(text):
        # "my password is safe" tells nothing, "password: safe" does
        if match["sign"] or not match["value"].strip(_WRAPPING).isalpha():
            yield Secret(Kind.PASSWORD, *match.span("value"))
    for match in _LICENCE.finditer(text):
        if _has(str.isdigit, match[0]) and _has(str.isalpha, match[0]):
            yield Secret(Kind.PASSWORD, *match.span())
    for match in _TOKEN.finditer(text):
        if _looks_random(match[0].strip(_WRAPPING)):
            yield Secret(Kind.PASSWORD, *match.span())


def _looks_random(token: str) -> bool:
    """Whether a token is like a password that a program or a careful person chose; addresses are not."""
    of_mail = "@" in token[1:-1] and "." in token.rpartition("@")[2]
    if of_mail or "://" in token or token.startswith("www."):
        return False
    if _HEX.fullmatch(token):
        return True
    mixed = _has(str.islower, token) and _has(str.isupper, token)
    if len(token) >= _KEY_LENGTH and not _MARKS & set(token[:-2]):
        return mixed and token.replace("-", "").isalnum() and sum(map(str.isdigit, token)) >= 3
    return mixed and _has(str.isdigit, token) and bool(_MARKS & set(token)) and "(" not in token


def _accounts(text: str) -> Iterator[Secret]:
    for match in _CARD.finditer(text):
        if _luhn([int(sign) for sign in match[0] if sign.isdigit()]):
            yield Secret(Kind.ACCOUNT, *match.span())
    for match in _IBAN.finditer(text):
        end = _iban_end(match[0])
        if end:
            yield Secret(Kind.ACCOUNT, match.start(), match.start() + end)
    for match in _RESIDENT.finditer(text):
        total = sum(weight * int(sign) for weight, sign in zip(_RESIDENT_WEIGHTS, match[0], strict=False))
        if _RESIDENT_SIGNS[total % 11] == match[0][-1].upper():
            yield Secret(Kind.ACCOUNT, *match.span())


def _luhn(digits: list[int]) -> bool:
    """Whether the check digit of a card number holds (ISO 7812); rows of one digit are none."""
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return sum(digits[-1::-2] + doubled) % 10 == 0 and len(set(digits)) > 1


def _iban_end(text: str) -> int:
    """Return where an account number at the start of `text` ends by its check digits (ISO 13616), else 0."""
    for end in range(len(text), _SHORTEST_IBAN - 1, -1):  # a word in capitals may follow
        signs = text[:end].replace(" ", "")
        number = "".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])
        if len(signs) >= _SHORTEST_IBAN and text[end - 1] != " " and int(number) % 97 == 1:
            return end
    return 0


def _has(test: Callable[[str], bool], text: str) -> bool:
    return any(map(test, text))
