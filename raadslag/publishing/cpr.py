"""Civil registration numbers (CPR): six digits of a birthday and four more."""

import re
from collections.abc import Iterator
from datetime import date

HYPHENATED = re.compile(r"(?<!\d)(?<!\d-)(\d{6})\s?[-\u2010-\u2013]\s?(\d{4})(?![\d-])")
# Ten digits alone are too often a phone, a place of production or a case: here the text must say what it is.
NAMED = re.compile(r"\b(?:cpr|person)[-.\s]*(?:n(?:umme)?r)?[-.:\s]*(\d{6})\s?(\d{4})\b", re.IGNORECASE)


def cpr_numbers(text: str) -> Iterator[str]:
    """Every CPR number in the text, as ten digits. No check digit: numbers since 2007 need not have one."""
    for form in (HYPHENATED, NAMED):
        for number in form.finditer(text):
            if is_birthday(number[1]):
                yield number[1] + number[2]


def is_birthday(digits: str) -> bool:
    """Whether ddmmyy is a day; the century is not known, so 29 February always is."""
    try:
        date(2000, int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return False
    return True
