"""Lindevad's year: meetings by rule, deadlines, the annual wheel, and the lists that standing items print."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from demo.desk.people import Cast
from raadslag.models import (
    Body,
    ComingCase,
    Course,
    DeadlineRule,
    Meeting,
    MeetingPlan,
    Prints,
    StandingItem,
    Topic,
)
from raadslag.models.municipality import house_practice
from raadslag.publishing.desk_plan import publish_desk_plan
from raadslag.rules.deadlines import USUAL, Force
from raadslag.rules.recurrence import (
    LAST,
    SCHOOL_HOLIDAYS,
    EveryMonth,
    EveryWeek,
    OnDayOff,
    YearRule,
    occasions,
)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": LAST}


def load(source: Mapping[str, Any], cast: Cast) -> None:
    """This year's meetings and next year's, so that there is always a next one."""
    first_year = timezone.localdate(cast.at).year
    for body in cast.bodies.values():
        if body.starts:
            deadlines(body)
    for data in source["plans"]:
        for year in (first_year, first_year + 1):
            plan(data, year, cast)
    for data in source["topics"]:
        Topic.objects.create(
            body=cast.bodies[data["body"]],
            month=data["month"],
            title=data["title"],
            responsible=cast.people[data["responsible"]],
            note=data.get("note", ""),
        )
    lists(source, cast)


def deadlines(body: Body) -> None:
    """The usual ones."""
    for rule in USUAL:
        DeadlineRule.objects.create(
            body=body,
            kind=rule.kind,
            working_days=rule.working_days,
            clock=rule.at,
            is_soft=rule.force == Force.SOFT,
            paragraph=rule.paragraph,
        )


def plan(data: Mapping[str, Any], year: int, cast: Cast) -> None:
    """A body's plan for a year and the meetings that its rule gives."""
    body = cast.bodies[data["body"]]
    rule = year_rule(data, year)
    made = MeetingPlan.objects.create(body=body, year=year)
    made.add_rule(rule, by=cast.anna, at=cast.at)
    assert body.starts
    assert body.ends
    zone = timezone.get_current_timezone()
    times = [
        (datetime.combine(each.on, body.starts, zone), datetime.combine(each.on, body.ends, zone))
        for each in occasions(rule, year)
        if each.on is not None
    ]
    Meeting.objects.plan(body, times, body.place, by=cast.anna, at=cast.at)
    publish_desk_plan(made, by=cast.anna, at=cast.at, why="Mødeplanen er vedtaget.")


def year_rule(data: Mapping[str, Any], year: int) -> YearRule:
    """ "last wednesday" is of each month, "monday" each week."""
    *nth, weekday = data["every"].split()
    day = WEEKDAYS.index(weekday)
    start = datetime(year, 1, 1).date()
    return YearRule(
        every=EveryMonth(day, NTH[nth[0]]) if nth else EveryWeek(day, start),
        on_day_off=OnDayOff.NEXT_WORKING_DAY,
        months_off=frozenset(data["except_months"]),
        weeks_off={week: SCHOOL_HOLIDAYS[week] for week in (7, 42)},
        practice=house_practice(),
    )


def lists(source: Mapping[str, Any], cast: Cast) -> None:
    """The standing items, and what two of them print by themselves."""
    today = timezone.localdate(cast.at)
    for order, data in enumerate(source["standing"]):
        StandingItem.objects.create(
            body=cast.bodies[data["body"]],
            order=order,
            title=data["title"],
            prints=data.get("prints", Prints.NOTHING),
            is_last=data.get("last", False),
        )
    for data in source["coming_cases"]:
        ComingCase.objects.create(
            body=cast.bodies[data["body"]],
            title=data["title"],
            case_number=data["case_number"],
            expected_on=today + timedelta(days=data["in_days"]),
            note=data.get("note", ""),
        )
    for data in source["courses"]:
        starts_on = today + timedelta(days=data["in_days"])
        Course.objects.create(
            body=cast.bodies[data["body"]],
            title=data["title"],
            starts_on=starts_on,
            ends_on=starts_on + timedelta(days=data["days"] - 1) if data["days"] > 1 else None,
            place=data["place"],
        )
