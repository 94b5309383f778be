"""The annual wheel: every topic has a place in its month, and none covers another."""

from itertools import combinations
from math import atan2, hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.wheel import HUB, LARGEST_MARK, MONTH, RIM, Point, wheel

topics = st.lists(st.integers(1, 12), max_size=45)


def angle(at: Point) -> float:
    """From the top, by the clock."""
    return atan2(at.x, -at.y) % (2 * pi)


@given(topics)
def test_no_mark_touches_another(months):
    found = wheel(months)
    for one, other in combinations(found.marks, 2):
        apart = hypot(one.at.x - other.at.x, one.at.y - other.at.y)
        assert apart > 2 * found.mark_radius


@given(topics)
def test_each_mark_lies_wholly_in_its_months_field(months):
    found = wheel(months)
    for mark in found.marks:
        out = hypot(mark.at.x, mark.at.y)
        assert HUB + found.mark_radius < out < RIM - found.mark_radius
        to_side = min(angle(mark.at) - (mark.month - 1) * MONTH, mark.month * MONTH - angle(mark.at))
        assert out * to_side > found.mark_radius


@given(topics)
def test_marks_are_numbered_as_the_topics_were_given(months):
    found = wheel(months)
    assert [(mark.number, mark.month) for mark in found.marks] == [*enumerate(months, 1)]
    assert wheel(months) == found


@pytest.mark.parametrize("months", [[5] * 40, [1 + n % 12 for n in range(40)], [1] * 20 + [12] * 20])
def test_forty_topics_can_still_be_read(months):
    assert wheel(months).mark_radius >= 2.5


def test_few_topics_have_the_largest_marks():
    assert wheel([1, 1, 6, 12]).mark_radius == LARGEST_MARK
    assert wheel([]).marks == ()


def test_january_begins_at_the_top_and_the_months_follow_the_clock():
    sectors = wheel([]).sectors
    assert [sector.month for sector in sectors] == [*range(1, 13)]
    assert sectors[0].path == "M 0.00 -26.00 L 0.00 -100.00 A 100.0 100.0 0 0 1 50.00 -86.60 " + (
        "L 13.00 -22.52 A 26.0 26.0 0 0 0 0.00 -26.00 Z"
    )
    assert [sector.name_at.x > 0 for sector in sectors] == [True] * 6 + [False] * 6
