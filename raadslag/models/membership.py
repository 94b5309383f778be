"""What a person is to a body, from one day to another."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column
from raadslag.models.event import Event
from raadslag.models.refusal import Refused
from raadslag.models.words import ROLES
from raadslag.rules.roles import IN_A_BODY, Role

if TYPE_CHECKING:
    from raadslag.models.person import Person


class AlreadyEnded(Refused):
    """The membership ended before that day: what was is not moved."""


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Choosing among memberships."""

    def held(self, on: date) -> MembershipQuerySet:
        """Those that hold that day, the first and the last day included."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)

    def begin(self, *, by: Person | None, at: datetime, **values: Any) -> Membership:
        """A new membership with these values. Raises IntegrityError where the person has that role there."""
        with transaction.atomic():
            membership = self.create(**values)
            Event.objects.record(
                "membership_begun",
                by=by,
                at=at,
                about=membership,
                starts_on=membership.starts_on,
                ends_on=membership.ends_on,
            )
        return membership


class Membership(models.Model):
    """One person's role in one body (medlemskab). A change ends the row and begins another, so that what
    was stays as it was. A substitute, and an approver's deputy, is there for somebody: `stands_in_for`."""

    key = key_column()
    person = models.ForeignKey(
        "desk.Person", models.PROTECT, related_name="memberships", verbose_name=_("person")
    )
    body = models.ForeignKey(
        "desk.Body", models.PROTECT, related_name="memberships", verbose_name=_("udvalg")
    )
    role = models.CharField(_("rolle"), max_length=20, choices={role: ROLES[role] for role in IN_A_BODY})
    post = models.CharField(_("post"), max_length=60, blank=True, help_text=_("For eksempel formand."))
    party = models.CharField(_("parti"), max_length=60, blank=True)
    term = models.ForeignKey(
        "desk.Term",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("periode"),
    )
    stands_in_for = models.ForeignKey(
        "desk.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="deputies",
        verbose_name=_("i stedet for"),
    )
    from_claim = models.BooleanField(default=False)  # begun by the identity provider, which may end it
    starts_on = models.DateField(_("fra"))
    ends_on = models.DateField(_("til"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ("body", "starts_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="membership_ends_after_start"
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.SUBSTITUTE) | Q(ends_on__isnull=False), name="substitute_until_a_day"
            ),
            models.UniqueConstraint(
                fields=["person", "body", "role"], condition=Q(ends_on=None), name="one_such_role_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}, {self.body}"

    def end(self, on: date, *, by: Person | None, at: datetime) -> None:
        """The role is held for the last time that day. Raises AlreadyEnded where it ended no later."""
        with transaction.atomic():
            row = Membership.objects.select_for_update().get(pk=self.pk)
            if row.ends_on is not None and row.ends_on <= on:
                raise AlreadyEnded(_("Medlemskabet er allerede afsluttet før den dag."))
            self.ends_on = on
            self.save(update_fields=["ends_on"])
            Event.objects.record("membership_ended", by=by, at=at, about=self, ends_on=on)
