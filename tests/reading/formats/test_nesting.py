"""Numbers that start again are a meeting inside an item; the outer meeting goes on where it left off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.reading.formats.nesting import Mark, places


def depths(numbers, **more):
    return [place.depth for place in places([Mark(number, **more) for number in numbers])]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], [0, 0, 0]),
        ([1, 2, 1, 2, 3, 4, 5, 6, 7, 3, 4, 5, 6], [0, 0, *[1] * 7, 0, 0, 0, 0]),
        ([1, 2, 1, 2, 1, 2, 3, 3, 4, 3, 4], [0, 0, 1, 1, 2, 2, 2, 1, 1, 0, 0]),
        ([1, 2, 4, 5], [0, 0, 0, 0]),
        ([38, 39, 40], [0, 0, 0]),
        ([45, 46, 38, 39, 40, 47, 48], [0, 0, 1, 1, 1, 0, 0]),
        ([1, 2, 1, 2, 3, 4, 5, 6, 7, 4, 5], [0, 0, *[1] * 7, 0, 0]),
        ([], []),
    ],
)
def test_the_numbers_tell_which_meeting_an_item_belongs_to(numbers, expected):
    assert depths(numbers) == expected


def test_pages_decide_where_the_numbers_fit_both_meetings():
    numbers = [1, 2, 1, 2, 3, 4]
    turns = [True, False, True, False, True, False]
    outer = places([Mark(n, opens_page=turn) for n, turn in zip(numbers, turns, strict=True)])
    assert [place.depth for place in outer] == [0, 0, 1, 1, 0, 0]
    inner = places(
        [Mark(n, opens_page=turn) for n, turn in zip(numbers, [*turns[:4], False, False], strict=True)]
    )
    assert [place.depth for place in inner] == [0, 0, 1, 1, 1, 1]


def test_two_earlier_meetings_in_one_item_stand_side_by_side():
    found = places([Mark(n) for n in [1, 2, 1, 2, 3, 1, 2, 3, 4, 3]])
    assert [place.depth for place in found] == [0, 0, 1, 1, 1, 1, 1, 1, 1, 0]
    assert [at for at, place in enumerate(found) if place.starts_meeting] == [0, 2, 5]


@given(st.integers(1, 9), st.integers(2, 12), st.integers(4, 9))
def test_an_inner_meeting_longer_than_the_outer_so_far_always_ends_where_the_outer_goes_on(at, extra, outer):
    inner = at + extra
    at = min(at, outer - 1)
    numbers = [*range(1, at + 1), *range(1, inner + 1), *range(at + 1, outer + 1)]
    assert depths(numbers) == [*[0] * at, *[1] * inner, *[0] * (outer - at)]


@given(st.lists(st.integers(1, 30), max_size=40))
def test_every_heading_gets_a_place_whatever_the_numbers(numbers):
    found = places([Mark(number) for number in numbers])
    assert len(found) == len(numbers)
    assert all(0 <= place.depth < 4 for place in found)
