"""The words of a text with their places. Case numbers and dates stay whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from unicodedata import normalize

from raadslag.search.danish import Term, fold, term

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
# Letters and digits, with the soft hyphens and loose accents that PDF text has in them.
WORD = r"[^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*"
# What holds a number together: a dash or slash anywhere, a point, colon or comma between digits.
JOIN = r"(?:[-‐‑‒–—−/]|(?<=\d)[.:,](?=\d))"
DATE = rf"\d{{1,2}}\.?\s(?:{'|'.join(MONTHS)})\s\d{{4}}(?!\w)"
CHUNK = re.compile(rf"{DATE}|{WORD}(?:{JOIN}{WORD})*", re.IGNORECASE)
LONE_WORD = re.compile(WORD)
DIGIT = re.compile(r"\d")
WRITTEN_DATE = re.compile(r"(?P<day>\d+)\.?\s(?P<month>\w+)\s(?P<year>\d{4})")
NUMERIC_DATE = re.compile(r"(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>\d{4})")
ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
YEARS = re.compile(r"(\d{4})[-/](\d{2}|\d{4})")
WORDS_AFTER = re.compile(r"(?:[-/][^\W\d_]{4,})+$")  # "covid-19-udgifter" is covid-19 and udgifter
LONGEST = 200  # longer runs of letters are not words, and are left out


@dataclass(frozen=True, slots=True)
class Token:
    """A word in a text: where it stands (character offsets), how it is written, what it is found by."""

    start: int
    end: int
    form: str
    term: Term


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order."""
    for match in CHUNK.finditer(text):
        start = match.start()
        for token in chunk(match.group()):
            yield Token(start + token.start, start + token.end, token.form, token.term)


def chunks(text: str) -> list[tuple[Token, ...]]:
    """The words of a text in order, each with its place in its own chunk only. Twice as fast as `tokens`."""
    return [known_chunk(written) for written in CHUNK.findall(text) if len(written) <= LONGEST]


def chunk(written: str) -> tuple[Token, ...]:
    """The words in a run of characters without spaces, or in a written date."""
    return known_chunk(written) if len(written) <= LONGEST else ()


@lru_cache(maxsize=200_000)
def known_chunk(written: str) -> tuple[Token, ...]:
    form = normal(written)
    if LONE_WORD.fullmatch(written):
        return (Token(0, len(written), form, term(form)),)
    if match := WRITTEN_DATE.fullmatch(form):
        found = date_term(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
        return (Token(0, len(written), form, found or number_term(form)),)
    number = WORDS_AFTER.sub("", written)
    if not DIGIT.search(number):
        return lone_words(written, 0)
    form = normal(number)
    return (Token(0, len(number), form, number_term(form)), *lone_words(written, len(number)))


def lone_words(written: str, start: int) -> tuple[Token, ...]:
    """Words joined by a dash or slash are words of their own."""
    found = [(match, normal(match.group())) for match in LONE_WORD.finditer(written, start)]
    return tuple(Token(match.start(), match.end(), form, term(form)) for match, form in found)


def normal(written: str) -> str:
    """A word as it is compared: lower case, composed, no soft hyphens, one sort of dash."""
    if written.isascii():
        return written.lower()
    return normalize("NFKC", written.replace("\u00ad", "").translate(DASHES)).lower()


def number_term(number: str) -> Term:
    """A case number, date, period or the like is found by the whole of it.

    Dates are found however they are written, and by their year; the words in a number also alone.
    """
    if match := NUMERIC_DATE.fullmatch(number) or ISO_DATE.fullmatch(number):
        found = date_term(int(match["year"]), int(match["month"]), int(match["day"]))
        if found:
            return found
    if match := YEARS.fullmatch(number):
        first, last = match.groups()
        return Term((number,), (first, first[: -len(last)] + last))
    words = [word for word in LONE_WORD.findall(number) if word.isalpha() and len(word) > 1]
    joined = fold(number.replace(":", ".")).replace(" ", "-")
    return Term((joined,), tuple(lemma for word in words for lemma in term(word).lemmas))


def date_term(year: int, month: int, day: int) -> Term | None:
    """The same for "27-08-2025" and "27. august 2025"; None for a day that is not in the calendar."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Term((found.isoformat(),), (str(day), MONTHS[month - 1], str(year)))
