"""The words of a text with their places. Case numbers and dates stay whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from raadslag.search.danish import Term, fold, term

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
# Letters and digits, with the soft hyphens and loose accents that PDF text has in them.
WORD = r"[^\W_]++(?:[\u0300-\u036f\u00ad]++[^\W_]*+)*+"
# What holds a number together: a dash or slash anywhere, a point, colon or comma between digits.
JOIN = r"(?:[-‐‑‒–—−/]|(?<=\d)[.:,](?=\d))"
TOKEN = re.compile(
    rf"(?P<day>\d{{1,2}})\.?\s(?P<month>{'|'.join(MONTHS)})\s(?P<year>\d{{4}})(?!\w)"
    rf"|{WORD}(?P<more>(?:{JOIN}{WORD})*+)",
    re.IGNORECASE,
)
LONE_WORD = re.compile(WORD)
DIGIT = re.compile(r"\d")
NUMERIC_DATE = re.compile(r"(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>\d{4})")
ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
YEARS = re.compile(r"(\d{4})[-/](\d{2}|\d{4})")
WORDS_AFTER = re.compile(r"(?:[-/][^\W\d_]{4,})+$")  # "covid-19-udgifter" is covid-19 and udgifter


@dataclass(frozen=True, slots=True)
class Token:
    """A word in a text: where it stands (character offsets), how it is written, what it is found by."""

    start: int
    end: int
    form: str
    term: Term


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order."""
    for match in TOKEN.finditer(text):
        start, written = match.start(), match.group()
        if match["day"]:
            month = MONTHS.index(match["month"].lower()) + 1
            found = date_term(int(match["year"]), month, int(match["day"]))
            yield Token(start, match.end(), normal(written), found or number_term(written))
        elif not match["more"]:
            form = normal(written)
            yield Token(start, match.end(), form, term(form))
        else:
            yield from joined_tokens(written, start)


def joined_tokens(written: str, start: int) -> Iterator[Token]:
    """Words joined by a dash or slash are words; with a digit among them they are one number."""
    number = WORDS_AFTER.sub("", written)
    if not DIGIT.search(number):
        number = ""
    else:
        yield Token(start, start + len(number), normal(number), number_term(normal(number)))
    for match in LONE_WORD.finditer(written, len(number)):
        form = normal(match.group())
        yield Token(start + match.start(), start + match.end(), form, term(form))


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
    return Term(
        (fold(number.replace(":", ".")),), tuple(lemma for word in words for lemma in term(word).lemmas)
    )


def date_term(year: int, month: int, day: int) -> Term | None:
    """The same for "27-08-2025" and "27. august 2025"; None for a day that is not in the calendar."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Term((found.isoformat(),), (str(day), MONTHS[month - 1], str(year)))
