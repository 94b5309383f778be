"""What is to be redacted, as the page's form says it: words, and boxes on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from raadslag.writing.redaction import Box

PLACES = ("page", "left", "top", "width", "height")
FREE_ROWS = 3  # empty rows for those who write where a box is
MOST_ROWS = 200
MOST_LETTERS = 5000


@dataclass(frozen=True)
class Row:
    """One box as it was typed: the page's number, and percent of it. `fault` says what is wrong."""

    page: str = ""
    left: str = ""
    top: str = ""
    width: str = ""
    height: str = ""
    fault: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, name).strip() for name in PLACES)


@dataclass(frozen=True)
class Marking:
    """The words, one to a line, the boxes with their pages, and the rows as they were typed."""

    words: tuple[str, ...] = ()
    boxes: tuple[tuple[int, Box], ...] = ()
    rows: tuple[Row, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def typed_words(self) -> str:
        return "\n".join(self.words)

    @property
    def filled_rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.is_empty)

    @property
    def shown_rows(self) -> tuple[Row, ...]:
        """Those that are filled in, and some that are free."""
        return (*self.filled_rows, *[Row()] * FREE_ROWS)


def marking_of(given: QueryDict, pages: int) -> Marking:
    """What was typed, and what is wrong with it."""
    typed = given.get("words", "")[:MOST_LETTERS]
    words = tuple(dict.fromkeys(" ".join(line.split()) for line in typed.splitlines() if line.strip()))
    columns = [given.getlist(name)[:MOST_ROWS] for name in PLACES]
    looked = [looked_at(Row(*row), pages) for row in zip(*columns, strict=False)]
    boxes = tuple(box for box, _row in looked if box is not None)
    rows = tuple(row for _box, row in looked)
    return Marking(words, boxes, rows, tuple(faults(words, boxes, rows)))


def looked_at(row: Row, pages: int) -> tuple[tuple[int, Box] | None, Row]:
    """The box, and the row with what is wrong with it."""
    if row.is_empty:
        return None, row
    values = [getattr(row, name).strip().replace(",", ".") for name in PLACES]
    try:
        page, box = int(values[0]), Box(*map(float, values[1:]))
    except ValueError:
        return None, faulty(row, _("Skriv et tal i alle fem felter."))
    if not 1 <= page <= pages:
        return None, faulty(row, _("Siden findes ikke. Bilaget har %(n)d sider.") % {"n": pages})
    if not box.is_on_the_page:
        return None, faulty(row, _("Feltet går ud over siden. Skriv procent fra 0 til 100."))
    return (page, box), row


def faulty(row: Row, fault: str) -> Row:
    return Row(row.page, row.left, row.top, row.width, row.height, fault)


def faults(
    words: tuple[str, ...], boxes: tuple[tuple[int, Box], ...], rows: tuple[Row, ...]
) -> Iterator[str]:
    """What is wrong with all of it."""
    if any(row.fault for row in rows):
        yield _("Ret det, der er markeret.")
    elif not words and not boxes:
        yield _("Skriv, hvad der skal overstreges, eller træk en ramme om det på siden.")
