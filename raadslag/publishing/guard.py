"""The guard: looks through finished files for what must not get out, before it gets out."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from raadslag.publishing.closed_words import ClosedWords
from raadslag.publishing.words_of_files import texts_in
from raadslag.reading import Limits, UnreadableDocument
from raadslag.reading.limits import within
from raadslag.record import MeetingRecord
from raadslag.record.personal_numbers import personal_numbers


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that must not get out: where it was found, and a sentence of it, both in Danish."""

    place: str
    sentence: str


class Guard:
    """Knows what is closed in a record, and finds it in files. It looks once at the same bytes."""

    def __init__(self, record: MeetingRecord) -> None:
        self._closed = ClosedWords(record)
        self._looked_through: set[str] = set()

    def findings(self, name: str, data: bytes) -> Iterator[Finding]:
        """Closed text and CPR numbers in a finished file; or that it cannot be looked into.

        Attachments come from anywhere, so the file is opened in a child process held to limits.
        """
        known = frozenset(self._looked_through)
        self._looked_through.add(sha256(data).hexdigest())
        try:
            texts = within(Limits.from_environment(), lambda: list(texts_in(name, data, known)))
        except UnreadableDocument as error:
            yield Finding(name, f"{name}: {error}")
            return
        for place, text in texts:
            for number in personal_numbers(text):
                yield Finding(place, f"{place}: her står et CPR-nummer ({number[:6]}-xxxx).")
            for origin, words in self._closed.found_in(text):
                yield Finding(place, f"{place}: her står lukket tekst fra {origin}: »{words}«.")
