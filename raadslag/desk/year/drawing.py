"""The annual wheel's numbers as a template writes them into an SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.dates import MONTHS

from raadslag.rules.wheel import Point, wheel


@dataclass(frozen=True)
class DrawnSector:
    path: str
    name: str
    x: str
    y: str
    is_now: bool


@dataclass(frozen=True)
class DrawnMark:
    number: int
    x: str
    y: str
    is_used: bool


@dataclass(frozen=True)
class Drawing:
    """All lengths are texts with a point, since numbers in a Danish template get a comma."""

    sectors: list[DrawnSector]
    marks: list[DrawnMark]
    radius: str
    text_size: str


def drawing(months: Sequence[int], used: Sequence[bool], this_month: int) -> Drawing:
    """The wheel for topics in these months, with the month that it is now, and the topics that are used."""
    found = wheel(months)
    sectors = [
        DrawnSector(
            sector.path,
            str(MONTHS[sector.month])[:3],
            *length(sector.name_at),
            sector.month == this_month,
        )
        for sector in found.sectors
    ]
    marks = [
        DrawnMark(mark.number, *length(mark.at), is_used)
        for mark, is_used in zip(found.marks, used, strict=True)
    ]
    return Drawing(sectors, marks, f"{found.mark_radius:.2f}", f"{found.mark_radius * 1.15:.2f}")


def length(at: Point) -> tuple[str, str]:
    return f"{at.x:.2f}", f"{at.y:.2f}"
