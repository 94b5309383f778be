"""Danish dates and times as meeting documents write them, in every form the samples show."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan",
            "februar feb",
            "marts mar",
            "april apr",
            "maj",
            "juni jun",
            "juli jul",
            "august aug",
            "september sept sep",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

# each has the groups day, month and year; a month is a number or a word
DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\.?\s*(?P<month>{MONTH})\b\.?,?\s+(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})-(?P<month>{MONTH})-(?P<year>\d{{4}})(?!\d)",
        r"(?<![\d.])(?P<day>\d{1,2})\s?[-./]\s?(?P<month>\d{1,2})\s?[-./ ]\s?(?P<year>\d{4})(?!\d)",
        r"(?<![\d.])(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>\d\d)(?![\d.])",
    )
)

CLOCK = r"(?P<hour{n}>[01]?\d|2[0-4])(?:[.:](?P<minute{n}>[0-5]\d)(?:[.:][0-5]\d)?)"
HOUR = r"(?P<hour{n}>[01]?\d|2[0-4])(?:[.:](?P<minute{n}>[0-5]\d)(?:[.:][0-5]\d)?)?"
DASH = r"\s*(?:[-–—]|til|to)\s*(?:kl\.?\s*)?"
PERIOD = re.compile(
    rf"(?<![\d.:])(?:{CLOCK.format(n=1)}|kl\.?\s*{HOUR.format(n=2)}){DASH}{HOUR.format(n=3)}(?![\d%]|\s*%)",
    re.IGNORECASE,
)
POINT = re.compile(rf"(?:kl\.?|klokken)\s*{HOUR.format(n=1)}(?!\d)", re.IGNORECASE)
BARE_POINT = re.compile(rf"(?<![\d.:]){CLOCK.format(n=1)}(?![\d.:]|\s*%)")

FILLER = re.compile(
    r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|den|d|kl|klokken|fra|til|dato|mødedato|tid"
    r"|mødetid|tidspunkt|mødetidspunkt|side)\b|[\s.,:;–—-]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a text says of when: the day, the clock it starts at and the clock it ends at."""

    on: date | None = None
    start: time | None = None
    end: time | None = None

    @property
    def starts_at(self) -> datetime | None:
        """Day and start together, where both are known."""
        return datetime.combine(self.on, self.start) if self.on and self.start else None

    @property
    def ends_at(self) -> datetime | None:
        """Day and end together, where both are known."""
        return datetime.combine(self.on, self.end) if self.on and self.end else None


def moment(text: str) -> Moment:
    """The first day and the first clock or period in a text."""
    found = _first_date(text)
    rest = text if found is None else text[: found.start()] + " ; " + text[found.end() :]
    start, end = clock(rest)
    return Moment(on=find_date(text), start=start, end=end)


def find_date(text: str) -> date | None:
    """The first date in a text; two-figure years are of this century."""
    found = _first_date(text)
    return None if found is None else _as_date(found)


def clock(text: str) -> tuple[time | None, time | None]:
    """The first clock in a text and, where it is a period, the clock it ends at. The text has no date."""
    if period := PERIOD.search(text):
        n = 1 if period["hour1"] else 2
        return _as_time(period, n), _as_time(period, 3)
    point = POINT.search(text) or BARE_POINT.search(text)
    return (_as_time(point, 1) if point else None), None


def is_only_a_date(text: str) -> bool:
    """Does the text say when and nothing else ("onsdag den 3. marts 2021 kl. 16.00")?"""
    return find_date(text) is not None and not FILLER.sub("", _without_moments(text))


def is_only_a_clock(text: str) -> bool:
    """Does the text give a clock or a period and nothing else ("Kl. 18.15 – 19.45")?"""
    return clock(text)[0] is not None and not FILLER.sub("", _without_moments(text))


def goes_on_over(above: str, below: str) -> bool:
    """Does a date run from the end of one line into the next: "den 1. december / 2022 henvise"?"""
    day_and_month = re.search(rf"\b\d{{1,2}}\.\s*(?:{MONTH})$", above, re.IGNORECASE)
    return day_and_month is not None and re.match(r"(?:19|20)\d\d\b", below) is not None


def starts_with_date(text: str) -> bool:
    """Is "1. december …" at the start a date, and not a mark of a list?"""
    return re.match(rf"\d{{1,2}}\.\s*(?:{MONTH})\b", text, re.IGNORECASE) is not None


def _without_moments(text: str) -> str:
    for pattern in (*DATES, PERIOD, POINT, BARE_POINT):
        text = pattern.sub(" ", text)
    return text


def _first_date(text: str) -> re.Match[str] | None:
    found = [match for pattern in DATES for match in pattern.finditer(text) if _as_date(match)]
    return min(found, key=lambda match: (match.start(), -match.end()), default=None)


def _as_date(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    year = int(match["year"])
    try:
        return date(year if year > 99 else 2000 + year, MONTHS.get(month) or int(month), int(match["day"]))
    except ValueError:
        return None


def _as_time(match: re.Match[str], n: int) -> time | None:
    hour, minute = int(match[f"hour{n}"]), int(match[f"minute{n}"] or 0)
    return time(hour % 24, minute) if hour < 24 or minute == 0 else None
