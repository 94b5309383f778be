"""A page as it is seen: its visible box and its rotation, and where a stamp goes on it."""

from dataclasses import dataclass

import pikepdf

from raadslag.record.sheet import FURNITURE_SIZES

A4 = (0.0, 0.0, 595.0, 842.0)
# On A4 and smaller the size of our own footers, which our reader passes over. Larger sheets get larger
# letters, to be read when seen whole.
READABLE = FURNITURE_SIZES["page header and footer"]
LETTERS_ALONG = 80  # letters to the shorter side of a large sheet
LETTERS_ACROSS = 22  # the least a stamp needs: "Punkt 3, Bilag 1…" and "side 12 af 240"
STRIP = 2.6  # the strip's height in letters; what is below them is where printers do not reach
STRIPS_IN_PAGE = 3  # a tiny page is still more than its stamp


@dataclass(frozen=True, slots=True)
class View:
    """The visible box in the page's own coordinates, and its size as seen, in points."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int
    unit: float

    @property
    def width(self) -> float:
        """The width as seen."""
        across, up = self.right - self.left, self.top - self.bottom
        return (up if self.rotation in (90, 270) else across) * self.unit

    @property
    def height(self) -> float:
        """The height as seen."""
        across, up = self.right - self.left, self.top - self.bottom
        return (across if self.rotation in (90, 270) else up) * self.unit

    @property
    def letter(self) -> float:
        """The size of a stamp's letters."""
        size = max(READABLE, min(self.width, self.height) / LETTERS_ALONG)
        return min(size, self.width / LETTERS_ACROSS, self.height / STRIP / STRIPS_IN_PAGE)

    @property
    def strip(self) -> float:
        """The height of a stamp."""
        return self.letter * STRIP

    def matrix(self) -> tuple[float, ...]:
        """From the page as seen, in points from its lower left corner, to the page's own coordinates."""
        scale = 1 / self.unit
        return {
            0: (scale, 0.0, 0.0, scale, self.left, self.bottom),
            90: (0.0, scale, -scale, 0.0, self.right, self.bottom),
            180: (-scale, 0.0, 0.0, -scale, self.right, self.top),
            270: (0.0, -scale, scale, 0.0, self.left, self.top),
        }[self.rotation]


def view(page: pikepdf.Page) -> View:
    """How the page is seen. A box that makes no sense is taken for A4, as readers of PDF do."""
    media = corners(page.mediabox) or A4
    crop = corners(page.cropbox) or media
    box = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    if box[0] >= box[2] or box[1] >= box[3]:
        box = media
    unit = page.obj.get("/UserUnit", 1)
    scale = float(unit) if not isinstance(unit, pikepdf.Object) and unit > 0 else 1.0
    return View(*box, rotation=page.rotation % 360 // 90 * 90, unit=scale)


def corners(box: pikepdf.Array) -> tuple[float, float, float, float] | None:
    """A box from its lower left to its upper right corner, whichever corners the file names."""
    try:
        x0, y0, x1, y1 = (float(each) for each in box)
    except (TypeError, ValueError):
        return None
    left, right, bottom, top = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    return (left, bottom, right, top) if left < right and bottom < top else None
