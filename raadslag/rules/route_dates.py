"""When each step of a route is due, counted in working days."""

from collections.abc import Iterable
from datetime import date

from raadslag.rules.working_days import MUNICIPAL, Practice, next_working_day


def working_days_after(on: date, days: int, practice: Practice = MUNICIPAL) -> date:
    """The working day that lies so many working days after a day, which is not counted; 0 gives the day."""
    for _day in range(days):
        on = next_working_day(on, practice)
    return on


def due_dates(begun_on: date, days: Iterable[int], practice: Practice = MUNICIPAL) -> tuple[date, ...]:
    """The last day of each step, where a step begins on the day that the one before it ends."""
    found: list[date] = []
    for each in days:
        begun_on = working_days_after(begun_on, each, practice)
        found.append(begun_on)
    return tuple(found)
