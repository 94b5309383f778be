"""The paragraphs of a sheet: labels and values, several paragraphs of one text, groups of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from raadslag.record import danish, sheet
from raadslag.record.sheet import FACTS, Block, Kind, Span, Style

# labels that stand close to what is before them
CLOSING_UP = tuple(
    Span(Kind.LABEL, text) for text in (sheet.NEXT, sheet.TITLE, sheet.NUMBER_ENDS, sheet.UNTIL)
)


class Role(StrEnum):
    """What the paragraphs of a group are to each other."""

    HEAD = "head"
    FACTS = "facts"
    PEOPLE = "people"
    ITEM = "item"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    ATTACHMENTS = "attachments"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs that belong together. A part is an attachment reproduced in full, with all that it holds."""

    role: Role
    content: "Sheet"


Sheet = tuple[Block | Group, ...]


def words(value: Any) -> str:
    """A field's value as it is printed."""
    if isinstance(value, datetime):
        return danish.moment(value)
    if isinstance(value, date):
        return danish.day(value)
    if isinstance(value, time):
        return danish.clock(value)
    return danish.KINDS[value] if value in danish.KINDS else str(value)


def label(text: str) -> Span:
    """One of our own words."""
    return Span(Kind.LABEL, text)


def value(text: str) -> Span:
    """What a field says."""
    return Span(Kind.VALUE, text)


def paragraphs(style: Style, *lead: Span, text: str | None) -> Iterator[Block]:
    """A text's paragraphs, the first of them after the lead."""
    first, *rest = map(value, text.split("\n")) if text else [None]
    if spans := (*lead, *filter(None, [first])):
        yield Block(style, spans)
    for paragraph in rest:
        if paragraph:
            yield Block(style, (paragraph,))


def paragraphs_of(style: Style, name: str, text: str | None) -> Iterator[Block]:
    """A labelled text, where there is one."""
    if text is not None:
        yield from paragraphs(style, label(name), text=text)


def spaced(spans: tuple[Span, ...]) -> Iterator[tuple[Span, str]]:
    """Each span with its text and the space that follows it; a comma, colon or dash closes up to a value."""
    for span, following in zip(spans, (*spans[1:], None), strict=True):
        is_value = span.kind is Kind.VALUE
        closes_up = is_value and following is not None and following in CLOSING_UP
        is_dash = span == label(sheet.UNTIL)
        yield span, span.text if following is None or closes_up or is_dash else f"{span.text} "


def plain(block: Block) -> str:
    """What a paragraph says, labels and values alike."""
    return "".join(text for _, text in spaced(block.spans))


def caption(text: str) -> Block:
    """A heading of ours over a list."""
    return Block(Style.CAPTION, (label(text),))


def group(role: Role, content: Iterable[Block | Group]) -> Iterator[Group]:
    """The group, where there is anything in it."""
    if held := tuple(content):
        yield Group(role, held)


def facts(of: Any, fields: Iterable[str]) -> Iterator[Block]:
    """Those of the fields that hold anything, each after its label; an end stands with its beginning."""
    labels = {field: name for name, field in FACTS[type(of)].items()}
    for field in fields:
        held = getattr(of, "from_" if field == "from" else field)
        if field == "starts_at" and held:
            yield Block(Style.FACT, (label(labels[field]), value(words(held)), *_until(held, of.ends_at)))
        elif held is not None and not (field == "ends_at" and _until(of.starts_at, held)):
            yield from paragraphs(Style.FACT, label(labels[field]), text=words(held))


def _until(start: Any, end: Any) -> tuple[Span, ...]:
    """The clock of an end on the day of its beginning: "–18.30"."""
    if start is None or end is None or (isinstance(start, datetime) and start.date() != end.date()):
        return ()
    return (label(sheet.UNTIL), value(danish.clock(end)))
