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
        return replace(
            known or _named(part.stamp, found),
            media_type=media_type(part.stamp.title) if part.stamp else None,
            pages=len(pages) or None,
            text=text_of(kept) or None,
            paper=found.paper,
            record=found.record,
        )


def _named(stamp: Stamp | None, found: Found) -> Attachment:
    """An attachment called what its stamp says, else what it calls itself."""
    if stamp:
        return Attachment(number=stamp.number, title=stamp.title)
    title = (found.paper and found.paper.title) or (found.record and found.record.body)
    return Attachment(title=title or UNNAMED)


def _listed_at(item: Item, stamp: Stamp | None) -> int:
    """The place of the attachment that a stamp speaks of in the item's list, or the place after the last."""
    if stamp is None:
        return len(item.attachments)
    start = stamp.title.casefold()[:20]
    named = [each.number == stamp.number and each.title.casefold()[:20] == start for each in item.attachments]
    return named.index(True) if any(named) else len(named)


def _is_paged(document: Document) -> bool:
    return any(page.height for page in document.pages)
