"""Where a decision ends and the item's own text goes on under it without a label."""

import re
from collections.abc import Sequence
from itertools import pairwise

from raadslag.reading.decisions import tells_of_a_decision
from raadslag.reading.document import Line
from raadslag.reading.layout import Setting, gap
from raadslag.reading.prose import SENTENCE_END, paragraphs, rows, running

# a word this long, taken up again by its first letters, is no accident
LONG_WORD = 8


def end_of_decision(lines: Sequence[Line], title: str, setting: Setting) -> int:
    """How many of the lines under "Beslutning" are the decision.

    Text that follows it tells of no decision. On paper it is set apart by a gap that paragraphs do not
    have; where no gap can tell, it takes up the words of the item's title, as a line that sums it up does.
    """
    by_gap = setting.printed and not setting.spaced
    for at in _ends_by_gap(lines, setting) if by_gap else _ends_of_sentences(lines):
        below = running(lines[at:])
        if not tells_of_a_decision(below) and (by_gap or _echoes(below, title)):
            return at
    return len(lines)


def _ends_by_gap(lines: Sequence[Line], setting: Setting) -> list[int]:
    found = paragraphs(lines, setting)
    starts = [
        below.lines[0]
        for above, below in pairwise(found)
        if above.lines[-1].page == below.lines[0].page
        and setting.is_wide(gap(above.lines[-1], below.lines[0]))
    ]
    return [lines.index(line) for line in starts]


def _ends_of_sentences(lines: Sequence[Line]) -> list[int]:
    found = rows(lines)
    return [
        lines.index(below.line)
        for above, below in pairwise(found)
        if SENTENCE_END.search(above.text) and below.text[:1].isupper()
    ]


def _echoes(text: str, title: str) -> bool:
    known = {word[:LONG_WORD] for word in re.findall(rf"\w{{{LONG_WORD},}}", title.lower())}
    return any(word[:LONG_WORD] in known for word in re.findall(rf"\w{{{LONG_WORD},}}", text.lower()))
