"""The words of what is closed in a record, to be known again wherever they turn up."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from raadslag.publishing.public_record import public_record
from raadslag.publishing.texts import texts_of
from raadslag.record import Item, MeetingRecord, Part

# Eight words in a row are hardly ever the same by chance. A whole passage of four to seven is compared too.
LONG, SHORT = 8, 4
WORD = re.compile(r"\w+")
BROKEN_WORD = re.compile(r"(?<=[a-zæøå])[-\u00ad\u2010\ufffe]\s*\n\s*(?=[a-zæøå])")

Run = tuple[str, ...]


class ClosedWords:
    """Runs of words that stand in a record's closed items, closed attachments, and notes on closed items.

    What is open as well is no secret: a long run that two or more open items share (a phrase of the
    trade), a short one that any has, and the titles and grounds of the closed items.
    """

    def __init__(self, record: MeetingRecord) -> None:
        public = public_record(record)
        titles = [text for item in public.items if item.part is Part.CLOSED for text in texts_of(item)]
        open_items = [[*texts_of(item)] for item in public.items if item.part is Part.OPEN]
        self._origins: dict[int, dict[Run, str]] = {}
        for origin, text in closed_passages(record):
            words = words_of(text)
            length = min(LONG, len(words))
            if length >= SHORT:
                self._origins.setdefault(length, {}).update(dict.fromkeys(runs(words, length), origin))
        for length, origins in self._origins.items():
            shared = Counter(run for texts in open_items for run in runs_in(texts, length))
            enough = 2 if length == LONG else 1
            known = {run for run, count in shared.items() if count >= enough} | runs_in(titles, length)
            for run in known & origins.keys():
                del origins[run]

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Closed words in the text, the first of each origin: the origin in Danish, and the words."""
        words = words_of(text)
        told: set[str] = set()
        for length, origins in self._origins.items():
            for run in runs(words, length):
                origin = origins.get(run)
                if origin and origin not in told:
                    told.add(origin)
                    yield origin, " ".join(run)


def words_of(text: str) -> list[str]:
    """The words in small letters, those broken over two lines made whole."""
    return WORD.findall(BROKEN_WORD.sub("", text.casefold()).replace("\u00ad", ""))


def runs(words: list[str], length: int) -> Iterator[Run]:
    """Every run of so many words."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def runs_in(texts: Iterable[str], length: int) -> set[Run]:
    """Every run of so many words in the texts."""
    return {run for text in texts for run in runs(words_of(text), length)}


def closed_passages(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    """Every text that publishing takes out for being closed, with a Danish name of where it stood."""
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
    for attachment in item.attachments:
        inside = f"{origin}, bilag {attachment.number or attachment.title}"
        if attachment.part is Part.CLOSED:
            yield from ((inside, text) for text in texts_of(attachment))
        elif attachment.record is not None:
            yield from ((f"{inside}, {place}", text) for place, text in closed_passages(attachment.record))
