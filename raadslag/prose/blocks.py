"""What rich text is made of: headings, paragraphs, lists, quotes, tables and images, as frozen values.

A text is a tuple of blocks. Text within a block is a tuple of runs; "\\n" in a run is a line break.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look the same. `href` is an address of the web or of mail, where they are a link."""

    text: str
    strong: bool = False
    em: bool = False
    href: str | None = None


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section, of level 3 or 4; the section's own is level 2."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True, slots=True)
class Quote:
    """Paragraphs and lists that are another's words."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class List:
    """Each item is blocks: paragraphs, lists and images. A counted list begins at `start`."""

    ordered: bool
    items: tuple[tuple["Block", ...], ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell. `header` says that it names its column, in the rows at the top, or else its row."""

    blocks: tuple["Block", ...] = ()
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def heads(self) -> int:
        """How many rows at the top are headers alone, and hold no cell that reaches down among the others."""
        headers = takewhile(lambda row: all(cell.header for cell in row), self.rows)
        reached = 0  # the row that the cells so far reach down to
        heads = 0
        for at, row in enumerate(headers, start=1):
            reached = max([reached, *(at - 1 + cell.rows for cell in row)])
            if reached <= at:
                heads = at
        return heads


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that lies in the desk's files. `alt` says what it shows to those who cannot see it."""

    src: str
    alt: str = ""


Block: TypeAlias = Heading | Paragraph | Quote | List | Table | Image


def text_of(runs: Runs) -> str:
    """The words of the runs, line breaks as "\\n"."""
    return "".join(run.text for run in runs)


def each_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, each before what is in it."""
    for block in blocks:
        yield block
        match block:
            case Quote():
                yield from each_block(block.blocks)
            case List():
                for item in block.items:
                    yield from each_block(item)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from each_block(cell.blocks)


def images(blocks: tuple[Block, ...]) -> Iterator[Image]:
    """Every image in the text."""
    return (block for block in each_block(blocks) if isinstance(block, Image))
