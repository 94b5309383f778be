"""The letters of a PDF's pages with their places, and the passages among them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from ctypes import byref, c_double
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from raadslag.writing.redaction.area import Area

LINE_BREAK = r"(?:[-\u00ad\u0002\ufffe]\s*)?\s*"
MARGIN = 0.5  # points: letters reach a little out of their boxes


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter as it can be read; `box` is None for a space between words that no glyph draws."""

    page: int
    sign: str
    box: tuple[float, float, float, float] | None

    @property
    def centre(self) -> tuple[float, float] | None:
        if self.box is None:
            return None
        left, bottom, right, top = self.box
        return (left + right) / 2, (bottom + top) / 2


def letters(pdf: bytes) -> list[Letter]:
    """Every letter of every page, in reading order. Raises pdfium.PdfiumError."""
    found: list[Letter] = []
    with pdfium.PdfDocument(pdf) as document:
        for number in range(1, len(document) + 1):
            with closing(document[number - 1]) as page, closing(page.get_textpage()) as text:
                found += [letter_at(text, at, number) for at in range(text.count_chars())]
            found.append(Letter(number, "\n", None))
    return found


def letter_at(text: pdfium.PdfTextPage, at: int, page: int) -> Letter:
    code = raw.FPDFText_GetUnicode(text, at)
    sign = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    if raw.FPDFText_IsGenerated(text, at) == 1:
        return Letter(page, sign, None)
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    if not raw.FPDFText_GetCharBox(text, at, byref(left), byref(right), byref(bottom), byref(top)):
        return Letter(page, sign, None)
    return Letter(page, sign, (left.value, bottom.value, right.value, top.value))


def areas_of(passages: Iterable[str], among: Sequence[Letter]) -> Iterator[Area]:
    """The boxes that the passages stand in wherever they are, a box for each line."""
    text = "".join(letter.sign if len(letter.sign) == 1 else "\ufffd" for letter in among)
    for passage in passages:
        for match in pattern(passage).finditer(text):
            yield from boxes(among[match.start() : match.end()])


def pattern(passage: str) -> re.Pattern[str]:
    """The passage in capital or small letters, however its lines are broken."""
    words = [LINE_BREAK.join(map(re.escape, word)) for word in passage.split()]
    return re.compile(r"\s+".join(words), re.IGNORECASE)


def boxes(found: Iterable[Letter]) -> Iterator[Area]:
    """A box around each line of the letters."""
    line: list[tuple[float, float, float, float]] = []
    page = 0
    for letter in found:
        if letter.box is None or not letter.sign.strip():
            continue
        left, bottom, _, top = letter.box
        new_line = line and (
            letter.page != page or left < line[-1][0] or bottom > line[-1][3] or top < line[-1][1]
        )
        if new_line:
            yield around(line, page)
            line = []
        line.append(letter.box)
        page = letter.page
    if line:
        yield around(line, page)


def around(line: Sequence[tuple[float, float, float, float]], page: int) -> Area:
    return Area(
        page,
        min(left for left, *_ in line) - MARGIN,
        min(bottom for _, bottom, *_ in line) - MARGIN,
        max(right for _, _, right, _ in line) + MARGIN,
        max(top for *_, top in line) + MARGIN,
    )


def under(letter: Letter, areas: Iterable[Area]) -> bool:
    """Whether the letter stands in one of the areas."""
    centre = letter.centre
    return centre is not None and any(area.page == letter.page and area.holds(*centre) for area in areas)
