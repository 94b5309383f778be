"""An agenda's times."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.agenda.schedule import schedule

START = datetime(2026, 12, 7, 18, 15)
END = datetime(2026, 12, 7, 19, 45)


def test_items_follow_one_another_and_the_last_runs_over():
    plan = schedule(START, END, [3, 2, 20, None, 110])
    assert [(f"{each.starts_at:%H.%M}", f"{each.ends_at:%H.%M}") for each in plan.slots] == [
        ("18.15", "18.18"),
        ("18.18", "18.20"),
        ("18.20", "18.40"),
        ("18.40", "18.40"),
        ("18.40", "20.30"),
    ]
    assert (plan.over, plan.spare) == (45, 0)
    assert [each.takes_time for each in plan.slots] == [True, True, True, False, True]


def test_what_is_left_of_the_meeting_is_told():
    assert schedule(START, END, [30]).spare == 60
    assert schedule(START, END, []).spare == 90


@given(st.lists(st.none() | st.integers(0, 600), max_size=20))
def test_no_minute_is_lost(minutes):
    plan = schedule(START, END, minutes)
    used = timedelta(minutes=sum(each or 0 for each in minutes))
    assert START + used == END + timedelta(minutes=plan.over - plan.spare)
    assert not plan.over or not plan.spare
