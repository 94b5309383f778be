"""A rule for a year's meetings as JSON data, to be kept with the plan that was made from it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from raadslag.rules.recurrence import EveryMonth, EveryWeek, OnDayOff, YearRule
from raadslag.rules.working_days import MUNICIPAL, Practice


def rule_to_data(rule: YearRule) -> dict[str, Any]:
    """The rule as JSON data, without the practice: what is a working day is the municipality's."""
    return {
        "every": every_to_data(rule.every),
        "on_day_off": rule.on_day_off.value,
        "months_off": sorted(rule.months_off),
        "weeks_off": {str(week): name for week, name in sorted(rule.weeks_off.items())},
    }


def every_to_data(every: EveryWeek | EveryMonth) -> dict[str, Any]:
    if isinstance(every, EveryMonth):
        return {"weekday": every.weekday, "nth": every.nth}
    return {
        "weekday": every.weekday,
        "weeks": every.weeks,
        "starting_on": every.starting_on.isoformat(),
    }


def rule_from_data(data: Mapping[str, Any], practice: Practice = MUNICIPAL) -> YearRule:
    """The rule that the data was made from. Raises KeyError and ValueError for other data."""
    return YearRule(
        every=every_from_data(data["every"]),
        on_day_off=OnDayOff(data["on_day_off"]),
        months_off=frozenset(data["months_off"]),
        weeks_off={int(week): name for week, name in data["weeks_off"].items()},
        practice=practice,
    )


def every_from_data(data: Mapping[str, Any]) -> EveryWeek | EveryMonth:
    if "nth" in data:
        return EveryMonth(data["weekday"], data["nth"])
    return EveryWeek(data["weekday"], date.fromisoformat(data["starting_on"]), data["weeks"])
