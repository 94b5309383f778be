"""The record as one HTML page that needs nothing else: headings in order, lists as lists, fit for print."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from raadslag.record import MeetingRecord
from raadslag.record.sheet import Block, Kind, Style
from raadslag.writing.normal import normal
from raadslag.writing.paragraphs import Group, Role, Sheet, plain, spaced
from raadslag.writing.setting import set_out, title_of

STYLE_SHEET = (Path(__file__).parent / "templates" / "record.css").read_text(encoding="utf-8")
PAGE = """<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="generator" content="Rådslag">
<style>
{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""

# heading levels within a meeting; what is inside an attachment begins three levels down
LEVELS = {
    Style.PART: 0,
    Style.STAGE: 1,
    Style.PAPER: 1,
    Style.ITEM: 2,
    Style.PAPER_HEADING: 2,
    Style.HEADING: 3,
}
LEVELS_OF_A_MEETING = 3
LOWEST_LEVEL = 6

CLASSES = {
    Style.AUTHORITY: "authority",
    Style.BODY: "body",
    Style.NOTE: "note",
    Style.CLOSED: "closed",
    Style.VOTE: "vote",
    Style.DISSENT: "dissent",
    Style.FOLLOW_UP: "follow-up",
    Style.CLAUSE: "clause",
    Style.FILE: "file",
    Style.END: "end",
}


def write(record: MeetingRecord) -> str:
    """The page."""
    shown = normal(record)
    sheet = set_out(shown)
    return PAGE.format(title=escape(title_of(shown)), style=STYLE_SHEET, body="\n".join(_Page().page(sheet)))


class _Page:
    """Sets a sheet as HTML; every item of the meeting itself has an id for the contents to link to."""

    def __init__(self) -> None:
        self._items = 0

    def page(self, sheet: Sheet) -> Iterator[str]:
        """The head, the contents, the items."""
        items = [part for part in sheet if isinstance(part, Group) and part.role is Role.ITEM]
        yield from self._content((part for part in sheet if part not in items), 0, in_item=False)
        if len(items) > 1:
            yield '<nav aria-labelledby="indhold"><h2 id="indhold">Indhold</h2><ol>'
            yield from (
                f'<li><a href="#punkt-{at}">{escape(_title(item))}</a></li>'
                for at, item in enumerate(items, 1)
            )
            yield "</ol></nav>"
        yield from self._content(items, 0, in_item=False)

    def _content(self, parts: Iterable[Block | Group], depth: int, *, in_item: bool) -> Iterator[str]:
        for part in parts:
            if isinstance(part, Block):
                yield self._block(part, depth, in_item)
            elif part.role is Role.FACTS:
                yield from _facts(part)
            elif part.role is Role.PART:
                yield '<section class="part">'
                yield from self._content(part.content, depth + 1, in_item=False)
                yield "</section>"
            else:
                yield self._opening(part.role, depth)
                yield from self._rows(part, depth, in_item or part.role is Role.ITEM)
                yield "</header>" if part.role is Role.HEAD else "</section>"

    def _opening(self, role: Role, depth: int) -> str:
        if role is Role.HEAD:
            return "<header>"
        if role is Role.ITEM and not depth:
            self._items += 1
            return f'<section class="item" id="punkt-{self._items}">'
        return f'<section class="{role}">'

    def _rows(self, group: Group, depth: int, in_item: bool) -> Iterator[str]:
        """The group's content; people and attachments are rows of a list under its heading."""
        if group.role not in (Role.PEOPLE, Role.ATTACHMENTS):
            yield from self._content(group.content, depth, in_item=in_item)
            return
        heading, *rows = group.content
        yield from self._content([heading], depth, in_item=in_item)
        yield "<ul>"
        for row in rows:
            assert isinstance(row, Block)
            if row.style is Style.FILE:
                yield f'<li class="file">{_inline(row)}</li>'
            else:
                yield f"<li>{_inline(row)}</li>"
        yield "</ul>"

    def _block(self, block: Block, depth: int, in_item: bool) -> str:
        level = _level(block, in_item)
        if level is not None:
            tag = f"h{min(LEVELS_OF_A_MEETING * depth + level, LOWEST_LEVEL)}"
            return f"<{tag}>{_inline(block)}</{tag}>"
        name = CLASSES.get(block.style)
        return f'<p class="{name}">{_inline(block)}</p>' if name else f"<p>{_inline(block)}</p>"


def _level(block: Block, in_item: bool) -> int | None:
    """The level of a heading within its meeting, None for what is none."""
    is_label = block.spans[0].kind is Kind.LABEL
    if block.style is Style.CAPTION or (block.style is Style.DECISION and is_label):
        return 3 if in_item else 2
    if block.style is Style.HEADING and is_label:
        return None
    return LEVELS.get(block.style)


def _title(item: Group) -> str:
    heading = item.content[0]
    assert isinstance(heading, Block)
    return plain(heading)


def _facts(group: Group) -> Iterator[str]:
    """Labels and what is said of them; a value's further paragraphs are further descriptions."""
    yield "<dl>"
    for block in group.content:
        assert isinstance(block, Block)
        first, *rest = block.spans
        if first.kind is Kind.LABEL:
            yield f"<dt>{escape(first.text)}</dt><dd>{_inline(Block(block.style, tuple(rest)))}</dd>"
        else:
            yield f"<dd>{_inline(block)}</dd>"
    yield "</dl>"


def _inline(block: Block) -> str:
    return "".join(
        f'<span class="label">{escape(text)}</span>' if span.kind is Kind.LABEL else escape(text)
        for span, text in spaced(block.spans)
    )
