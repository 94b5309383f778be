"""Who may change the attachments of a paper, an item or a meeting, and why others may not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from raadslag.models.item import Item
from raadslag.models.meeting import Meeting
from raadslag.models.paper import Paper
from raadslag.rules.attachments import MEETING_CHANGERS, PAPER_CHANGERS
from raadslag.rules.paper_states import WRITABLE, PaperState
from raadslag.rules.roles import Role
from raadslag.rules.secrecy import MeetingState

if TYPE_CHECKING:
    from raadslag.models.person import Person

Owner = Paper | Item | Meeting


def roles_at(owner: Owner, person: Person, on: date) -> set[Role]:
    """What the person is that day to what attachments hang on; nothing to one who is shut out."""
    if isinstance(owner, Meeting):
        return person.roles_in([owner.body], on)
    return set() if owner.is_shut_out(person) else owner.roles_of(person, on)


def why_not(owner: Owner, person: Person, on: date) -> str:
    """Why the person may not change the attachments that day, as a Danish sentence; empty where they may."""
    if isinstance(owner, Paper):
        return _why_not_at_paper(owner, person, on)
    return _why_not_at_meeting(owner, person, on)


def _why_not_at_paper(paper: Paper, person: Person, on: date) -> str:
    state = PaperState(paper.state)
    changers = PAPER_CHANGERS[state]
    if not changers:
        return {
            PaperState.SUBMITTED: _(
                "Indstillingen er sendt til godkendelse. Få den sendt tilbage, hvis bilagene skal ændres."
            ),
            PaperState.DECIDED: _("Indstillingen er besluttet, og dens bilag kan ikke længere ændres."),
            PaperState.WITHDRAWN: _(
                "Indstillingen er trukket tilbage. Genoptag den, hvis bilagene skal ændres."
            ),
        }[state]
    if changers.isdisjoint(roles_at(paper, person, on)):
        if state in WRITABLE:
            return _("Kun de, der skriver på indstillingen, kan ændre dens bilag.")
        return _("Indstillingen er godkendt. Bed sekretæren ændre bilagene, eller få den sendt tilbage.")
    if state in WRITABLE and paper.pen_id not in (None, person.pk):
        return _("%(name)s har pennen. Overtag den, eller vent, til den er fri, før du ændrer bilag.") % {
            "name": paper.pen.name
        }
    return ""


def _why_not_at_meeting(owner: Item | Meeting, person: Person, on: date) -> str:
    meeting = owner.meeting if isinstance(owner, Item) else owner
    changers = MEETING_CHANGERS[MeetingState(meeting.state)]
    if not changers:
        return _("Mødet er aflyst, og dets bilag kan ikke ændres.")
    if changers.isdisjoint(roles_at(owner, person, on)):
        return _("Kun udvalgets sekretær kan ændre bilagene her.")
    return ""
