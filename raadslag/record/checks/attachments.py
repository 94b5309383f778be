"""The items' attachments."""

from collections.abc import Iterator
from operator import attrgetter

from raadslag.record.checks.naming import capital, name_of, name_of_attachment
from raadslag.record.meeting import Attachment, Item, MeetingRecord
from raadslag.record.words import Part


def at_hand(attachment: Attachment) -> bool:
    """Whether the record knows more of the attachment than its name."""
    return any((attachment.sha256, attachment.text, attachment.pages, attachment.paper, attachment.record))


def attachment_not_present(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """One finding for each, or one for all of a document that only lists its attachments.

    A closed one is not missed: what is open to the public never has it.
    """
    named = [
        (f"items[{at}].attachments[{beside}]", item, attachment)
        for at, item in enumerate(record.items)
        for beside, attachment in enumerate(item.attachments)
        if attachment.part is Part.OPEN
    ]
    missing = [each for each in named if not at_hand(each[2])]
    if len(missing) == len(named) > 1:
        yield "items", f"Ingen af de {len(named)} bilag, der er nævnt, er med."
        return
    for path, item, attachment in missing:
        name = capital(name_of_attachment(attachment))
        yield path, f"{name} til {name_of(item)} er nævnt, men er ikke med."


def attachments_alike(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    for at, item in enumerate(record.items):
        for path, sentence in alike(item):
            yield f"items[{at}].{path}", sentence


def alike(item: Item) -> Iterator[tuple[str, str]]:
    for field, what in (("number", "nummer"), ("title", "navn")):
        seen: set[str] = set()
        for beside, value in enumerate(map(attrgetter(field), item.attachments)):
            key = " ".join((value or "").casefold().split())
            if key in seen:
                sentence = f"To bilag til {name_of(item)} har samme {what}: »{value}«."
                yield f"attachments[{beside}].{field}", sentence
            if key:
                seen.add(key)
