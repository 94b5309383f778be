"""What must not get out: closed items without a ground, closed text, personal numbers."""

from collections.abc import Iterator

from raadslag.record.checks.naming import capital, name_of, name_of_attachment
from raadslag.record.checks.texts import texts
from raadslag.record.meeting import Item, MeetingRecord
from raadslag.record.personal_numbers import personal_numbers
from raadslag.record.words import Part


def closed_without_ground(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    for at, item in enumerate(record.items):
        if item.part is Part.CLOSED and not item.closed_ground:
            yield f"items[{at}].closed_ground", f"{capital(name_of(item))} er lukket uden en begrundelse."


def closed_text_shown(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """A closed item's number, title, ground and decision may be shown; its texts and attachments not."""
    for at, item in enumerate(record.items):
        closed = item.part is Part.CLOSED
        if closed and has_text(item):
            name = capital(name_of(item))
            yield f"items[{at}]", f"{name} er lukket, men teksten er med og må ikke offentliggøres."
        for beside, attachment in enumerate(item.attachments):
            if (closed or attachment.part is Part.CLOSED) and (
                attachment.text or attachment.paper or attachment.record
            ):
                name = capital(name_of_attachment(attachment))
                sentence = (
                    f"{name} til {name_of(item)} er lukket, men teksten er med og må ikke offentliggøres."
                )
                yield f"items[{at}].attachments[{beside}]", sentence


def has_text(item: Item) -> bool:
    return bool(item.purpose or item.recommendation or any(section.text for section in item.sections))


def personal_number(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """The sentence does not repeat the number."""
    for path, text in texts(record):
        found = len(list(personal_numbers(text)))
        if found:
            number = "et personnummer" if found == 1 else f"{found} personnumre"
            yield path, f"Teksten ser ud til at indeholde {number} (cpr). Det må ikke offentliggøres."
