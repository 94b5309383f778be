"""The record as a PDF, set by Typst: tagged, archivable (PDF/A-3a, PDF/UA-1), its JSON inside."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

import typst

from raadslag.record import MeetingRecord, to_json
from raadslag.record.sheet import FURNITURE_SIZES, SIZES, TWIN, Block, Kind, Style
from raadslag.writing import fonts
from raadslag.writing.line_breaks import Look, has_long_word, pieces
from raadslag.writing.normal import UNSHOWN, amended, normal
from raadslag.writing.paragraphs import Group, Role, plain, spaced
from raadslag.writing.setting import set_out, title_of

# which item, and which of its attachments, both counted from 0
Place: TypeAlias = tuple[int, int]

TEMPLATE = Path(__file__).parent / "templates" / "record.typ"

# heading levels within a meeting; what is inside an attachment begins three levels down
LEVELS = {
    Style.PART: 0,
    Style.STAGE: 1,
    Style.PAPER: 1,
    Style.ITEM: 2,
    Style.PAPER_HEADING: 2,
    Style.DECISION: 3,
    Style.HEADING: 3,
}
LEVELS_OF_A_MEETING = 3
OUTLINED = frozenset({Style.ITEM, Style.PART})
TITLES = frozenset({Style.BODY, Style.ITEM, Style.PART, Style.HEADING, Style.PAPER, Style.PAPER_HEADING})


def write(
    record: MeetingRecord,
    *,
    attachment_links: Mapping[Place, str] = MappingProxyType({}),
    pages_after: int = 0,
    item_pages: Sequence[int] | None = None,
    total: int | None = None,
    draft: bool = False,
) -> bytes:
    """The PDF. The same record gives the same bytes.

    In a pack, `attachment_links` are the addresses that the listed attachments link to, and `pages_after`
    how many pages follow; "side 1 af 9" counts them too. With `item_pages` each item begins a page, which
    has the number given for it; `total` is then what the pages are "af". A draft says so on every page.
    """
    plain_record = normal(record)
    text = to_json(plain_record)
    has_every_character = fonts.characters().issuperset(map(ord, set(text)))
    shown = plain_record if has_every_character else amended(plain_record, _printable_line)
    sheet = _sheet(shown, attachment_links) | {"pages_after": pages_after, "total": total, "draft": draft}
    for place, item in enumerate(sheet["items"]):
        item["page"] = item_pages[place] if item_pages is not None else None
    inputs = {"sheet": json.dumps(sheet, ensure_ascii=False), "record": text}
    pdf = _compiler().compile(
        input=TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=["a-3a", "ua-1"],
        timestamp=_made_at(record),
    )
    assert isinstance(pdf, bytes)
    return pdf


def printable(record: MeetingRecord) -> MeetingRecord:
    """The record as it is printed: in normal form, with a □ for each character that no font of ours has."""
    return amended(normal(record), _printable_line)


def _printable_line(text: str) -> str:
    return "".join(each if ord(each) in fonts.characters() else UNSHOWN for each in text)


@cache
def _compiler() -> typst.Compiler:
    """Made once: it keeps the fonts and what it has set before."""
    own = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts.FOLDER)]
    )
    return typst.Compiler(b"", font_paths=own, root=str(TEMPLATE.parent))


def _made_at(record: MeetingRecord) -> datetime:
    """The meeting's own time: a file must say when it was made, and the same record gives the same file."""
    moment = record.starts_at or datetime(2000, 1, 1)
    return max(moment, datetime(1970, 1, 1)).replace(tzinfo=UTC)


def _sheet(record: MeetingRecord, links: Mapping[Place, str]) -> dict[str, Any]:
    """What the template needs, as plain data."""
    title = title_of(record)
    content = list(_Setter(links).content(set_out(record), depth=0, in_item=False))
    items = [part for part in content if part.get("role") == Role.ITEM]
    return {
        "title": title,
        "author": record.authority or record.body or "Rådslag",
        "description": " · ".join(filter(None, (record.authority, title))),
        "running": " · ".join(filter(None, (record.authority, title))),
        "furniture": FURNITURE_SIZES["page header and footer"],
        "contents": FURNITURE_SIZES["contents"],
        "has_contents": len(items) > 1,
        "front": [part for part in content if part not in items],
        "items": items,
    }


class _Setter:
    """Sets groups as {role, content} and paragraphs as {style, level, inner, plain, link, spans}.

    Each span gets the size that says what it is; see `record.sheet.SIZES`.
    """

    def __init__(self, links: Mapping[Place, str]) -> None:
        self._links = links
        self._place = (-1, -1)
        self._before = (0.0, Kind.LABEL)
        self._twin = 0.0

    def content(
        self, parts: Iterable[Block | Group], *, depth: int, in_item: bool
    ) -> Iterator[dict[str, Any]]:
        for part, following in pairwise((*parts, None)):
            if isinstance(part, Block):
                yield self._block(part, depth, in_item) | {"stays": _is_file(following)}
                continue
            assert part is not None
            is_part = part.role is Role.PART
            inside = self.content(
                part.content,
                depth=depth + 1 if is_part else depth,
                in_item=not is_part and (in_item or part.role is Role.ITEM),
            )
            yield {"role": part.role, "content": list(inside)}

    def _block(self, block: Block, depth: int, in_item: bool) -> dict[str, Any]:
        level = LEVELS.get(block.style, 3 if in_item else 2)
        return {
            "style": block.style,
            "level": LEVELS_OF_A_MEETING * depth + level,
            "inner": depth > 0,
            "link": None if depth else self._link(block.style),
            "plain": plain(block) if block.style in OUTLINED else None,
            "spans": [self._span(block.style, span.kind, text, depth) for span, text in spaced(block.spans)],
        }

    def _link(self, style: Style) -> str | None:
        """The address of an attachment in the list of its item."""
        item, attachment = self._place
        if style is Style.ITEM:
            self._place = (item + 1, -1)
        elif style is Style.ATTACHMENT:
            self._place = (item, attachment + 1)
            return self._links.get(self._place)
        return None

    def _span(self, style: Style, kind: Kind, text: str, depth: int) -> dict[str, Any]:
        base = SIZES[style][-1 if depth else 0]
        self._twin = TWIN - self._twin if self._before == (base, kind) else 0.0
        self._before = (base, kind)
        size = round(base + self._twin, 1)
        if kind is Kind.LABEL:
            return {"label": True, "size": size, "text": text}
        return {
            "label": False,
            "size": size,
            "text": _pieces(text, base),
            "hyphenate": style not in TITLES or has_long_word(text, base),
        }


def _is_file(part: Block | Group | None) -> bool:
    """Whether it says of the attachment before it what its file is; the two stay on one page."""
    return isinstance(part, Block) and part.style is Style.FILE


def _pieces(text: str, size: float) -> str | list[tuple[Look, list[str]]]:
    """The text as it is, where it has nothing but plain words."""
    found = pieces(text, size)
    return text if all(look is Look.PLAIN for look, _ in found) else found
