"""Changing what is still to come on one paper's route."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadslag.models.event import Event
from raadslag.models.paper_begin import aim, refuse_who_holds_no_meetings
from raadslag.models.paper_moving import hold
from raadslag.models.refusal import Overtaken, Refused
from raadslag.models.route import RouteStep, Task
from raadslag.rules.paper_states import WRITABLE, PaperState, Turn
from raadslag.rules.roles import Role

if TYPE_CHECKING:
    from raadslag.models.body import Body
    from raadslag.models.meeting import Meeting
    from raadslag.models.person import Person

TREATING = frozenset({Role.APPROVER, Role.SECRETARY})


class PaperRoute(models.Model):
    """The part of a paper that changes its route. What has been reached stays as it was."""

    class Meta:
        abstract = True

    def may_change_route(self, person: Person, on: date) -> bool:
        """Writers while they write; those who see to the paper where it is; the sender's approvers."""
        if self.state == PaperState.WITHDRAWN or self.is_shut_out(person):
            return False
        standing = self.standing_of(person, on)
        writes = self.state in WRITABLE and Role.WRITER in standing.sender
        return writes or not TREATING.isdisjoint(standing.turn) or Role.APPROVER in standing.sender

    def add_step(
        self,
        body: Body,
        task: Task,
        *,
        before: RouteStep | None = None,
        due_on: date | None = None,
        owner: Person | None = None,
        by: Person,
        at: datetime,
    ) -> RouteStep:
        """A step more: before one that is still to come, or last."""
        with self._changing(by, at) as steps:
            step = RouteStep(paper=self, body=body, task=task, due_on=due_on, owner=owner)
            place = self._place(steps, before) if before else len(steps)
            self._keep_in_order([*steps[:place], step, *steps[place:]])
            Event.objects.record("route_step_added", by=by, at=at, about=self, body=body.name, task=task)
        return step

    def remove_step(self, step: RouteStep, *, by: Person, at: datetime) -> None:
        """A step that is still to come is not taken after all."""
        with self._changing(by, at) as steps:
            left = [each for each in steps if each != self._still_to_come(steps, step)]
            step.delete()
            self._keep_in_order(left)
            Event.objects.record("route_step_removed", by=by, at=at, about=self, body=step.body.name)

    def move_step(self, step: RouteStep, *, by: Person, at: datetime) -> None:
        """A step that is still to come is taken before the one that it came after."""
        with self._changing(by, at) as steps:
            self._still_to_come(steps, step)
            place = self._place(steps, step)
            if place == 0 or steps[place - 1].is_reached:
                raise Refused(_("Trinnet kan ikke komme før det, der allerede er i gang."))
            steps[place - 1], steps[place] = steps[place], steps[place - 1]
            self._keep_in_order(steps)
            Event.objects.record("route_step_moved", by=by, at=at, about=self, body=step.body.name)

    def plan_step(
        self, step: RouteStep, *, due_on: date | None, owner: Person | None, by: Person, at: datetime
    ) -> None:
        """When a step that is not done is due, and who owes it."""
        with self._changing(by, at) as steps:
            held = next((each for each in steps if each == step and not each.is_done), None)
            if held is None:
                raise Overtaken(_("Trinnet er afsluttet eller taget ud."))
            held.due_on, held.owner = due_on, owner
            held.save(update_fields=["due_on", "owner"])
            Event.objects.record(
                "route_step_planned", by=by, at=at, about=self, body=step.body.name, due_on=due_on
            )

    def lead_to_receiver(self, before: Body, *, by: Person, at: datetime) -> None:
        """The route leads to the receiver that the paper has got in place of the one before, in the
        transaction that changes it: a step of the one before, if it is still to come, becomes theirs. A
        meeting of a body that is no longer on the way is aimed at no more. Raises Refused."""
        refuse_who_holds_no_meetings(self.receiver)
        steps = self.route
        old = next((step for step in reversed(steps) if step.body == before and not step.is_reached), None)
        if self.receiver not in [step.body for step in steps]:
            if old:
                old.body, old.owner = self.receiver, None
                old.save(update_fields=["body", "owner"])
            else:
                self._keep_in_order([*steps, RouteStep(paper=self, body=self.receiver, task=Task.DECIDES)])
        if self.aimed_at and not self.steps.filter(body=self.aimed_at.body_id).exists():
            self.aimed_at = None
            self.save(update_fields=["aimed_at"])
        Event.objects.record("paper_readdressed", by=by, at=at, about=self, body=self.receiver.name)

    def keep_to_deadlines_of(self, meeting: Meeting) -> None:
        """What is still to be done on the way to the meeting is due by its deadlines, in the transaction that
        aims the paper at it."""
        steps = self.route
        aim(steps, meeting)
        for step in steps:
            if not step.is_done:
                step.save(update_fields=["due_on"])

    @contextmanager
    def _changing(self, by: Person, at: datetime) -> Iterator[list[RouteStep]]:
        with transaction.atomic():
            hold(self)
            if not self.may_change_route(by, timezone.localdate(at)):
                raise Refused(_("Sagsgangen kan du ikke ændre nu."))
            yield self.route

    def _place(self, steps: list[RouteStep], step: RouteStep) -> int:
        self._still_to_come(steps, step)
        return steps.index(step)

    def _still_to_come(self, steps: list[RouteStep], step: RouteStep) -> RouteStep:
        if step not in steps or steps[steps.index(step)].is_reached:
            raise Overtaken(_("Trinnet er begyndt eller taget ud, og bliver, som det er."))
        return step

    def _keep_in_order(self, steps: list[RouteStep]) -> None:
        """Saves the steps with these places. A route ends at a body that meets, where cases are decided."""
        if steps[-1].turn != Turn.MEETING:
            raise Refused(_("Sagsgangen skal slutte hos et råd eller udvalg, der holder møder."))
        # two steps never have the same place, not even on the way: they are first moved out of the way
        self.steps.update(order=models.F("order") + 1000)
        for order, step in enumerate(steps, 1):
            step.order = order
            step.save()
