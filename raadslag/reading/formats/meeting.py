"""A tree of a meeting's lines becomes its record."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from raadslag.reading.account import Account
from raadslag.reading.attachment_list import media_type
from raadslag.reading.document import Line
from raadslag.reading.formats.family import Found, Nest, inside
from raadslag.reading.formats.head import Head, HeadReader
from raadslag.reading.formats.stamps import Part as Sheets
from raadslag.reading.formats.tree import ItemNode, MeetingNode
from raadslag.reading.furniture import sweep
from raadslag.reading.item_body import ItemReader, Meeting
from raadslag.reading.layout import Setting, opens_page
from raadslag.reading.prose import paragraphs, text_of
from raadslag.record import Attachment, Item, MeetingRecord, Part, Stage


class MeetingReader:
    """Reads one meeting of a tree; `nest` reads what its attachments hold."""

    def __init__(
        self, account: Account, setting: Setting, nest: Nest, closed_titles: Sequence[str] = ()
    ) -> None:
        self.account = account
        self.setting = setting
        self.nest = nest
        self.closed_titles = frozenset(closed_titles)

    def read(self, node: MeetingNode, path: str) -> MeetingRecord:
        """The record of a meeting that stands at `path`."""
        head = HeadReader(self.account, f"{path}." if path else "").read(node.head)
        stage = head.stage or _stage_of(node)
        meeting = Meeting(
            head.body, head.starts_at.date() if head.starts_at else None, stage is Stage.MINUTES
        )
        items = tuple(
            self._item(each, inside(path, f"items[{at}]"), meeting) for at, each in enumerate(node.items)
        )
        return record_of(head, stage, items)

    def _item(self, node: ItemNode, path: str, meeting: Meeting) -> Item:
        self.account.value(node.heading_lines, f"{path}.title")
        self.account.value(node.decision_heading, f"{path}.decision")
        part = Part.CLOSED if node.heading.title in self.closed_titles else node.part
        item = Item(number=node.heading.number, title=node.heading.title or "Lukket punkt", part=part)
        reader = ItemReader(self.account, path, self.setting, meeting)
        own, loose = self._own(node.text)
        if node.decision is None:
            item = reader.read(item, own)
        else:
            item = reader.read(item, node.body)
            if found := paragraphs(own, self.setting):
                item = replace(item, decision=reader.decide(found))
        for attach in (self._meetings(node), self._stamped(node), loose):
            item = attach(item, path)
        return item

    def _own(self, lines: Sequence[Line]) -> tuple[Sequence[Line], Callable[[Item, str], Item]]:
        """An item's own lines, and what adds the pages after them that are a document of their own."""
        pages = [at for at in range(1, len(lines)) if opens_page(lines, at)]
        for at in pages:
            if self._is_document(lines[at:]):
                return lines[:at], lambda item, path: self._attach(item, path, lines[at:], None, None)
        return lines, lambda item, path: item

    def _is_document(self, lines: Sequence[Line]) -> bool:
        scratch = Account(self.account.document)
        found = self.nest(lines, scratch, "")
        return found.paper is not None or found.record is not None

    def _meetings(self, node: ItemNode) -> Callable[[Item, str], Item]:
        def attach(item: Item, path: str) -> Item:
            for inner in node.meetings:
                at = f"{path}.attachments[{len(item.attachments)}]"
                record = self.read(inner, f"{at}.record")
                made = Attachment(title=record.body or item.title, record=record)
                item = replace(item, attachments=(*item.attachments, made))
            return item

        return attach

    def _stamped(self, node: ItemNode) -> Callable[[Item, str], Item]:
        def attach(item: Item, path: str) -> Item:
            for sheets in node.stamped:
                item = self._sheets(item, path, sheets)
            return item

        return attach

    def _sheets(self, item: Item, path: str, sheets: Sheets) -> Item:
        assert sheets.stamp is not None
        return self._attach(item, path, sheets.lines, sheets.stamp.number, sheets.stamp.title)

    def _attach(
        self, item: Item, path: str, lines: Sequence[Line], number: str | None, title: str | None
    ) -> Item:
        """The item with an attachment read from its pages; one that its list names already is filled in."""
        listed = [at for at, each in enumerate(item.attachments) if title and _is_listed(each, number, title)]
        at = listed[0] if listed else len(item.attachments)
        known = item.attachments[at] if listed else None
        made = self._attachment(lines, f"{path}.attachments[{at}]", number, title, known)
        return replace(item, attachments=(*item.attachments[:at], made, *item.attachments[at + 1 :]))

    def _attachment(
        self,
        lines: Sequence[Line],
        path: str,
        number: str | None,
        title: str | None,
        known: Attachment | None,
    ) -> Attachment:
        kept = sweep(lines, self.account)
        found = self.nest(kept, self.account, path)
        text = text_of(kept)
        self.account.value(kept, f"{path}.text")
        base = known or Attachment(number=number, title=title or _name_of(found))
        return replace(
            base,
            media_type=media_type(title) if title else None,
            pages=_pages(lines),
            text=text or None,
            paper=found.paper,
            record=found.record,
        )


def record_of(head: Head, stage: Stage, items: tuple[Item, ...]) -> MeetingRecord:
    """The record that a head and its items make."""
    return MeetingRecord(
        authority=head.authority,
        body=head.body,
        term=head.term,
        stage=stage,
        supplement=head.supplement,
        starts_at=head.starts_at,
        ends_at=head.ends_at,
        place=head.place,
        chair=head.chair,
        minute_taker=head.minute_taker,
        notes=tuple(head.notes),
        attendance=tuple(head.attendance),
        items=items,
    )


def _stage_of(node: MeetingNode) -> Stage:
    """Minutes where any item has been decided."""
    return Stage.MINUTES if any(item.decision for item in node.items) else Stage.AGENDA


def _name_of(found: Found) -> str:
    if found.paper and found.paper.title:
        return found.paper.title
    if found.record and found.record.body:
        return found.record.body
    return "Bilag uden navn"


def _is_listed(known: Attachment, number: str | None, title: str) -> bool:
    return known.number == number and known.title.casefold()[:20] == title.casefold()[:20]


def _pages(lines: Sequence[Line]) -> int | None:
    """How many pages the lines stand on; None in a document without pages."""
    return len({line.page for line in lines}) if any(line.size for line in lines) else None
