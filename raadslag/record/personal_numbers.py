"""Personal numbers (CPR): six digits of a birthday and four more."""

import re
from collections.abc import Iterator
from datetime import date

# ddmmyy-xxxx. Ten digits without a break are as often a telephone or a file number, so they need the word;
# with a space instead of the hyphen they need the control digit.
HYPHENS = "\\-\u2010-\u2013\u2212"
FORM = re.compile(
    rf"(?<![\d.{HYPHENS}])(\d{{6}})\s{{0,2}}[{HYPHENS}]\s{{0,2}}(\d{{4}})(?![\d{HYPHENS}])"
    r"|\b(?:cpr|personn)\w*\W{0,3}(?:\w+\W+){0,2}?(\d{6})\s?(\d{4})(?!\d)",
    re.IGNORECASE,
)
ALONE = rf"(?<![+\d.,{HYPHENS}] )(?<![+\d.,{HYPHENS}])"
SPACED = re.compile(rf"{ALONE}(\d{{6}})[ \u00a0](\d{{4}})(?![ ]?\d|[.,]\d)")
LEAP_CENTURY = 2000
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def personal_numbers(text: str) -> Iterator[str]:
    """Every personal number in the text, as ten digits.

    The control digit is asked for only where the form says little: a number given since 2007 need not
    have one.
    """
    for match in FORM.finditer(text):
        birthday, rest = filter(None, match.groups())
        if is_a_day(birthday):
            yield birthday + rest
    for match in SPACED.finditer(text):
        if is_a_day(match[1]) and has_control_digit(match[1] + match[2]):
            yield match[1] + match[2]


def has_control_digit(number: str) -> bool:
    """Whether the ten digits fit each other (modulus 11), as they did in every number given before 2007."""
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=True)) % 11 == 0


def is_a_day(birthday: str) -> bool:
    """Whether ddmmyy is a date, in whichever century."""
    try:
        date(LEAP_CENTURY + int(birthday[4:]), int(birthday[2:4]), int(birthday[:2]))
    except ValueError:
        return False
    return True
