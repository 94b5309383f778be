"""The rule that moves items when enough cases are referred."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.agenda.letters import letter
from raadslag.rules.agenda.referral_rule import Verdict, verdict


@pytest.mark.parametrize(
    ("referred", "undecided", "said"),
    [
        (3, 0, Verdict.FIRES),
        (3, 2, Verdict.FIRES),
        (2, 1, Verdict.OPEN),
        (0, 3, Verdict.OPEN),
        (2, 0, Verdict.RESTS),
        (0, 2, Verdict.RESTS),
    ],
)
def test_three_or_more(referred, undecided, said):
    assert verdict(3, referred, undecided) == said


@given(st.integers(1, 9), st.lists(st.booleans(), max_size=9))
def test_a_verdict_never_changes_once_it_is_known(at_least, answers):
    said = [
        verdict(at_least, sum(answers[:known]), len(answers) - known) for known in range(len(answers) + 1)
    ]
    first = next(place for place, each in enumerate(said) if each != Verdict.OPEN)
    assert set(said[first:]) == {said[first]}


def test_a_rule_that_asks_for_nothing_is_none():
    with pytest.raises(ValueError, match="at least one"):
        verdict(0, 0, 0)


def test_versions_are_lettered():
    assert [letter(number) for number in (1, 2, 26, 27, 52, 703)] == ["A", "B", "Z", "AA", "AZ", "AAA"]
    with pytest.raises(ValueError, match="from 1"):
        letter(0)
