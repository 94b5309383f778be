"""Personal numbers (CPR): six digits of a birthday and four more."""

import re
from collections.abc import Iterator
from datetime import date

# ddmmyy-xxxx. Ten digits without a break are as often a telephone or a file number, so they need the word.
HYPHENS = "\\-\u2010-\u2013"
FORM = re.compile(
    rf"(?<![\d.{HYPHENS}])(\d{{6}})\s?[{HYPHENS}]\s?(\d{{4}})(?![\d{HYPHENS}])"
    r"|\b(?:cpr|personn)\w*\W{0,3}(?:\w+\W+){0,2}?(\d{6})\s?(\d{4})(?!\d)",
    re.IGNORECASE,
)
LEAP_CENTURY = 2000


def personal_numbers(text: str) -> Iterator[str]:
    """Every personal number in the text, as ten digits.

    The control digit is not asked for: numbers given since 2007 need not have one.
    """
    for match in FORM.finditer(text):
        birthday, rest = filter(None, match.groups())
        if is_a_day(birthday):
            yield birthday + rest


def is_a_day(birthday: str) -> bool:
    """Whether ddmmyy is a date, in whichever century."""
    try:
        date(LEAP_CENTURY + int(birthday[4:]), int(birthday[2:4]), int(birthday[:2]))
    except ValueError:
        return False
    return True
