"""The guard: looks through finished files for what must not get out, before it gets out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from raadslag.publishing.closed_words import closed_phrases
from raadslag.publishing.contents import Piece, as_words, pieces_of
from raadslag.publishing.finding import Finding, Kind, Place
from raadslag.publishing.house import House
from raadslag.publishing.phrases import Phrases, plain
from raadslag.publishing.private import private_details
from raadslag.reading import Limits, UnreadableDocument
from raadslag.reading.limits import within
from raadslag.record import MeetingRecord
from raadslag.record.personal_numbers import personal_numbers


class Guard:
    """Knows what is closed in a record, and finds it in files. It looks once at the same bytes."""

    def __init__(self, record: MeetingRecord, house: House | None = None) -> None:
        self._house = house or House()
        self._closed = closed_phrases(record, self._house.phrases)
        self._guidance = Phrases(("", text) for text in self._house.guidance)
        self._looked_through: set[str] = set()

    def findings(self, name: str, data: bytes) -> Iterator[Finding]:
        """What is found in a finished file, also that it cannot be looked into.

        Attachments come from anywhere, so the file is opened in a child process held to limits.
        """
        known = frozenset(self._looked_through)
        self._looked_through.add(sha256(data).hexdigest())
        try:
            found = within(
                Limits.from_environment(), lambda: [each.to_data() for each in pieces_of(name, data, known)]
            )
        except UnreadableDocument as error:
            yield Finding(Kind.UNREADABLE, Place(self.told(name, "en fil")), origin=str(error))
            return
        yield from self.in_pieces(name, map(Piece.from_data, found))

    def in_pieces(self, name: str, pieces: Iterable[Piece]) -> Iterator[Finding]:
        """What is found in the texts of the file of that name, each thing once in a place."""
        said: set[tuple[Kind, str, str]] = set()
        file = self.told(name, "en fil")
        for piece in pieces:
            inside = tuple(self.told(each, "en fil") for each in piece.inside)
            place = Place(file, inside, piece.where, piece.page)
            for finding in self.of_piece(piece):
                mark = (finding.kind, finding.secret, "" if not finding.stops else str(place))
                if mark not in said:
                    said.add(mark)
                    yield replace(finding, place=place)

    def of_piece(self, piece: Piece) -> Iterator[Finding]:
        """What is found in one text, its place left open."""
        text, nowhere = plain(piece.text), Place("")
        if not text.strip() and piece.offence is None:
            return
        for number in personal_numbers(text):
            yield Finding(Kind.PERSONAL_NUMBER, nowhere, f"{number[:6]}-xxxx")
        for origin, words in self._closed.found_in(text):
            yield Finding(Kind.CLOSED_TEXT, nowhere, words, origin)
        for _, words in self._guidance.found_in(text):
            yield Finding(Kind.GUIDANCE_TEXT, nowhere, words)
        if piece.offence is not None:
            yield Finding(Kind(piece.offence), nowhere, text.strip())
        if not piece.binary:
            for kind, detail in private_details(text, self._house):
                yield Finding(kind, nowhere, detail)

    def told(self, name: str, otherwise: str) -> str:
        """The name, unless it says itself what must not get out."""
        words = plain(as_words(name))
        return otherwise if any((*personal_numbers(words), *self._closed.found_in(words))) else name
