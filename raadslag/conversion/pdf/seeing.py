"""Text that is in a page and cannot be seen there: white on white, under a black box, beside the paper.

The page is drawn, and a text is seen where there is anything but one colour in its place.
"""

from collections.abc import Iterator
from contextlib import closing
from typing import cast

import pypdfium2 as pdfium
from PIL import Image

LONGEST_SIDE = 1600.0  # pixels
SCALE = 1.5  # pixels a point: what is one colour at this size is one colour to the eye
ONE_COLOUR = 10  # of 255 shades
SMALLEST = 2  # pixels: a smaller place says nothing


def unseen_letters(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> int:
    """How many letters and digits of the page cannot be seen."""
    return sum(sum(map(str.isalnum, words)) for words in unseen_texts(page, text))


def unseen_texts(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Iterator[str]:
    """The page's texts that cannot be seen, line by line."""
    scale = min(SCALE, LONGEST_SIDE / max(*page.get_size(), 1.0))
    with closing(page.render(scale=scale, grayscale=True, may_draw_forms=False)) as bitmap:
        shades = bitmap.to_pil()
        places = bitmap.get_posconv(page)
        for at in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(at)
            (x1, y1), (x2, y2) = places.to_bitmap(left, top), places.to_bitmap(right, bottom)
            box = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
            if not _is_seen(box, shades):
                yield text.get_text_bounded(left, bottom, right, top)


def _is_seen(box: tuple[int, int, int, int], shades: Image.Image) -> bool:
    """Whether anything shows in a box, in pixels, of the drawn page."""
    left, top, right, bottom = box
    if right <= 0 or bottom <= 0 or left >= shades.width or top >= shades.height:
        return False
    if right - left < SMALLEST or bottom - top < SMALLEST:
        return True
    on_page = (max(left, 0), max(top, 0), min(right, shades.width), min(bottom, shades.height))
    darkest, lightest = cast(tuple[int, int], shades.crop(on_page).getextrema())
    return lightest - darkest > ONE_COLOUR
