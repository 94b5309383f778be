"""Cases that wait for a meeting, by the names that whoever builds its agenda may know them by."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from raadslag.desk.access import today
from raadslag.desk.agenda.rights import transfers_to
from raadslag.models import Body, Person, Transfer
from raadslag.publishing.agenda.items import public_title_of
from raadslag.record import Part


@dataclass(frozen=True)
class WaitingCase:
    """A transfer that waits. What is closed at another body goes by its public title, and without the note,
    until it is placed and is the reader's own body's."""

    transfer: Transfer
    title: str
    note: str
    is_closed: bool


def waiting_cases(body: Body, person: Person) -> list[WaitingCase]:
    """Those that wait for a meeting of the body, the oldest first."""
    return [case_for(each, person) for each in transfers_to(body, person) if each.is_waiting]


def case_for(transfer: Transfer, person: Person) -> WaitingCase:
    """The case as the person may know it today."""
    item = transfer.item
    is_closed = item.effective_part == Part.CLOSED
    if is_closed and not item.may_be_seen_by(person, today()):
        return WaitingCase(transfer, public_title_of(item) or _("Lukket sag"), "", is_closed)
    return WaitingCase(transfer, item.title, transfer.note, is_closed)
