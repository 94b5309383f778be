"""The words of what is closed in a record, to be known again wherever they turn up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from raadslag.publishing.phrases import Phrases
from raadslag.publishing.public_record import own_titles, public_record
from raadslag.publishing.said_openly import SaidOpenly
from raadslag.publishing.texts import texts_of
from raadslag.record import Attachment, Item, MeetingRecord, Part


@dataclass(frozen=True, slots=True)
class Passage:
    """A closed text. `origin` is a Danish name of where it stood, with nothing closed in it; `is_title` tells
    that it is the own title of a closed item, `is_file` that it is all that an attachment says."""

    origin: str
    text: str
    is_title: bool = False
    is_file: bool = False


def closed_phrases(record: MeetingRecord, known: tuple[str, ...] = ()) -> Phrases:
    """Runs of words that stand in a record's closed items, closed attachments, and notes on closed items.

    What everybody says is no secret: the public titles and grounds of the closed items, and the wordings in
    `known`. Nor is what open items say too, as far as `SaidOpenly` goes.
    """
    public = public_record(record)
    titles = [text for item in public.items if item.part is Part.CLOSED for text in texts_of(item)]
    open_items = [[*texts_of(item)] for item in public.items if item.part is Part.OPEN]
    openly, phrases = SaidOpenly((*titles, *known), open_items), Phrases()
    for passage in closed_passages(record):
        if passage.is_title:
            phrases.add(passage.origin, openly.telling_of_title(passage.text))
        else:
            phrases.add(passage.origin, openly.telling_of(passage.text, is_file=passage.is_file))
    return phrases


def closed_passages(record: MeetingRecord) -> Iterator[Passage]:
    """Every text that publishing takes out for being closed."""
    public = public_record(record)
    for note in set(record.notes) - set(public.notes):
        yield Passage("en bemærkning om et lukket punkt", note)
    for item, shown in zip(record.items, public.items, strict=True):
        origin = f"punkt {item.number or item.title}"
        if item.part is Part.CLOSED:
            kept, own = set(texts_of(shown)), own_titles(item)
            yield from (Passage(origin, title, is_title=True) for title in own if title not in kept)
            said = (text for text in texts_of(replace(item, attachments=())) if text not in {*kept, *own})
            yield from (Passage(origin, text) for text in said)
            for attachment in item.attachments:
                yield from (each for each in of_attachment(origin, attachment) if each.text not in kept)
        else:
            yield from closed_in_attachments(item, origin)


def closed_in_attachments(item: Item, origin: str) -> Iterator[Passage]:
    """The closed texts in an open item's attachments."""
    for place, attachment in enumerate(item.attachments, 1):
        inside = f"{origin}, bilag {attachment.number or place}"
        if attachment.part is Part.CLOSED:
            yield from of_attachment(inside, attachment)
        elif attachment.record is not None:
            for passage in closed_passages(attachment.record):
                yield replace(passage, origin=f"{inside}, {passage.origin}")


def of_attachment(origin: str, attachment: Attachment) -> Iterator[Passage]:
    """Everything a closed attachment says."""
    if attachment.text:
        yield Passage(origin, attachment.text, is_file=True)
    yield from (Passage(origin, text) for text in texts_of(replace(attachment, text=None)))
