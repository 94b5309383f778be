"""Deadlines count back from the meeting, in Danish time, and say what is late at a moment."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.deadlines import (
    DANISH_TIME,
    USUAL,
    Deadline,
    DeadlineKind,
    DeadlineRule,
    Force,
    Late,
    deadlines,
    late,
)

WEDNESDAY = date(2026, 8, 26)
rules = st.builds(
    DeadlineRule,
    st.sampled_from(DeadlineKind),
    st.integers(0, 20),
    st.times().map(lambda at: at.replace(microsecond=0)),
    st.sampled_from(Force),
    st.just("forretningsordenen § 3"),
)


def danish(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=DANISH_TIME)


def due(kind: DeadlineKind) -> Deadline:
    return next(deadline for deadline in deadlines(WEDNESDAY, USUAL) if deadline.rule.kind is kind)


def test_the_usual_deadlines_of_a_meeting_on_a_wednesday():
    assert [(deadline.rule.kind, deadline.due_at) for deadline in deadlines(WEDNESDAY, USUAL)] == [
        (DeadlineKind.PAPERS_DUE, danish(2026, 8, 14, 12, 0)),
        (DeadlineKind.APPROVAL, danish(2026, 8, 18, 12, 0)),
        (DeadlineKind.AGENDA_SENT, danish(2026, 8, 20, 23, 59)),
        (DeadlineKind.MATERIAL_AVAILABLE, danish(2026, 8, 21, 23, 59)),
    ]


def test_the_law_is_named_where_it_is_the_law():
    cited = {rule.kind for rule in USUAL if rule.paragraph}
    assert cited == {DeadlineKind.AGENDA_SENT, DeadlineKind.MATERIAL_AVAILABLE}
    assert {rule.force for rule in USUAL if rule.paragraph} == {Force.SOFT}


def test_noon_is_noon_on_both_sides_of_summer_time():
    noon = DeadlineRule(DeadlineKind.PAPERS_DUE, 3, time(12), Force.HARD, "")
    (deadline,) = deadlines(date(2026, 3, 31), [noon])
    assert deadline.due_at.isoformat() == "2026-03-26T12:00:00+01:00"
    (deadline,) = deadlines(date(2026, 4, 1), [noon])
    assert deadline.due_at.isoformat() == "2026-03-27T12:00:00+01:00"


@pytest.mark.parametrize(
    ("sent_at", "at", "expected"),
    [
        (None, danish(2026, 8, 20, 23, 59), False),
        (None, danish(2026, 8, 21, 0, 0), True),
        (danish(2026, 8, 20, 23, 59), danish(2026, 8, 24, 9, 0), False),
        (danish(2026, 8, 21, 8, 0), danish(2026, 8, 24, 9, 0), True),
        (danish(2026, 8, 25, 8, 0), danish(2026, 8, 20, 9, 0), False),
    ],
)
def test_an_agenda_is_late_when_its_moment_has_passed_without_it(sent_at, at, expected):
    deadline = due(DeadlineKind.AGENDA_SENT)
    done = {} if sent_at is None else {DeadlineKind.AGENDA_SENT: sent_at}
    assert late([deadline], done, at) == ((Late(deadline, sent_at),) if expected else ())


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.lists(rules, max_size=6))
def test_each_rule_gives_one_moment_none_after_the_meetings_day_and_in_order(meeting_on, some):
    found = deadlines(meeting_on, some)
    assert sorted(map(str, some)) == sorted(str(deadline.rule) for deadline in found)
    assert [deadline.due_at for deadline in found] == sorted(deadline.due_at for deadline in found)
    for deadline in found:
        assert deadline.due_at.date() <= meeting_on
        assert deadline.due_at.time() == deadline.rule.at


@given(st.lists(rules, max_size=6), st.datetimes(datetime(2026, 8, 1), datetime(2026, 9, 1)))
def test_what_is_late_with_nothing_done_stays_late(some, moment):
    at = moment.replace(tzinfo=DANISH_TIME)
    found = deadlines(WEDNESDAY, some)
    assert set(late(found, {}, at)) <= set(late(found, {}, danish(2026, 12, 1)))
    assert len(late(found, {}, danish(2026, 12, 1))) == len(found)
