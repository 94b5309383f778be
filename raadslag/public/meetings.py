"""A meeting as lists show it: its documents, the newest version of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from raadslag.archive.models import Body, Publication, PublishedItem
from raadslag.record import Kind, Outcome, Part, Stage

# Outcomes that tell a reader little more than that the item was there.
QUIET_OUTCOMES = {None, Outcome.NOTED, Outcome.DISCUSSED, Outcome.NOT_DISCUSSED, Outcome.OTHER}
# Titles of what every meeting has; „Godkendelse af budget“ is not among them.
PROCEDURE = re.compile(
    r"(godkendelse af )?(dagsorden|referat|protokol)(en|et|er)?\b"
    r"|(eventuelt|evt|bordrunde|meddelelser|underskrift\w*|næste møde)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Meeting:
    """Documents of one meeting: minutes first, then the agenda and its supplements."""

    documents: tuple[Publication, ...]

    @property
    def main(self) -> Publication:
        """The document that says most about the meeting."""
        return self.documents[0]

    @property
    def body(self) -> Body:
        return self.main.body

    @property
    def held_on(self) -> date:
        return self.main.held_on

    @property
    def highlights(self) -> list[PublishedItem]:
        """The three items that say most: open, not procedure, and decided rather than noted."""
        return highlights(self.main.items.all())


def grouped(publications: Iterable[Publication]) -> list[Meeting]:
    """The meetings that the documents belong to, in the order of their first document."""
    meetings: dict[tuple[int, str], list[Publication]] = {}
    for publication in publications:
        meetings.setdefault((publication.body_id, publication.occasion), []).append(publication)
    return [Meeting(in_order(documents)) for documents in meetings.values()]


def in_order(documents: Iterable[Publication]) -> tuple[Publication, ...]:
    """Minutes before agenda, the document itself before its supplements."""
    return tuple(sorted(documents, key=lambda each: (each.stage != Stage.MINUTES, each.supplement or 0)))


def highlights(items: Iterable[PublishedItem], most: int = 3) -> list[PublishedItem]:
    """The items most worth a headline, in the order of the meeting."""
    telling = [item for item in items if item.part == Part.OPEN and not is_procedure(item)]
    chosen = sorted(telling, key=lambda item: item.outcome in QUIET_OUTCOMES)[:most]
    return sorted(chosen, key=lambda item: item.position)


def is_procedure(item: PublishedItem) -> bool:
    """Whether the item is one that every meeting has."""
    return item.kind == Kind.STANDING or PROCEDURE.match(item.title) is not None
