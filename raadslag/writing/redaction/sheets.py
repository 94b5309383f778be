"""A PDF's pages as pictures that areas can be pointed out on, and those areas on the pages themselves."""

from contextlib import closing
from dataclasses import dataclass
from io import BytesIO

import pypdfium2 as pdfium

from raadslag.writing.redaction.area import Area

SCALE = 1.5  # pixels a point
LARGEST_SIDE = 1800.0  # pixels
WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Box:
    """A box on the picture of a page: in percent of its width and height, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def is_on_the_page(self) -> bool:
        right, bottom = self.left + self.width, self.top + self.height
        return 0 <= self.left < right <= WHOLE + 1 and 0 <= self.top < bottom <= WHOLE + 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, `number` from 1: the part of it that is shown, in points of its own, and how many degrees
    clockwise it is turned to be read."""

    number: int
    left: float
    bottom: float
    right: float
    top: float
    turned: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points as it is read."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turned in (90, 270) else (width, height)

    def area(self, box: Box) -> Area:
        """What the box on the picture covers of the page."""
        corners = [
            self._place(box.left / WHOLE, box.top / WHOLE),
            self._place((box.left + box.width) / WHOLE, (box.top + box.height) / WHOLE),
        ]
        (x1, y1), (x2, y2) = corners
        return Area(self.number, min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def _place(self, across: float, down: float) -> tuple[float, float]:
        """The point of the page at those parts of the picture's width and height."""
        x, y = {
            0: (across, 1 - down),
            90: (down, across),
            180: (1 - across, down),
            270: (1 - down, 1 - across),
        }[self.turned]
        return self.left + x * (self.right - self.left), self.bottom + y * (self.top - self.bottom)


def sheets(pdf: bytes) -> list[Sheet]:
    """The pages in order. Raises pdfium.PdfiumError."""
    found = []
    with pdfium.PdfDocument(pdf) as document:
        for number in range(1, len(document) + 1):
            with closing(document[number - 1]) as page:
                left, bottom, right, top = page.get_cropbox()
                found.append(Sheet(number, left, bottom, right, top, page.get_rotation() % 360))
    return found


def png(pdf: bytes, number: int) -> bytes:
    """The page with that number, from 1, as a picture, turned to be read. Raises pdfium.PdfiumError, and
    IndexError where there is no such page."""
    with pdfium.PdfDocument(pdf) as document:
        if not 1 <= number <= len(document):
            raise IndexError(number)
        with closing(document[number - 1]) as page:
            scale = min(SCALE, LARGEST_SIDE / max(*page.get_size(), 1.0))
            with closing(page.render(scale=scale, may_draw_forms=False)) as bitmap:
                image = bitmap.to_pil().convert("RGB")
    target = BytesIO()
    image.quantize(64).save(target, "PNG", optimize=False)
    return target.getvalue()


def texts(pdf: bytes) -> list[str]:
    """What can be read on each page. Raises pdfium.PdfiumError."""
    said = []
    with pdfium.PdfDocument(pdf) as document:
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                said.append(text.get_text_bounded(errors="ignore"))
    return said
