"""What a rule and a condition say, as they are printed."""

from datetime import date

import pytest

from raadslag.rules.agenda.rule_words import condition_sentence, in_words, rule_sentence

DECEMBER, JANUARY = date(2026, 12, 1), date(2027, 1, 11)


@pytest.mark.parametrize(
    ("numbers", "said"), [([7], "punkt 7"), ([8, 7], "punkt 7 og 8"), ([9, 7, 8], "punkt 7, 8 og 9")]
)
def test_a_rule_is_one_sentence(numbers, said):
    assert rule_sentence("Byrådet", 3, DECEMBER, numbers, JANUARY) == (
        f"Hvis Byrådet henviser tre eller flere sager den 1. december 2026, flyttes {said} "
        "til mødet den 11. januar 2027."
    )


def test_numbers_are_words_up_to_twelve():
    assert [in_words(number) for number in (1, 2, 12, 13)] == ["en", "to", "tolv", "13"]


def test_a_condition_names_the_body_and_the_day():
    assert condition_sentence("Byrådet", DECEMBER) == (
        "Behandles, hvis Byrådet henviser sagen på mødet den 1. december 2026."
    )
