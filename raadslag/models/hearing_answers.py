"""What a hearing round leaves on its paper: the answers in print, as an attachment."""

from __future__ import annotations

from datetime import datetime
from textwrap import shorten
from typing import TYPE_CHECKING

from django.utils import timezone

from raadslag.models.attachment_file import Incoming
from raadslag.models.desk_files import desk_files
from raadslag.models.municipality import Municipality
from raadslag.writing.hearing import Answer, PrintedHearing, write

if TYPE_CHECKING:
    from raadslag.models.attachment import Attachment
    from raadslag.models.hearing import Hearing
    from raadslag.models.person import Person

FILE, PDF = "Høringssvar.pdf", "application/pdf"
MOST_NAMES, LONGEST = 3, 300  # in a title


def attach_answers(hearing: Hearing, *, by: Person, at: datetime) -> Attachment | None:
    """Hangs the answers on the paper, which the caller has locked; None where nobody has answered."""
    names = [str(party) for party in hearing.parties.all() if party.answered_at]
    if not names:
        return None
    pdf = write(printed(hearing))
    file = Incoming(FILE, desk_files().keep(pdf), len(pdf), PDF)
    paper = hearing.paper
    # attachments know papers, which know hearings: from here the way goes back by the paper
    attachments = paper.attachments.model.objects
    return attachments.hang(
        paper,
        file,
        title(names),
        by=by,
        at=at,
        part=paper.effective_part,
        closed_ground=paper.effective_ground,
    )


def title(names: list[str]) -> str:
    """ "Høringssvar: Klima og Miljø, Dan Toft" """
    others = " m.fl." if len(names) > MOST_NAMES else ""
    return shorten(f"Høringssvar: {', '.join(names[:MOST_NAMES])}{others}", LONGEST, placeholder=" …")


def printed(hearing: Hearing) -> PrintedHearing:
    """The closed round as it is printed."""
    municipality = Municipality.objects.first()
    parties = hearing.parties.select_related("person", "body", "answered_by")
    return PrintedHearing(
        title=hearing.paper.title,
        authority=municipality.name if municipality else "",
        case_number=hearing.paper.case_number,
        asked_on=timezone.localdate(hearing.asked_at),
        due_on=hearing.due_on,
        closed_on=timezone.localdate(hearing.closed_at),
        question=hearing.question,
        answers=tuple(Answer(heading=party.heading, text=party.answer) for party in parties),
    )
