"""What waits for a person among the papers, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from raadslag.models.body import Body
from raadslag.models.paper import Paper
from raadslag.models.route import RouteStep
from raadslag.rules.paper_states import WRITABLE, Move, PaperState
from raadslag.rules.roles import Role

if TYPE_CHECKING:
    from raadslag.models.person import Person

# what a person is to do, by the move that it ends with
TO_DO = {
    Move.SUBMIT: _("Skriv"),
    Move.APPROVE: _("Godkend"),
    Move.ENDORSE: _("Giv påtegning"),
    Move.PLACE: _("Vælg møde"),
    Move.DECIDE: _("Skriv beslutning"),
    Move.PASS_ON: _("Send videre"),
}


@dataclass(frozen=True)
class ToDo:
    """A paper that waits for somebody, and the move that it waits for."""

    paper: Paper
    move: Move

    @property
    def words(self) -> str:
        """What is to be done, as a button would say it."""
        if self.paper.state == PaperState.RETURNED:
            return str(_("Ret"))
        return str(TO_DO[self.move])


def to_do(person: Person, at: datetime) -> list[ToDo]:
    """All that waits for the person among the papers: the earliest due first, those without a day last."""
    found = [ToDo(paper, move) for move, papers in kinds(person, at) for paper in papers]
    no_day = timezone.localdate(at).replace(year=9999)
    return sorted(found, key=lambda each: (each.paper.due_on() or no_day, each.paper.pk))


def steps_of(person: Person, on: date) -> QuerySet[RouteStep]:
    """The steps that the person may see to that day: nobody's, their own, and those of whom they stand in
    for there."""
    deputy = person.memberships.held(on).filter(body=OuterRef("body"), stands_in_for=OuterRef("owner"))
    return RouteStep.objects.filter(Q(owner=None) | Q(owner=person) | Exists(deputy))


def kinds(person: Person, at: datetime) -> Iterator[tuple[Move, QuerySet[Paper]]]:
    """Each move that may be waited for, with the papers that wait for the person to make it."""
    on = timezone.localdate(at)
    seen = Paper.objects.visible_to(person, on).select_related("sender", "receiver", "pen", "caseworker")
    approves = person.bodies_as([Role.APPROVER], on)
    offices = approves & Body.objects.departments()
    serves = person.bodies_as([Role.SECRETARY], on) & Body.objects.meeting()
    not_anothers = Q(turn_step__in=steps_of(person, on).values("pk"))
    still_to_come = RouteStep.objects.filter(paper=OuterRef("pk"), done_at=None)
    writes_for = person.bodies_as([Role.CASE_OFFICER], on)
    # drafts of one who has left are everybody's who writes there, until somebody takes the pen
    left = Q(pen=None, caseworker__is_active=False, sender__in=writes_for)
    mine = Q(pen=person) | Q(pen=None, caseworker=person) | left
    yield Move.SUBMIT, seen.filter(mine, state__in=WRITABLE)
    yield Move.APPROVE, seen.filter(state=PaperState.SUBMITTED).at(approves).filter(not_anothers)
    yield Move.ENDORSE, seen.filter(state=PaperState.APPROVED).at(offices).filter(not_anothers)
    yield Move.PLACE, seen.filter(state=PaperState.APPROVED).at(serves)
    held = Q(items__meeting__starts_at__lt=at, items__meeting__body__in=serves)
    yield Move.DECIDE, seen.filter(held, state=PaperState.ON_AGENDA).at(serves).distinct()
    decided = seen.filter(state=PaperState.DECIDED).at(serves)
    yield Move.PASS_ON, decided.filter(Exists(still_to_come))
