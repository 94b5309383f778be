"""Hverdage: what counts, what does not and why, and counting back from a meeting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.working_days import (
    Practice,
    day_off,
    is_working_day,
    next_working_day,
    working_days_before,
)

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
WITH_SATURDAY = Practice(weekdays=frozenset(range(6)))


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2026, 4, 2), "skærtorsdag"),
        (date(2026, 4, 3), "langfredag"),
        (date(2026, 4, 6), "anden påskedag"),
        (date(2026, 5, 14), "kristi himmelfartsdag"),
        (date(2026, 5, 25), "anden pinsedag"),
        (date(2026, 12, 25), "juledag"),
        (date(2026, 1, 1), "nytårsdag"),
        (date(2026, 6, 5), "grundlovsdag"),
        (date(2026, 12, 24), "juleaftensdag"),
        (date(2026, 12, 31), "nytårsaftensdag"),
        (date(2026, 8, 22), "lørdag"),
        (date(2026, 8, 23), "søndag"),
    ],
)
def test_a_day_off_is_called_by_its_danish_name(on, name):
    assert day_off(on) == name


def test_store_bededag_is_a_working_day_from_2024():
    assert day_off(date(2023, 5, 5)) == "store bededag"
    assert is_working_day(date(2024, 4, 26))
    assert is_working_day(date(2026, 5, 1))


def test_a_body_may_work_on_grundlovsdag_and_count_saturday():
    assert is_working_day(date(2026, 6, 5), Practice(closed={}))
    assert is_working_day(date(2026, 8, 22), WITH_SATURDAY)
    assert not is_working_day(date(2026, 8, 23), WITH_SATURDAY)


def test_a_week_without_a_working_day_is_refused():
    with pytest.raises(ValueError, match="without a working day"):
        Practice(weekdays=frozenset())


def test_the_meetings_own_day_is_not_counted():
    wednesday = date(2026, 8, 26)
    assert working_days_before(wednesday, 0) == wednesday
    assert working_days_before(wednesday, 1) == date(2026, 8, 25)
    assert working_days_before(wednesday, 3) == date(2026, 8, 21)
    assert working_days_before(wednesday, 4) == date(2026, 8, 20)


def test_counting_back_over_easter_takes_the_days_before_it():
    assert working_days_before(date(2026, 4, 8), 3) == date(2026, 3, 31)


@given(days, st.integers(0, 25))
def test_exactly_so_many_working_days_lie_between_the_deadline_and_the_meeting(on, count):
    due = working_days_before(on, count)
    between = [due + timedelta(days=past) for past in range((on - due).days)]
    assert sum(map(is_working_day, between)) == count
    assert due == on or is_working_day(due)


@given(days, st.integers(1, 25))
def test_counting_fewer_days_as_working_days_never_makes_a_deadline_later(on, count):
    assert working_days_before(on, count) <= working_days_before(on, count, Practice(closed={}))
    assert working_days_before(on, count) <= working_days_before(on, count, WITH_SATURDAY)


@given(days)
def test_the_next_working_day_is_the_first_one_after(on):
    to = next_working_day(on)
    assert to > on
    assert is_working_day(to)
    assert working_days_before(to, 1) <= on
