"""The clauses of a section in Word: items of a list, or paragraphs with "At 1)" typed before them."""

import re
from collections.abc import Iterable

from raadslag.prose.blocks import Block, Heading, List, Paragraph, Quote
from raadslag.prose.plain import lines_of

MARK = re.compile(
    r"\s*(?:at\s*\d{0,2}\s*\)|at\s+\d{1,2}\s*[.:]|\(?\d{1,2}[.)](?=\s)(?:\s+at\b)?|at\b|[-•–]\s)\s*:?\s*",
    re.IGNORECASE,
)
LEAD_IN = re.compile(r"(?:det\s+|.{0,60}\s)?indstilles?r?(?:\s+det)?\s*,?\s*(?:at)?\s*:?", re.IGNORECASE)


def clauses_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The clauses without their marks; words that only lead in to them are none."""
    lines = list(_lines(blocks))
    if lines and LEAD_IN.fullmatch(lines[0][1]):
        lines.pop(0)
    is_marked = any(marked for marked, _ in lines)
    made: list[str] = []
    for marked, text in lines:
        if marked or not is_marked or not made:
            made.append(MARK.sub("", text, count=1) if MARK.match(text) else text)
        else:
            made[-1] += f" {text}"
    return tuple(clause for clause in made if clause)


def _lines(blocks: Iterable[Block]) -> Iterable[tuple[bool, str]]:
    """Each paragraph's text, and whether it is set or written as an item."""
    for block in blocks:
        match block:
            case List():
                for item in block.items:
                    yield True, " ".join(line.strip() for line in lines_of(item))
            case Paragraph() | Heading() | Quote():
                for line in lines_of((block,)):
                    yield MARK.match(line) is not None, line
            case _:
                for line in lines_of((block,)):
                    yield False, line
