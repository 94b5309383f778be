"""The annual wheel (årshjul) as plain numbers: twelve sectors, and a numbered mark for each topic.

The wheel has its centre in (0, 0) and a radius of 100. January begins at the top, and the months follow the
clock. The marks carry numbers alone; their words stand in the list beside the wheel.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import asin, cos, pi, sin

RADIUS = 100.0
HUB = 26.0  # nothing is drawn inside
RIM = 84.0  # where the topics end and the months' names begin
NAME_AT = 92.0  # the radius on which a month's name is centred
LARGEST_MARK = 6.0
GAP = 0.2  # of a mark's radius: kept free between marks, and between a mark and the lines of its sector
MONTH = 2 * pi / 12
SHRINK = 0.95


@dataclass(frozen=True, slots=True)
class Point:
    """In the wheel's own units; y points down, as on a screen."""

    x: float
    y: float

    def __str__(self) -> str:
        return f"{self.x:.2f} {self.y:.2f}"


@dataclass(frozen=True, slots=True)
class Sector:
    """A month (1 to 12) with the corners of its field, clockwise from the inner one at its beginning."""

    month: int
    corners: tuple[Point, Point, Point, Point]
    name_at: Point

    @property
    def path(self) -> str:
        """The outline, as the `d` of an SVG path."""
        inner, outer, outer_end, inner_end = self.corners
        rim, hub = f"A {RADIUS} {RADIUS} 0 0 1", f"A {HUB} {HUB} 0 0 0"
        return f"M {inner} L {outer} {rim} {outer_end} L {inner_end} {hub} {inner} Z"


@dataclass(frozen=True, slots=True)
class Mark:
    """A topic's place: `number` from 1 in the order in which the topics were given."""

    number: int
    month: int
    at: Point


@dataclass(frozen=True, slots=True)
class Wheel:
    """`mark_radius` is the same for all marks: as large as the fullest month allows."""

    sectors: tuple[Sector, ...]
    marks: tuple[Mark, ...]
    mark_radius: float


def wheel(months: Sequence[int]) -> Wheel:
    """The wheel for topics in these months (1 to 12), one for each topic. No two marks touch."""
    fullest = max((months.count(month) for month in set(months)), default=0)
    radius = mark_radius(fullest)
    places = {month: places_in(month, radius) for month in set(months)}
    marks = (Mark(number, month, next(places[month])) for number, month in enumerate(months, 1))
    return Wheel(tuple(sector(month) for month in range(1, 13)), tuple(marks), radius)


def mark_radius(marks: int) -> float:
    """The largest radius at which a month holds so many marks."""
    radius = LARGEST_MARK
    while len([*islice(places_in(1, radius), marks)]) < marks:
        radius *= SHRINK
    return radius


def places_in(month: int, radius: float) -> Iterator[Point]:
    """The places in a month's field, from the rim inwards and in each ring by the clock."""
    gap = GAP * radius
    step = 2 * radius + gap
    ring = RIM - radius - gap
    while ring - radius - gap >= HUB:
        # a mark's centre stays this far from the sector's two sides, and neighbours this far from each other
        side, apart = asin((radius + gap) / ring), 2 * asin(step / 2 / ring)
        fit = int((MONTH - 2 * side) // apart) + 1 if side <= MONTH / 2 else 0
        middle = (month - 0.5) * MONTH
        for place in range(fit):
            yield point(ring, middle + (place - (fit - 1) / 2) * apart)
        ring -= step


def sector(month: int) -> Sector:
    start, end = (month - 1) * MONTH, month * MONTH
    corners = (point(HUB, start), point(RADIUS, start), point(RADIUS, end), point(HUB, end))
    return Sector(month, corners, point(NAME_AT, (start + end) / 2))


def point(radius: float, angle: float) -> Point:
    """The point at an angle (radians) from the top, by the clock."""
    return Point(round(radius * sin(angle), 2), round(-radius * cos(angle), 2))
