"""Hearing rounds (høring): people or bodies are asked for their view of a paper before it goes on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column, one_of
from raadslag.rules.roles import ADMINISTRATIVE

if TYPE_CHECKING:
    from raadslag.models.person import Person


class Hearing(models.Model):
    """One round: a question and a deadline."""

    key = key_column()
    paper = models.ForeignKey("desk.Paper", models.CASCADE, related_name="hearings")
    question = models.TextField(_("spørgsmål"))
    due_on = models.DateField(_("svarfrist"))
    asked_by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ("asked_at", "id")

    def __str__(self) -> str:
        return f"{_('Høring')}: {self.paper}"


class HearingPartyQuerySet(models.QuerySet["HearingParty"]):
    """Choosing among those who are asked."""

    def asking(self, person: Person, on: date) -> HearingPartyQuerySet:
        """Those by which the person is asked that day, by name or as one who works for the body."""
        works_for = person.bodies_as(ADMINISTRATIVE, on)
        return self.filter(Q(person=person) | Q(body__in=works_for))


class HearingParty(models.Model):
    """One who is asked, a person or a body, and what they answered."""

    key = key_column()
    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="parties")
    person = models.ForeignKey(
        "desk.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hearings",
        verbose_name=_("person"),
    )
    body = models.ForeignKey(
        "desk.Body", models.PROTECT, null=True, blank=True, related_name="hearings", verbose_name=_("udvalg")
    )
    answer = models.TextField(_("svar"), blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("desk.Person", models.PROTECT, null=True, related_name="+")

    objects = HearingPartyQuerySet.as_manager()

    class Meta:
        ordering = ("hearing", "id")
        constraints = (one_of("hearing_asks_one", "person", "body"),)

    def __str__(self) -> str:
        return str(self.person or self.body)
