"""How a stretch of lines is set on paper: its body size, its pitch, its right edge, where pages start."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from statistics import median, quantiles
from typing import TypeVar

from raadslag.reading.document import Line

T = TypeVar("T")

# a heading is at least this much larger than the text it heads
LARGER = 1.08
# a gap this much larger than the usual pitch parts two passages
WIDER = 1.25
# lines of fewer characters than this are no measure of how long a full line is
NARROWEST = 50


@dataclass(frozen=True, slots=True)
class Setting:
    """The measures of a stretch: in points where it is printed, in characters where it is plain text.

    `pitch` is the usual step from one line to the next, `spaced` whether paragraphs are set further
    apart than that; `blanks` is the number of blank lines between two lines of one paragraph (plain
    text taken out of a PDF is often double spaced).
    """

    printed: bool
    size: float = 0.0
    bold: bool = False
    pitch: float = 0.0
    right: float = 0.0
    spaced: bool = False
    blanks: int = 0

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Setting":
        """The measures that most of the lines share."""
        lines = tuple(lines)
        full = [line for line in lines if line.text.strip()]
        if not full:
            return cls(printed=False)
        if not any(line.size for line in full):
            right = max(NARROWEST, _edge([len(words(line)) for line in full]))
            return cls(printed=False, right=right, blanks=_spacing(lines))
        size = _commonest(round(line.size, 1) for line in full)
        body = [line for line in full if round(line.size, 1) == size]
        pitch, right = _pitch(body), _edge([line.right for line in body])
        bold = _commonest(line.bold for line in body)
        spaced = _is_spaced(body, pitch, right)
        return cls(printed=True, size=size, bold=bold, pitch=pitch, right=right, spaced=spaced)

    def is_heading(self, line: Line) -> bool:
        """Is the line set as a heading: larger than the body text, or bold where that is not?"""
        if line.style is not None and line.style.lower().startswith(
            ("heading", "overskrift", "title", "titel")
        ):
            return True
        return self.printed and (line.size > self.size * LARGER or (line.bold and not self.bold))

    def is_wide(self, gap: float) -> bool:
        """Is a step between two lines wider than the usual one?"""
        return self.pitch > 0 and gap > self.pitch * WIDER


def words(line: Line) -> str:
    """A line's text with single spaces and none around."""
    return _single_spaced(line.text)


@lru_cache(maxsize=50_000)
def _single_spaced(text: str) -> str:
    return " ".join(text.split())


def gap(above: Line, below: Line) -> float:
    """The step from a line to the next on its page; the mean of both edges, as boxes may hug the letters."""
    return ((below.top - above.top) + (below.bottom - above.bottom)) / 2


def opens_page(lines: Sequence[Line], at: int) -> bool:
    """Does the line at `at` open a page?

    In plain text a page break that became a blank leaves its line indented by exactly one space.
    """
    line = lines[at]
    if not line.text.strip():
        return False
    above = at - 1
    while above >= 0 and not lines[above].text.strip():
        above -= 1
    if above < 0 or lines[above].page != line.page:
        return True
    return not line.size and line.style is None and re.match(r" (?! )", line.text) is not None


def _edge(rights: Sequence[float]) -> float:
    return quantiles(rights, n=20)[-1] if len(rights) > 3 else max(rights)


def _neighbours(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    return [(a, b) for a, b in pairwise(lines) if a.page == b.page and b.number == a.number + 1]


def _pitch(lines: Sequence[Line]) -> float:
    steps = [gap(above, below) for above, below in _neighbours(lines)]
    return median([step for step in steps if step > 0] or [0.0])


def _is_spaced(lines: Sequence[Line], pitch: float, right: float) -> bool:
    """Are paragraphs set apart? Told by the lines that end short after a full stop."""
    ends = [(a, b) for a, b in _neighbours(lines) if a.text.rstrip().endswith(".") and a.right < 0.85 * right]
    return bool(ends) and sum(gap(a, b) > pitch * WIDER for a, b in ends) > len(ends) / 2


def _spacing(lines: Sequence[Line]) -> int:
    """The commonest number of blank lines between two lines, where that is more often one than none."""
    runs: list[int] = []
    blanks = 0
    for line in lines:
        if line.text.strip():
            runs.append(blanks)
            blanks = 0
        else:
            blanks += 1
    inside = runs[1:]
    return 1 if len(inside) > 4 and sum(run == 1 for run in inside) > 0.55 * len(inside) else 0


def _commonest(values: Iterable[T]) -> T:
    return Counter(values).most_common(1)[0][0]
