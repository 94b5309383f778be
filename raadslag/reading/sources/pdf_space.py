"""Where things stand on a PDF page: from PDF's own coordinates to the page as a person holds it."""

import pypdfium2 as pdfium

# x' = a·x + c·y + e and y' = b·x + d·y + f
Matrix = tuple[float, float, float, float, float, float]


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does first the one and then the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def view(page: pdfium.PdfPage) -> Matrix:
    """From the page's coordinates to what a person sees: from the top left, turned as /Rotate says."""
    left, bottom, right, top = page.get_bbox()
    views: dict[int, Matrix] = {
        0: (1.0, 0.0, 0.0, -1.0, -left, top),
        90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        270: (0.0, -1.0, -1.0, 0.0, top, right),
    }
    return views[page.get_rotation()]


def turns(width: float, height: float) -> tuple[Matrix, Matrix, Matrix, Matrix]:
    """What turns a page of this size so that text which ran right, down, left or up is upright."""
    return (
        (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
        (0.0, -1.0, 1.0, 0.0, 0.0, width),
        (-1.0, 0.0, 0.0, -1.0, width, height),
        (0.0, 1.0, -1.0, 0.0, height, 0.0),
    )


def quarter(across: float, down: float) -> int:
    """How many quarter turns clockwise a direction is from the right, to the nearest."""
    if abs(across) >= abs(down):
        return 0 if across >= 0 else 2
    return 1 if down > 0 else 3


def is_slanted(across: float, down: float) -> bool:
    """Whether a direction is clear of all four quarters, as a watermark's is."""
    across, down = abs(across), abs(down)
    return down > 0.1 * across and across > 0.1 * down
