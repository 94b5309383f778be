"""The record as plain text, set for a terminal or a mail."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from raadslag.record import MeetingRecord
from raadslag.record.sheet import Block, Kind, Style
from raadslag.writing.normal import normal
from raadslag.writing.paragraphs import Group, Role, plain
from raadslag.writing.setting import set_out

WIDTH = 80
LABEL_WIDTH = 18
INDENT = "  "
UNDERLINES = {Style.BODY: "=", Style.ITEM: "-", Style.PART: "-"}
# headings, with an empty line before them
AIRY = frozenset(
    {Style.STAGE, Style.CAPTION, Style.ITEM, Style.HEADING, Style.PART, Style.PAPER, Style.PAPER_HEADING}
)
HUNG = frozenset({Style.FACT, Style.NOTE})
BAR = "│ "


def write(record: MeetingRecord) -> str:
    """The text: lines of at most 80 characters, save where a word is longer."""
    lines = _lines(set_out(normal(record)), "")
    airy = (next(same) if blank else "\n".join(same) for blank, same in groupby(lines, key=_is_blank))
    return "\n".join(airy).strip("\n") + "\n"


def _is_blank(line: str) -> bool:
    return not line.strip(BAR)


def _lines(parts: Iterable[Block | Group], margin: str) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Block):
            yield from _block(part, margin)
        elif part.role is Role.DECISION:
            yield margin.rstrip()
            yield from _lines(part.content, margin + BAR)
            yield margin.rstrip()
        else:
            if part.role in (Role.FACTS, Role.ITEM, Role.PART):
                yield margin.rstrip()
            yield from _lines(part.content, margin + INDENT if part.role is Role.PART else margin)


def _block(block: Block, margin: str) -> Iterator[str]:
    if block.style in AIRY and not margin.endswith(BAR):
        yield margin.rstrip()
    if block.style in HUNG:
        yield from _hung(block, margin)
        return
    hang = INDENT if block.style in (Style.PERSON, Style.CLAUSE, Style.ATTACHMENT) else ""
    lines = _wrapped(plain(block), margin, margin + hang)
    yield from lines
    if block.style in UNDERLINES:
        yield margin + UNDERLINES[block.style] * (max(map(len, lines)) - len(margin))
    if block.style is Style.TEXT:
        yield margin.rstrip()


def _hung(block: Block, margin: str) -> Iterator[str]:
    """A label in a column of its own, what is said of it beside it."""
    first, *rest = block.spans
    column = margin + " " * LABEL_WIDTH
    if first.kind is Kind.VALUE:
        yield from _wrapped(plain(block), column, column)
    else:
        said = plain(Block(block.style, tuple(rest))) if rest else ""
        yield from _wrapped(said, f"{margin}{first.text:<{LABEL_WIDTH}}", column) or [margin + first.text]


def _wrapped(text: str, first: str, others: str) -> list[str]:
    return wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
