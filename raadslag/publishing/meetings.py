"""Which meeting a record is of, and where that meeting stands in the archive."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, time
from itertools import count

from raadslag.archive.addresses import document_slug, slug
from raadslag.archive.models import Publication
from raadslag.record import MeetingRecord


class IncompleteRecord(ValueError):
    """The record does not say which meeting it is of. The message is a Danish sentence."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of one meeting. A meeting is known by its body, its day and when it starts.

    `starts_at` is None where only the day is known. `kept` is where in the archive a meeting stands that may
    have been moved since, as `occasion` gives it.
    """

    body: str
    body_slug: str
    held_on: date
    starts_at: time | None
    document: str
    kept: str = ""

    @classmethod
    def of(cls, record: MeetingRecord, kept: str = "") -> "Document":
        """The document that the record is. Raises IncompleteRecord."""
        if record.body is None or not slug(record.body):
            raise IncompleteRecord("Der står ikke, hvilket udvalg mødet er i.")
        if record.starts_at is None:
            raise IncompleteRecord("Der står ikke, hvornår mødet er.")
        # A document that gives only the day is read as midnight, when no body meets.
        starts_at: time | None = record.starts_at.time()
        if starts_at == time(0):
            starts_at = None
        return cls(
            record.body, slug(record.body), record.starts_at.date(), starts_at, document_slug(record), kept
        )

    def occasion(self, others: Set[str] = frozenset()) -> str:
        """The meeting's part of the address: "2025-08-27", or "2025-08-27-2" for a second one that day.

        It stays where the meeting is moved. `others` are those of meetings that it is not.
        """
        if self.kept:
            return self.kept
        archive = Publication.objects.filter(body__slug=self.body_slug).exclude(occasion__in=others)
        held = archive.newest().filter(held_on=self.held_on)
        times: dict[str, set[time]] = {}
        for occasion, starts_at in held.order_by("place_in_chain").values_list("occasion", "starts_at"):
            times.setdefault(occasion, set()).update({starts_at} - {None})
        for occasion, known in times.items():
            if self.starts_at in known:
                return occasion
        for occasion, known in times.items():
            if self.starts_at is None or not known:
                return occasion
        of_body = Publication.objects.filter(body__slug=self.body_slug)
        taken = {
            *others,
            *of_body.filter(occasion__startswith=self.held_on).values_list("occasion", flat=True),
        }
        numbers = (f"{self.held_on}-{number}" if number > 1 else f"{self.held_on}" for number in count(1))
        return next(each for each in numbers if each not in taken)

    @property
    def name(self) -> str:
        """What it is called among a municipality's documents: "byraadet/2025-08-27 16:00/referat"."""
        clock = f" {self.starts_at:%H:%M}" if self.starts_at else ""
        return f"{self.body_slug}/{self.held_on}{clock}/{self.document}"

    def newest(self) -> Publication | None:
        """Its newest version, withdrawn or not, if it has been published."""
        newest = Publication.objects.newest()
        found: Publication | None = (
            newest.of_meeting(self.body_slug, self.occasion()).filter(document=self.document).first()
        )
        return found
