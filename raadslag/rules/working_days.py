"""Which days count as working days (hverdage), with the Danish name of what makes a day none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import holidays

from raadslag.record.danish import WEEKDAYS

ONE_DAY = timedelta(days=1)
MONDAY_TO_FRIDAY = frozenset(range(5))

# Days on which town halls are closed although the law on holidays does not name them, by (month, day).
# Unconfirmed: kommunestyrelsesloven does not say whether they count as hverdage. Leaving them out only
# ever moves a deadline to an earlier day, so whoever keeps ours keeps the law's either way.
TOWN_HALL_CLOSED: Mapping[tuple[int, int], str] = {
    (6, 5): "grundlovsdag",
    (12, 24): "juleaftensdag",
    (12, 31): "nytårsaftensdag",
}


@dataclass(frozen=True)
class Practice:
    """What a body counts as working days besides the public holidays, which never are.

    `weekdays` are from 0 (Monday): there are rules of procedure that count Saturday in ("hverdage, inklusive
    lørdag"). `closed` are days of every year by (month, day), each with its Danish name.
    """

    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    closed: Mapping[tuple[int, int], str] = field(default_factory=lambda: TOWN_HALL_CLOSED)

    def __post_init__(self) -> None:
        if not self.weekdays:
            raise ValueError("a week without a working day has no day before which anything could be due")


MUNICIPAL = Practice()


@lru_cache(maxsize=64)
def public_holidays(year: int) -> Mapping[date, str]:
    """The year's public holidays (helligdage) by date, named in Danish. Store bededag is gone from 2024."""
    return dict(holidays.country_holidays("DK", years=year, language="da"))


def day_off(on: date, practice: Practice = MUNICIPAL) -> str | None:
    """What the day is instead of a working day, as Danish inside a sentence ("skærtorsdag"), or None."""
    if name := public_holidays(on.year).get(on):
        return name[0].lower() + name[1:]
    if name := practice.closed.get((on.month, on.day)):
        return name
    return None if on.weekday() in practice.weekdays else WEEKDAYS[on.weekday()]


def is_working_day(on: date, practice: Practice = MUNICIPAL) -> bool:
    return day_off(on, practice) is None


def working_days_before(on: date, days: int, practice: Practice = MUNICIPAL) -> date:
    """The working day that lies so many working days before a meeting; the meeting's own day is not counted.

    0 gives the meeting's own day, whatever it is.
    """
    while days > 0:
        on -= ONE_DAY
        days -= is_working_day(on, practice)
    return on


def next_working_day(on: date, practice: Practice = MUNICIPAL) -> date:
    """The first working day after the day."""
    on += ONE_DAY
    while not is_working_day(on, practice):
        on += ONE_DAY
    return on
