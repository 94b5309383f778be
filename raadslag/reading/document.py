"""A document as its reader sees it: pages of lines, each with its place on the paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in one font. Lengths are points; `bold` from the font's weight or name.

    In a DOCX `font` is the name of the character style, and lengths are zero.
    """

    text: str
    left: float
    right: float
    size: float
    bold: bool
    font: str


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `page` and `number` count from 1; the box is in points from the page's top left,
    the page held so that the line is upright. The texts of the runs make up the text of the line.

    A document without layout (plain text) has zeros for box and size, and no runs. `style` is the
    name of the paragraph style in documents that have one (DOCX), in lower case: "heading 1", "header".
    A text that ends in a soft hyphen goes on, in mid-word, in the next line.
    """

    page: int
    number: int
    text: str
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    bold: bool = False
    style: str | None = None
    runs: tuple[Run, ...] = ()

    def __hash__(self) -> int:
        # its place tells a line from every other of its document, and is quick to hash
        return hash((self.page, self.number))


@dataclass(frozen=True, slots=True)
class Page:
    """One page; width and height in points, zero where the document has no layout."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document taken apart. `sha256` is of its bytes; `producer` what the file says made it.

    `hidden` are lines that no reader of the paper sees (invisible, off the page, of no size); `pictures`
    the numbers of pages that hold a picture and no text; `embedded` the JSON files inside the document.
    """

    name: str
    sha256: str
    media_type: str
    pages: tuple[Page, ...]
    producer: str = ""
    hidden: tuple[Line, ...] = ()
    pictures: tuple[int, ...] = ()
    embedded: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line of every page, in reading order."""
        return tuple(line for page in self.pages for line in page.lines)
