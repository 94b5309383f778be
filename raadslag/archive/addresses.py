"""The parts of an address, in Danish words that say what they are. Pure, and the same every time."""

import re
import unicodedata
from collections.abc import Iterable

from raadslag.record import Attachment, Item, MeetingRecord, Stage

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
LONGEST = 80


def slug(text: str) -> str:
    """The text as a word of an address: "Børn & Unge" is "boern-unge". May be ""."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(LETTERS)
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:LONGEST].rstrip("-")


def document_slug(record: MeetingRecord) -> str:
    """ "dagsorden", "referat", or "tillaegsdagsorden-1" and "tillaegsreferat-1" for a supplement."""
    name = {Stage.AGENDA: "dagsorden", Stage.MINUTES: "referat"}[record.stage]
    return name if record.supplement is None else f"tillaegs{name}-{record.supplement}"


def item_slugs(items: Iterable[Item]) -> tuple[str, ...]:
    """ "punkt-2" for the item numbered 2; order tells those apart that share a number or have none."""
    return told_apart(f"punkt-{slug(item.number or '') or 'uden-nummer'}" for item in items)


def attachment_slugs(attachments: Iterable[Attachment]) -> tuple[str, ...]:
    """ "bilag-1" for the attachment numbered 1, or standing first where it has no number; "indstilling" for
    one of that title without a number, where another has the number of its place."""
    listed = list(attachments)
    numbers = {slug(each.number or "") for each in listed}
    return told_apart(attachment_slug(each, place, numbers) for place, each in enumerate(listed, 1))


def attachment_slug(attachment: Attachment, place: int, numbers: set[str]) -> str:
    if number := slug(attachment.number or ""):
        return f"bilag-{number}"
    title = slug(attachment.title) if str(place) in numbers else ""
    return title or f"bilag-{place}"


def told_apart(slugs: Iterable[str]) -> tuple[str, ...]:
    """The same slugs, with "-2", "-3" … after those that are taken."""
    taken: list[str] = []
    for wanted in slugs:
        free, count = wanted, 1
        while free in taken:
            count += 1
            free = f"{wanted}-{count}"
        taken.append(free)
    return tuple(taken)
