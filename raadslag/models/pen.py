"""The pen of a paper: one person at a time writes."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadslag.models.event import Event
from raadslag.models.membership import Membership
from raadslag.models.paper_moving import hold
from raadslag.models.person import Person
from raadslag.models.refusal import Overtaken, Refused
from raadslag.models.telling import tell
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.paper_states import WRITABLE
from raadslag.rules.roles import Role

if TYPE_CHECKING:
    from raadslag.models.paper import Paper


class PenHolding(models.Model):
    """The part of a paper that knows who writes. Having had the pen makes one a writer for good."""

    class Meta:
        abstract = True

    def pen_may_go_to(self, on: date) -> models.QuerySet[Person]:
        """Those who could have the pen: the writers, and the sending department's case officers."""
        officers = Membership.objects.held(on).filter(body=self.sender_id, role=Role.CASE_OFFICER)
        either = models.Q(pk__in=officers.values("person")) | models.Q(papers_written=self)
        shut_out = self.exclusions.filter(lifted_at=None).values("person")
        return Person.objects.active().filter(either).exclude(pk__in=shut_out).distinct()

    def may_have_pen(self, person: Person, on: date) -> bool:
        """Whether the person may take the pen that day, once it is free."""
        # as `pen_may_go_to`, for one person, of whom it is asked each time they save
        if self.state not in WRITABLE or not person.is_active:
            return False
        return self._is_written_by(person, on) and self.may_be_seen_by(person, on)

    def _is_written_by(self, person: Person, on: date) -> bool:
        officers = person.memberships.held(on).filter(body=self.sender_id, role=Role.CASE_OFFICER)
        return self.writers.filter(pk=person.pk).exists() or officers.exists()

    def take_pen(self, *, by: Person, at: datetime) -> None:
        """The pen lies there, and somebody takes it. Raises Overtaken where another has it."""
        with transaction.atomic():
            hold(self)
            self._refuse_pen_to(by, at)
            if self.pen not in (None, by):
                raise Overtaken(_("%(name)s har pennen nu.") % {"name": self.pen})
            self._give_pen(by, at)
            Event.objects.record("pen_taken", by=by, at=at, about=self)

    def take_pen_back(self, *, by: Person, at: datetime, seen: Person | None = None) -> None:
        """The pen is taken from the one who has it, who is told. `seen` is whom `by` saw with it."""
        with transaction.atomic():
            hold(self)
            self._refuse_pen_to(by, at)
            had_it = self.pen
            if seen is not None and had_it not in (None, seen, by):
                raise Overtaken(_("%(name)s har pennen nu.") % {"name": had_it})
            self._give_pen(by, at)
            Event.objects.record("pen_taken_back", by=by, at=at, about=self, had_it=str(had_it or ""))
            if had_it:
                text = f"{by} har taget pennen til {self.log_name}. Det, du har gemt, er der stadig."
                tell([had_it], self, text, by=by, at=at, kind=MailKind.NEWS)

    def hand_over_pen(self, to: Person, *, by: Person, at: datetime) -> None:
        """The one who has the pen, or any writer while it lies there, gives it to another, who is told."""
        on = timezone.localdate(at)
        with transaction.atomic():
            hold(self)
            self._refuse_pen_to(by, at)
            if self.pen not in (None, by):
                raise Refused(
                    _("%(name)s har pennen. Tag den selv først, hvis du vil give den videre.")
                    % {"name": self.pen}
                )
            if not self.pen_may_go_to(on).filter(pk=to.pk).exists():
                raise Refused(_("%(name)s skriver ikke for %(body)s.") % {"name": to, "body": self.sender})
            self._give_pen(to, at)
            Event.objects.record("pen_handed_over", by=by, at=at, about=self, to=to.name)
            text = f"{by} har givet dig pennen til {self.log_name}."
            tell([to], self, text, by=by, at=at, kind=MailKind.NEWS)

    def put_down_pen(self, *, by: Person, at: datetime) -> None:
        """The one who has the pen leaves it for others."""
        with transaction.atomic():
            hold(self)
            if self.pen != by:
                raise Refused(_("Du har ikke pennen."))
            self.pen = self.pen_taken_at = None
            self.save(update_fields=["pen", "pen_taken_at"])
            Event.objects.record("pen_put_down", by=by, at=at, about=self)

    def _refuse_pen_to(self: Paper, person: Person, at: datetime) -> None:
        if self.state not in WRITABLE:
            raise Refused(
                _("Indstillingen er »%(state)s« og skrives der ikke i nu.")
                % {"state": self.get_state_display()}
            )
        if not self.may_have_pen(person, timezone.localdate(at)):
            raise Refused(_("Kun %(body)s skriver i indstillingen.") % {"body": self.sender})

    def _give_pen(self, person: Person, at: datetime) -> None:
        if self.pen != person:
            self.pen, self.pen_taken_at = person, at
            self.save(update_fields=["pen", "pen_taken_at"])
        self.writers.add(person)
