"""The words of what is closed in a record, to be known again wherever they turn up."""

from collections import Counter
from collections.abc import Iterator

from raadslag.publishing.phrases import LONG, SHORT, Phrases, runs_in, whole_or_long, words_of
from raadslag.publishing.public_record import public_record
from raadslag.publishing.texts import texts_of
from raadslag.record import Item, MeetingRecord, Part


def closed_phrases(record: MeetingRecord, known: tuple[str, ...] = ()) -> Phrases:
    """Runs of words that stand in a record's closed items, closed attachments, and notes on closed items.

    What is open as well is no secret: a long run that two or more open items share (a phrase of the
    trade), a short one that any has, the titles and grounds of the closed items, and the wordings in
    `known`, which everybody uses.
    """
    public = public_record(record)
    titles = [text for item in public.items if item.part is Part.CLOSED for text in texts_of(item)]
    open_items = [[*texts_of(item)] for item in public.items if item.part is Part.OPEN]
    shared = Counter(run for texts in open_items for run in runs_in(texts, LONG))
    phrases = {run for run, count in shared.items() if count > 1} | whole_or_long((*titles, *known))
    passages = list(closed_passages(record))
    said = [*titles, *known, *(text for texts in open_items for text in texts)]
    short = {len(words_of(text)) for _, text in passages} & {*range(SHORT, LONG)}
    return Phrases(passages, phrases, {run for length in short for run in runs_in(said, length)})


def closed_passages(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """Every text that publishing takes out for being closed, with a Danish name of where it stood.

    The name holds nothing that is closed itself.
    """
    public = public_record(record)
    for note in set(record.notes) - set(public.notes):
        yield "en bemærkning om et lukket punkt", note
    for item, shown in zip(record.items, public.items, strict=True):
        origin = f"punkt {item.number or item.title}"
        if item.part is Part.CLOSED:
            kept = set(texts_of(shown))
            yield from ((origin, text) for text in texts_of(item) if text not in kept)
        else:
            yield from closed_in_attachments(item, origin)


def closed_in_attachments(item: Item, origin: str) -> Iterator[tuple[str, str]]:
    """The closed texts in an open item's attachments."""
    for place, attachment in enumerate(item.attachments, 1):
        inside = f"{origin}, bilag {attachment.number or place}"
        if attachment.part is Part.CLOSED:
            yield from ((inside, text) for text in texts_of(attachment))
        elif attachment.record is not None:
            yield from ((f"{inside}, {name}", text) for name, text in closed_passages(attachment.record))
