"""What the places of a record are called; what it and the files at its places are known by."""

from collections.abc import Iterable
from hashlib import sha256

from raadslag.record import Item, MeetingRecord, to_json


def name_of(record: MeetingRecord, place: tuple[int, int]) -> str:
    """What people call the attachment: "punkt 3, bilag Kort.pdf"."""
    item = record.items[place[0]]
    return f"{item_name(item)}, bilag {item.attachments[place[1]].title}"


def item_name(item: Item) -> str:
    return f"punkt {item.number or item.title}"


def fingerprints(record: MeetingRecord) -> Iterable[tuple[tuple[int, int], str]]:
    """The SHA-256 of each attachment that has a file."""
    for number, item in enumerate(record.items):
        for inner, attachment in enumerate(item.attachments):
            if attachment.sha256:
                yield (number, inner), attachment.sha256


def fingerprint(record: MeetingRecord) -> str:
    """The SHA-256 of the record as it is published."""
    return sha256(to_json(record).encode()).hexdigest()
