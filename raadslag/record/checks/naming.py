"""How the checks' sentences name things."""

import re

from raadslag.record.meeting import Attachment, Item, MeetingRecord

STEP = re.compile(r"(items|attachments)\[(\d+)\]")


def name_of(item: Item) -> str:
    """An item inside a sentence: "punkt 3", or "punktet »Evt.«" where it has no number."""
    return f"punkt {item.number}" if item.number else f"punktet »{item.title}«"


def name_of_attachment(attachment: Attachment) -> str:
    """An attachment inside a sentence: "bilag 1 »Kort«", or "bilaget »Kort«"."""
    return (
        f"bilag {attachment.number} »{attachment.title}«"
        if attachment.number
        else f"bilaget »{attachment.title}«"
    )


def capital(sentence: str) -> str:
    """The sentence with a capital first letter, and the rest left alone."""
    return sentence[:1].upper() + sentence[1:]


def count(number: int, one: str, many: str) -> str:
    """ "1 minut", "45 minutter"."""
    return f"{number} {one if number == 1 else many}"


def position(path: str) -> list[int]:
    """Where in the document a path leads, to sort by: the whole meeting before its items."""
    return [int(at) for _, at in STEP.findall(path)]


def place(record: MeetingRecord, path: str) -> str:
    """A path in the record as a person says it: "Punkt 5, bilag 1, punkt 7", or "Hele mødet"."""
    words: list[str] = []
    item: Item | None = None
    for kind, at in STEP.findall(path):
        if kind == "items":
            item = record.items[int(at)]
            words.append(name_of(item))
        elif item is not None:
            attachment = item.attachments[int(at)]
            words.append(
                name_of_attachment(attachment).split(" »")[0]
                if attachment.number
                else name_of_attachment(attachment)
            )
            record = attachment.record or record
    return capital(", ".join(words)) or "Hele mødet"
