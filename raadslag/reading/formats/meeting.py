"""A tree of a meeting's lines becomes its record."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from raadslag.reading.account import Account
from raadslag.reading.document import Line
from raadslag.reading.formats.attached import Attacher
from raadslag.reading.formats.family import Nest, inside
from raadslag.reading.formats.head import Head, HeadReader
from raadslag.reading.formats.stamps import Part as Sheets
from raadslag.reading.formats.tree import ItemNode, MeetingNode
from raadslag.reading.item_body import ItemReader, Meeting
from raadslag.reading.layout import Setting, opens_page
from raadslag.reading.prose import paragraphs
from raadslag.record import Attachment, Item, MeetingRecord, Part, Stage

UNTITLED = "Lukket punkt"


class MeetingReader:
    """Reads one meeting of a tree; `nest` reads what its attachments hold."""

    def __init__(
        self, account: Account, setting: Setting, nest: Nest, closed_titles: Collection[str] = ()
    ) -> None:
        self.account = account
        self.setting = setting
        self.nest = nest
        self.attacher = Attacher(account, nest)
        self.closed_titles = closed_titles

    def read(self, node: MeetingNode, path: str) -> MeetingRecord:
        """The record of a meeting that stands at `path`."""
        head = HeadReader(self.account, f"{path}." if path else "", self.setting).read(node.head)
        on = head.starts_at.date() if head.starts_at else None
        meeting = Meeting(head.body, on, decided=head.stage is not Stage.AGENDA)
        items = [
            self._item(each, inside(path, f"items[{at}]"), meeting) for at, each in enumerate(node.items)
        ]
        decided = any(item.decision for item in items)
        return record_of(head, head.stage or (Stage.MINUTES if decided else Stage.AGENDA), tuple(items))

    def _item(self, node: ItemNode, path: str, meeting: Meeting) -> Item:
        self.account.value(node.heading_lines, f"{path}.title")
        self.account.value(node.decision_heading, f"{path}.decision")
        own, loose = (node.body, ()) if node.decision is None else self._own(node.decision)
        item = self._text(node, own, ItemReader(self.account, path, self.setting, meeting))
        for inner in node.meetings:
            at = f"{path}.attachments[{len(item.attachments)}]"
            record = self.read(inner, f"{at}.record")
            made = Attachment(title=record.body or item.title, record=record)
            item = replace(item, attachments=(*item.attachments, made))
        for part in (*node.stamped, *loose):
            item = self.attacher.add(item, path, part)
        return item

    def _text(self, node: ItemNode, own: Sequence[Line], reader: ItemReader) -> Item:
        """The item as far as its own lines go."""
        part = Part.CLOSED if node.heading.title in self.closed_titles else node.part
        item = Item(number=node.heading.number, title=node.heading.title or UNTITLED, part=part)
        if node.decision is None:
            return reader.read(item, own)
        item = reader.read(item, node.body)
        found = paragraphs(own, self.setting)
        return replace(item, decision=reader.decide(found)) if found else item

    def _own(self, lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Sheets, ...]]:
        """An item's own lines, and the pages after them that are a document of their own though unstamped."""
        for at in range(1, len(lines)):
            if opens_page(lines, at) and self._is_document(lines[at:]):
                pages = frozenset(line.page for line in lines[at:])
                return lines[:at], (Sheets(tuple(lines[at:]), pages=pages),)
        return lines, ()

    def _is_document(self, lines: Sequence[Line]) -> bool:
        scratch = Account(self.account.document)
        found = self.nest(lines, scratch, "")
        return found.paper is not None or found.record is not None


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
