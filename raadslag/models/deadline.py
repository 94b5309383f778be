"""The deadlines that count back from a body's meetings, and why one was missed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from raadslag.models.event import Event
from raadslag.models.words import DEADLINES
from raadslag.rules import deadlines
from raadslag.rules.deadlines import Force

if TYPE_CHECKING:
    from raadslag.models.body import Body
    from raadslag.models.meeting import Meeting
    from raadslag.models.person import Person

# a deadline without a time of day runs to the day's last minute
END_OF_DAY = time(23, 59)


class DeadlineRule(models.Model):
    """How many working days before a body's meeting something is due, and by what rule."""

    body = models.ForeignKey("desk.Body", models.CASCADE, related_name="deadline_rules")
    kind = models.CharField(_("frist for"), max_length=30, choices=DEADLINES)
    working_days = models.PositiveSmallIntegerField(_("hverdage før mødet"))
    clock = models.TimeField(_("klokken"), null=True, blank=True)
    is_soft = models.BooleanField(_("kan overskrides med en grund"), default=True)
    paragraph = models.CharField(_("bestemmelse"), max_length=200, blank=True)

    class Meta:
        ordering = ("body", "-working_days")
        constraints = (models.UniqueConstraint(fields=["body", "kind"], name="one_deadline_of_a_kind"),)

    def __str__(self) -> str:
        return f"{self.body}: {self.get_kind_display()}"

    @property
    def rule(self) -> deadlines.DeadlineRule:
        """The row as a rule to reckon with."""
        return deadlines.DeadlineRule(
            kind=deadlines.DeadlineKind(self.kind),
            working_days=self.working_days,
            at=self.clock or END_OF_DAY,
            force=Force.SOFT if self.is_soft else Force.HARD,
            paragraph=self.paragraph,
        )


def usual_rows(body: Body) -> Iterator[DeadlineRule]:
    """The usual deadlines as rows of the body that are not saved."""
    for rule in deadlines.USUAL:
        yield DeadlineRule(
            body=body,
            kind=rule.kind,
            working_days=rule.working_days,
            clock=rule.at,
            is_soft=rule.force == Force.SOFT,
            paragraph=rule.paragraph,
        )


class MissedDeadlineManager(models.Manager["MissedDeadline"]):
    def explain(
        self, meeting: Meeting, kind: deadlines.DeadlineKind, reason: str, *, by: Person, at: datetime
    ) -> MissedDeadline:
        """Why the deadline was not kept. A better reason is another row: the last one is printed."""
        with transaction.atomic():
            row = self.create(meeting=meeting, kind=kind, reason=reason, by=by, at=at)
            Event.objects.record("deadline_missed", by=by, at=at, about=meeting, kind=kind, reason=reason)
        return row


class MissedDeadline(models.Model):
    """Why a meeting's deadline was not kept; printed on the agenda, as rules of procedure demand."""

    meeting = models.ForeignKey("desk.Meeting", models.CASCADE, related_name="missed_deadlines")
    kind = models.CharField(max_length=30, choices=DEADLINES)
    reason = models.CharField(_("grund"), max_length=500)
    by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = MissedDeadlineManager()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.meeting}: {self.reason}"
