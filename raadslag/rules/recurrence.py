"""When a body meets in a year: rules such as "den sidste onsdag i måneden", and what becomes of each date.

Every date that a rule gives is accounted for: it stands, it is moved, or it is skipped, and the last two say
why in a Danish sentence, so that the secretary need not guess.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from raadslag.record.danish import MONTHS, WEEKDAYS, day
from raadslag.rules.working_days import MUNICIPAL, Practice, day_off, next_working_day

WEEK = timedelta(weeks=1)
LAST = -1

# The schools' holidays by ISO week, as most municipalities have them; some have winter holidays in week 8.
SCHOOL_HOLIDAYS: Mapping[int, str] = {
    7: "vinterferien",
    29: "sommerferien",
    30: "sommerferien",
    31: "sommerferien",
    42: "efterårsferien",
}
ORDINALS = {1: "første", 2: "anden", 3: "tredje", 4: "fjerde", 5: "femte", LAST: "sidste"}


class OnDayOff(StrEnum):
    """What becomes of a meeting whose date is no working day."""

    SKIP = "skip"
    NEXT_WORKING_DAY = "next_working_day"
    WEEK_AFTER = "week_after"


@dataclass(frozen=True, slots=True)
class EveryWeek:
    """Every so many weeks on a weekday (0 is Monday), counted from the first such day on or after a day."""

    weekday: int
    starting_on: date
    weeks: int = 1

    def __post_init__(self) -> None:
        if self.weeks < 1:
            raise ValueError(f"every {self.weeks} weeks is never")

    def dates(self, year: int) -> Iterator[date]:
        first = self.starting_on + timedelta(days=(self.weekday - self.starting_on.weekday()) % 7)
        step = self.weeks * WEEK
        on = first + max(0, -(-(date(year, 1, 1) - first) // step)) * step
        while on.year == year:
            yield on
            on += step

    def __str__(self) -> str:
        every = {1: "hver", 2: "hver anden", 3: "hver tredje", 4: "hver fjerde"}.get(self.weeks)
        name = WEEKDAYS[self.weekday]
        return f"{every or f'hver {self.weeks}.'} {name} fra den {day(self.starting_on)}"


@dataclass(frozen=True, slots=True)
class EveryMonth:
    """A weekday (0 is Monday) of each month: `nth` from 1 to 5, or LAST. Not every month has a fifth."""

    weekday: int
    nth: int

    def dates(self, year: int) -> Iterator[date]:
        for month in range(1, 13):
            days = weekdays_of_month(year, month, self.weekday)
            if self.nth == LAST:
                yield days[-1]
            elif self.nth <= len(days):
                yield days[self.nth - 1]

    def __str__(self) -> str:
        return f"den {ORDINALS[self.nth]} {WEEKDAYS[self.weekday]} i måneden"


@dataclass(frozen=True)
class YearRule:
    """When a body meets, and when it does not: `months_off` are 1 to 12, `weeks_off` ISO weeks with names."""

    every: EveryWeek | EveryMonth
    on_day_off: OnDayOff = OnDayOff.SKIP
    months_off: frozenset[int] = frozenset()
    weeks_off: Mapping[int, str] = field(default_factory=dict)
    practice: Practice = MUNICIPAL

    def __str__(self) -> str:
        months = [MONTHS[month - 1] for month in sorted(self.months_off)]
        return f"{self.every}{', dog ikke ' + joined(months) if months else ''}"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One date that the rule gave, and the date it became; None where there will be no meeting.

    `why` is a Danish sentence, "" where the date stands.
    """

    rule_on: date
    on: date | None
    why: str = ""


def occasions(rule: YearRule, year: int) -> tuple[Occasion, ...]:
    """What becomes of every date that the rule gives in the year, in the rule's order.

    The dates that stand are all different: a meeting is not moved to a day that has one, nor out of the year.
    """
    given = [*rule.every.dates(year)]
    taken = {on for on in given if obstacle(on, rule) is None}
    found = []
    for on in given:
        occasion = placed(on, rule, taken)
        if occasion.on is not None:
            taken.add(occasion.on)
        found.append(occasion)
    return tuple(found)


def placed(on: date, rule: YearRule, taken: set[date]) -> Occasion:
    """The date as it stands, moved or skipped."""
    if (why := time_off(on, rule)) is not None:
        return Occasion(on, None, sentence(why))
    name = day_off(on, rule.practice)
    if name is None:
        return Occasion(on, on)
    why = is_called(name)
    move = MOVES[rule.on_day_off]
    if move is None:
        return Occasion(on, None, sentence(why))
    to = move(on, rule.practice)
    hindrance = "der er allerede møde" if to in taken else obstacle(to, rule)
    if to.year != on.year:
        hindrance = "det er et nyt år"
    if hindrance is not None:
        return Occasion(on, None, sentence(f"{why}, og {day(to)} dur ikke: {hindrance}"))
    return Occasion(on, to, sentence(f"{why}; mødet er flyttet fra {day(on)}"))


def obstacle(on: date, rule: YearRule) -> str | None:
    """Why no meeting can be held that day, as a Danish clause, or None."""
    if (why := time_off(on, rule)) is not None:
        return why
    name = day_off(on, rule.practice)
    return None if name is None else is_called(name)


def time_off(on: date, rule: YearRule) -> str | None:
    """The month or week that is kept free and holds the day, as a Danish clause, or None."""
    if on.month in rule.months_off:
        return f"der holdes ikke møder i {MONTHS[on.month - 1]}"
    week = on.isocalendar().week
    if name := rule.weeks_off.get(week):
        return f"uge {week} er {name}"
    return None


MOVES: Mapping[OnDayOff, Callable[[date, Practice], date] | None] = {
    OnDayOff.SKIP: None,
    OnDayOff.NEXT_WORKING_DAY: next_working_day,
    OnDayOff.WEEK_AFTER: lambda on, practice: on + WEEK,
}


def weekdays_of_month(year: int, month: int, weekday: int) -> list[date]:
    """The month's Mondays, Tuesdays …, four or five of them."""
    first = date(year, month, 1)
    first += timedelta(days=(weekday - first.weekday()) % 7)
    return [on for on in (first + n * WEEK for n in range(5)) if on.month == month]


def is_called(name: str) -> str:
    return f"det er {name}"


def joined(words: list[str]) -> str:
    """ "juli", "juli og december", "juni, juli og december" """
    return " og ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def sentence(clause: str) -> str:
    return f"{clause[0].upper()}{clause[1:]}."
