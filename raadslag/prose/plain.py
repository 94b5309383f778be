"""Rich text as plain text, a line for each paragraph, and back; and what counts as its length."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from raadslag.prose.blocks import (
    Block,
    Heading,
    Image,
    List,
    Paragraph,
    Quote,
    Run,
    Table,
    each_block,
    text_of,
)
from raadslag.prose.parsing import blocks
from raadslag.prose.rendering import html_of
from raadslag.prose.runs import paragraphs_of

BULLET = "• "
INDENT = "  "
BETWEEN_CELLS = " | "
LISTED = re.compile(r"(?P<indent>\s*)(?:(?P<bullet>[•·–*-])|(?P<number>\d{1,3})[.)])\s+(?P<text>\S.*)")


def plain(html: str) -> str:
    """The text as a meeting record has it: paragraphs parted by newlines, none of them empty.

    A list's item begins with "• " or "1. ", two spaces further in for each list around it; a table's row
    is a line with " | " between its cells; an image is "[Billede: …]" with its alt text.
    """
    return "\n".join(lines_of(blocks(html)))


def characters(html: str) -> int:
    """What "Antal tegn" counts: the characters (Unicode, composed) of the words and the spaces between them.

    Neither line ends, the marks of lists nor what an image shows are counted. The editor's
    `characters.mjs` counts the same.
    """
    return sum(len(unicodedata.normalize("NFC", line)) for line in _counted(blocks(html)))


def from_plain(text: str, keeping: str = "") -> str:
    """Plain text as HTML, a paragraph for each line and lists where lines have their marks.

    `keeping` is the HTML that the text was made from, by `plain`: what has not been changed since stays as
    it was there.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    old = blocks(keeping)
    made: list[Block] = []
    done = 0
    for block, start, end in _unchanged(old, lines):
        made.extend(_typed(lines[done:start]))
        made.append(block)
        done = end
    return html_of((*made, *_typed(lines[done:])))


def lines_of(found: Iterable[Block]) -> Iterator[str]:
    """The lines that blocks are in plain text."""
    for block in found:
        match block:
            case Heading() | Paragraph():
                yield from text_of(block.runs).split("\n")
            case Quote():
                yield from lines_of(block.blocks)
            case List():
                yield from _items(block)
            case Table():
                for row in block.rows:
                    cells = (" ".join(line.strip() for line in lines_of(cell.blocks)) for cell in row)
                    if line := BETWEEN_CELLS.join(cells).strip():
                        yield line
            case Image():
                yield in_words(block)


def in_words(image: Image) -> str:
    """What stands for an image where there are only words."""
    return f"[Billede: {image.alt or 'uden beskrivelse'}]"


def _items(block: List) -> Iterator[str]:
    for at, item in enumerate(block.items, start=block.start):
        mark = f"{at}. " if block.ordered else BULLET
        for first, part in zip((True, *[False] * len(item)), item, strict=False):
            lines = list(lines_of((part,)))
            if first and isinstance(part, Paragraph):
                yield mark + lines[0]
                lines = lines[1:]
            yield from (INDENT + line for line in lines)


def _counted(found: tuple[Block, ...]) -> Iterator[str]:
    for block in each_block(found):
        if isinstance(block, Heading | Paragraph):
            yield from text_of(block.runs).split("\n")


def _unchanged(old: tuple[Block, ...], lines: list[str]) -> Iterator[tuple[Block, int, int]]:
    """The blocks whose lines are all still there, and from where to where they are."""
    spans: list[tuple[Block, int, int]] = []
    before: list[str] = []
    for block in old:
        own = list(lines_of((block,)))
        spans.append((block, len(before), len(before) + len(own)))
        before.extend(own)
    place = {
        match.a + step: match.b + step
        for match in SequenceMatcher(None, before, lines, autojunk=False).get_matching_blocks()
        for step in range(match.size)
    }
    done = 0
    for block, start, end in spans:
        now = [place.get(at) for at in range(start, end)]
        first = now[0] if now else done
        if first is not None and now == list(range(first, first + len(now))):
            done = first + len(now)
            yield block, first, done


def _typed(lines: list[str]) -> Iterator[Block]:
    """Paragraphs and lists of lines that somebody typed."""
    at = 0
    while at < len(lines):
        found = LISTED.match(lines[at])
        end = at + 1
        while found and end < len(lines) and _same_list(found, LISTED.match(lines[end])):
            end += 1
        if found:
            matches = [match for line in lines[at:end] if (match := LISTED.match(line))]
            items = tuple((Paragraph(runs),) for m in matches for runs in paragraphs_of([Run(m["text"])]))
            ordered = found["number"] is not None
            yield List(ordered, items, max(1, int(found["number"])) if ordered else 1)
        else:
            yield from map(Paragraph, paragraphs_of([Run(lines[at])]))
        at = end


def _same_list(first: re.Match[str], other: re.Match[str] | None) -> bool:
    return other is not None and (first["bullet"] is None) == (other["bullet"] is None)
