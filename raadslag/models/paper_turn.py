"""Whose turn it is with a paper, who owes what is next, and who may do what."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from raadslag.models.route import RouteStep
from raadslag.models.telling import those_who_owe
from raadslag.models.words import PAPER_STATES
from raadslag.rules.paper_states import WRITABLE, PaperState, Rule, Standing, Turn, moves
from raadslag.rules.roles import Role
from raadslag.rules.route import following, turn

if TYPE_CHECKING:
    from raadslag.models.person import Person

# in these others may be asked for their view
HEARD = WRITABLE | {PaperState.SUBMITTED, PaperState.APPROVED}
# they ask others, and end it
HELPING = frozenset({Role.WRITER, Role.APPROVER, Role.SECRETARY})
# in these nobody owes anything
AT_REST = frozenset({PaperState.WITHDRAWN, PaperState.DECIDED})


class PaperTurn(models.Model):
    """The part of a paper that knows its route."""

    class Meta:
        abstract = True

    @property
    def route(self) -> list[RouteStep]:
        """The steps in order, each with its body."""
        return list(self.steps.select_related("body", "owner", "done_by").order_by("order"))

    @property
    def turn(self) -> RouteStep | None:
        """The step whose turn it is."""
        return turn(self.route)

    @property
    def state_in_words(self) -> str:
        """Its state as people say it: an approved paper says what it waits for."""
        step = self.turn if self.state == PaperState.APPROVED else None
        if step is None:
            return str(PAPER_STATES[PaperState(self.state)])
        waits = _("godkendt, venter på påtegning"), _("godkendt, venter på møde")
        return waits[step.turn == Turn.MEETING]

    @property
    def next_step(self) -> RouteStep | None:
        """The step after the one whose turn it is; None at the route's end."""
        steps = self.route
        step = turn(steps)
        return following(steps, step) if step else None

    @property
    def spoken(self) -> list[RouteStep]:
        """The steps that are done, and so have said what they had to say."""
        return [step for step in self.route if step.is_done]

    def standing_of(self, person: Person, on: date) -> Standing:
        """What the person is to the paper that day."""
        own = frozenset({Role.WRITER} if self.writers.filter(pk=person.pk).exists() else ())
        step = self.turn
        there = person.roles_in([step.body], on) if step else set()
        return Standing(turn=own | there, sender=own | person.roles_in([self.sender], on))

    def moves_for(self, person: Person, on: date) -> list[Rule]:
        """The moves that the person may make now, in the table's order."""
        step = self.turn
        offered = moves(PaperState(self.state), self.standing_of(person, on), step.turn if step else None)
        return [rule for rule in offered if step is not None or rule.at is None]

    def may_be_heard_by(self, person: Person, on: date) -> bool:
        """Whether the person may ask others about it: writers, and those who see to it where it is."""
        standing = self.standing_of(person, on)
        helps = standing.turn & HELPING
        return self.state in HEARD and bool(helps) and not self.is_shut_out(person)

    def may_close_hearings(self, person: Person, on: date) -> bool:
        """Whether the person may end what others are asked, wherever the paper has come to since."""
        helps = self.standing_of(person, on).turn & HELPING
        return bool(helps) and not self.is_shut_out(person)

    def owed_by(self, at: datetime) -> list[Person]:
        """Who owes what is next: writers while it is written, then those who see to the body's papers."""
        if self.state in WRITABLE:
            return [self.pen or self.caseworker]
        step = self.turn
        resting = self.state in AT_REST and not (self.state == PaperState.DECIDED and self.next_step)
        return [] if resting or step is None else those_who_owe(step, at)

    def due_on(self) -> date | None:
        """When what is next is due; None where nothing is, or no day was set."""
        step = self.turn
        return step.due_on if step and self.state not in AT_REST else None

    def is_late(self, on: date) -> bool:
        """Whether what is next should have been done before that day."""
        due_on = self.due_on()
        return due_on is not None and due_on < on

    def deputy_for(self, person: Person, step: RouteStep, at: datetime) -> Person | None:
        """The approver whose deputy the person is at that step; None for an approver."""
        held = person.memberships.held(timezone.localdate(at)).filter(body=step.body, role=Role.APPROVER)
        rows = list(held.select_related("stands_in_for"))
        return rows[0].stands_in_for if rows and all(row.stands_in_for_id for row in rows) else None
