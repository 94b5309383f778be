"""A year's meetings from a rule: what stands, what is moved, what is skipped, and the reason in Danish."""

import json
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadslag.rules.recurrence import (
    LAST,
    SCHOOL_HOLIDAYS,
    EveryMonth,
    EveryWeek,
    Occasion,
    OnDayOff,
    YearRule,
    occasions,
)
from raadslag.rules.recurrence_data import rule_from_data, rule_to_data
from raadslag.rules.working_days import is_working_day

MONDAY, WEDNESDAY, THURSDAY = 0, 2, 3
every = st.builds(
    EveryWeek, st.integers(0, 6), st.dates(date(2015, 1, 1), date(2032, 1, 1)), st.integers(1, 9)
) | st.builds(EveryMonth, st.integers(0, 6), st.sampled_from([1, 2, 3, 4, 5, LAST]))
rules = st.builds(
    YearRule,
    every,
    st.sampled_from(OnDayOff),
    st.frozensets(st.integers(1, 12), max_size=3),
    st.dictionaries(st.integers(1, 53), st.just("sommerferien"), max_size=6),
)


def held(rule: YearRule, year: int) -> list[date]:
    return [occasion.on for occasion in occasions(rule, year) if occasion.on]


def skipped(rule: YearRule, year: int) -> dict[date, str]:
    return {each.rule_on: each.why for each in occasions(rule, year) if each.on is None}


def test_the_last_wednesday_of_the_month_except_july_and_december():
    rule = YearRule(EveryMonth(WEDNESDAY, LAST), months_off=frozenset({7, 12}))
    assert str(rule) == "den sidste onsdag i måneden, dog ikke juli og december"
    assert held(rule, 2026) == [
        *(date(2026, 1, 28), date(2026, 2, 25), date(2026, 3, 25), date(2026, 4, 29), date(2026, 5, 27)),
        *(date(2026, 6, 24), date(2026, 8, 26), date(2026, 9, 30), date(2026, 10, 28), date(2026, 11, 25)),
    ]
    assert skipped(rule, 2026) == {
        date(2026, 7, 29): "Der holdes ikke møder i juli.",
        date(2026, 12, 30): "Der holdes ikke møder i december.",
    }


def test_every_second_wednesday_goes_on_over_the_turn_of_the_year():
    rule = YearRule(EveryWeek(WEDNESDAY, date(2026, 1, 5), weeks=2))
    assert str(rule) == "hver anden onsdag fra den 5. januar 2026"
    assert held(rule, 2026)[:3] == [date(2026, 1, 7), date(2026, 1, 21), date(2026, 2, 4)]
    assert held(rule, 2026)[-1] == date(2026, 12, 23)
    assert held(rule, 2027)[0] == date(2027, 1, 6)
    assert held(rule, 2025) == []


def test_every_monday_skips_holidays_and_school_holidays_and_says_which():
    rule = YearRule(EveryWeek(MONDAY, date(2026, 1, 1)), weeks_off=SCHOOL_HOLIDAYS)
    assert skipped(rule, 2026) == {
        date(2026, 2, 9): "Uge 7 er vinterferien.",
        date(2026, 4, 6): "Det er anden påskedag.",
        date(2026, 5, 25): "Det er anden pinsedag.",
        date(2026, 7, 13): "Uge 29 er sommerferien.",
        date(2026, 7, 20): "Uge 30 er sommerferien.",
        date(2026, 7, 27): "Uge 31 er sommerferien.",
        date(2026, 10, 12): "Uge 42 er efterårsferien.",
    }
    assert len(held(rule, 2026)) == 52 - 7


def test_a_meeting_on_a_holiday_moves_to_the_next_working_day():
    rule = YearRule(EveryMonth(THURSDAY, 1), OnDayOff.NEXT_WORKING_DAY)
    moved = next(each for each in occasions(rule, 2026) if each.rule_on == date(2026, 4, 2))
    assert moved.on == date(2026, 4, 7)
    assert moved.why == "Det er skærtorsdag; mødet er flyttet fra 2. april 2026."


def test_a_meeting_on_a_holiday_moves_a_week():
    rule = YearRule(EveryMonth(THURSDAY, 1), OnDayOff.WEEK_AFTER)
    assert Occasion(
        date(2026, 1, 1), date(2026, 1, 8), "Det er nytårsdag; mødet er flyttet fra 1. januar 2026."
    ) in occasions(rule, 2026)


@pytest.mark.parametrize(
    ("rule", "on", "why"),
    [
        (
            YearRule(EveryWeek(MONDAY, date(2026, 1, 1)), OnDayOff.WEEK_AFTER),
            date(2026, 4, 6),
            "Det er anden påskedag, og 13. april 2026 dur ikke: der er allerede møde.",
        ),
        (
            YearRule(EveryMonth(THURSDAY, LAST), OnDayOff.NEXT_WORKING_DAY),
            date(2026, 12, 31),
            "Det er nytårsaftensdag, og 4. januar 2027 dur ikke: det er et nyt år.",
        ),
        (
            YearRule(EveryMonth(THURSDAY, 4), OnDayOff.WEEK_AFTER),
            date(2026, 12, 24),
            "Det er juleaftensdag, og 31. december 2026 dur ikke: det er nytårsaftensdag.",
        ),
    ],
)
def test_a_meeting_that_cannot_be_moved_is_skipped_and_says_both_reasons(rule, on, why):
    assert skipped(rule, 2026)[on] == why


def test_not_every_month_has_a_fifth_monday():
    assert [on.month for on in held(YearRule(EveryMonth(MONDAY, 5)), 2026)] == [3, 6, 8, 11]


def test_every_no_weeks_is_refused():
    with pytest.raises(ValueError, match="never"):
        EveryWeek(MONDAY, date(2026, 1, 1), weeks=0)


@given(rules, st.integers(2020, 2035))
def test_every_date_of_the_rule_is_accounted_for_once(rule, year):
    assert [each.rule_on for each in occasions(rule, year)] == [*rule.every.dates(year)]


@given(rules, st.integers(2020, 2035))
def test_meetings_are_on_different_working_days_of_the_year_and_never_in_a_time_off(rule, year):
    found = held(rule, year)
    assert len(set(found)) == len(found)
    for on in found:
        assert is_working_day(on)
        assert on.year == year
        assert on.month not in rule.months_off
        assert on.isocalendar().week not in rule.weeks_off


@given(rules, st.integers(2020, 2035))
def test_a_date_that_does_not_stand_says_why_in_one_sentence(rule, year):
    for each in occasions(rule, year):
        assert (each.why == "") == (each.on == each.rule_on)
        if each.why:
            assert each.why[0].isupper()
            assert each.why[-1] == "."


@given(st.integers(0, 6), st.integers(1, 9), st.dates(date(2015, 1, 1), date(2032, 1, 1)))
def test_weeks_are_counted_over_the_years_without_a_break(weekday, weeks, starting_on):
    rule = EveryWeek(weekday, starting_on, weeks)
    dates = [on for year in range(2015, 2034) for on in rule.dates(year)]
    assert {later - on for on, later in pairwise(dates)} <= {timedelta(weeks=weeks)}
    assert starting_on <= dates[0] < starting_on + timedelta(weeks=1)


@given(rules)
def test_a_rule_is_the_same_after_being_kept_as_json(rule):
    kept = json.loads(json.dumps(rule_to_data(rule)))
    assert rule_from_data(kept) == rule
