"""Each step of a route has its working days, and holidays are nobody's."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.route_dates import due_dates, working_days_after
from raadslag.rules.working_days import is_working_day, working_days_before

MAUNDY_WEDNESDAY = date(2026, 4, 1)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def test_easter_is_jumped_over():
    assert working_days_after(MAUNDY_WEDNESDAY, 1) == date(2026, 4, 7)


def test_a_step_begins_when_the_one_before_it_ends():
    assert due_dates(date(2026, 3, 2), [5, 2, 0]) == (date(2026, 3, 9), date(2026, 3, 11), date(2026, 3, 11))


@given(days, st.integers(1, 40))
def test_counting_back_from_a_due_date_comes_to_where_it_began(on, count):
    due = working_days_after(on, count)
    assert is_working_day(due)
    # from a day off the count begins at the next working day's eve
    assert working_days_before(due, count) <= on < due


@given(days, st.lists(st.integers(0, 15), max_size=6))
def test_a_routes_dates_never_go_back(on, each):
    assert all(earlier <= later for earlier, later in pairwise([on, *due_dates(on, each)]))
