"""What an agenda rule says, in Danish, as it is printed."""

from collections.abc import Iterable, Sequence
from datetime import date

from raadslag.record.danish import day

NUMBERS = (
    *("nul", "en", "to", "tre", "fire", "fem", "seks"),
    *("syv", "otte", "ni", "ti", "elleve", "tolv"),
)


def in_words(number: int) -> str:
    """A number as it is written in a text: in words up to twelve."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def listed(words: Sequence[str]) -> str:
    """ "7", "7 og 8", "7, 8 og 9" """
    return " og ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def rule_sentence(body: str, at_least: int, on: date, numbers: Iterable[int], to: date) -> str:
    """ "Hvis Byrådet henviser tre eller flere sager den 1. december 2026, flyttes punkt 7 og 8 til mødet den
    11. januar 2027." """
    which = listed([str(number) for number in sorted(numbers)])
    moved = f"flyttes punkt {which}" if which else "flyttes de punkter, som reglen gælder,"
    cases = f"{in_words(at_least)} eller flere sager"
    return f"Hvis {body} henviser {cases} den {day(on)}, {moved} til mødet den {day(to)}."


def condition_sentence(body: str, on: date) -> str:
    """ "Behandles, hvis Byrådet henviser sagen på mødet den 1. december 2026." """
    return f"Behandles, hvis {body} henviser sagen på mødet den {day(on)}."
