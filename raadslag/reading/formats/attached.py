"""The attachments whose own pages a document holds: their text, and what they are as data."""

from dataclasses import dataclass, replace

from raadslag.reading.account import Account
from raadslag.reading.attachment_list import media_type
from raadslag.reading.document import Document
from raadslag.reading.formats.family import Found, Nest
from raadslag.reading.formats.stamps import Part, Stamp
from raadslag.reading.furniture import sweep
from raadslag.reading.prose import text_of
from raadslag.record import Attachment, Item

UNNAMED = "Bilag uden navn"


@dataclass(frozen=True, slots=True)
class Attacher:
    """Adds attachments to items; `nest` reads what their pages hold."""

    account: Account
    nest: Nest

    def add(self, item: Item, path: str, part: Part) -> Item:
        """The item at `path` with an attachment of its own pages; one that its list names is filled in."""
        at = _listed_at(item, part.stamp)
        known = item.attachments[at] if at < len(item.attachments) else None
        made = self._read(part, f"{path}.attachments[{at}]", known)
        return replace(item, attachments=(*item.attachments[:at], made, *item.attachments[at + 1 :]))

    def _read(self, part: Part, path: str, known: Attachment | None) -> Attachment:
        kept = sweep(part.lines, self.account)
        found = self.nest(kept, self.account, path)
        self.account.value(kept, f"{path}.text")
        pages = part.pages if _is_paged(self.account.document) else frozenset()
        self.account.attachment(path, pages)
        stamp = part.stamp
        base = known or Attachment(number=stamp and stamp.number, title=stamp.title if stamp else _name_of(found))
        return replace(
            base,
            media_type=media_type(stamp.title) if stamp else None,
            pages=len(pages) or None,
            text=text_of(kept) or None,
            paper=found.paper,
            record=found.record,
        )


def _listed_at(item: Item, stamp: Stamp | None) -> int:
    """The place of the attachment that a stamp speaks of in the item's list, or the place after the last."""
    for at, known in enumerate(item.attachments):
        if stamp and known.number == stamp.number and known.title.casefold()[:20] == stamp.title.casefold()[:20]:
            return at
    return len(item.attachments)


def _name_of(found: Found) -> str:
    named = (found.paper and found.paper.title) or (found.record and found.record.body)
    return named or UNNAMED


def _is_paged(document: Document) -> bool:
    return any(page.height for page in document.pages)
