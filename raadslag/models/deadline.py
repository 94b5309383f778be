"""The deadlines that count back from a body's meetings, and why one was missed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class DeadlineKind(models.TextChoices):
    """What must have happened before a meeting."""

    PAPERS_DUE = "papers_due", _("indstillinger afleveret")
    APPROVAL = "approval", _("indstillinger godkendt")
    AGENDA_SENT = "agenda_sent", _("dagsorden udsendt")
    MATERIAL_AVAILABLE = "material_available", _("materiale tilgængeligt")


class DeadlineRule(models.Model):
    """How many working days before a body's meeting something is due, and by what rule."""

    body = models.ForeignKey("desk.Body", models.CASCADE, related_name="deadline_rules")
    kind = models.CharField(_("frist for"), max_length=30, choices=DeadlineKind)
    working_days = models.PositiveSmallIntegerField(_("hverdage før mødet"))
    clock = models.TimeField(_("klokken"), null=True, blank=True)
    is_soft = models.BooleanField(_("kan overskrides med en grund"), default=True)
    paragraph = models.CharField(_("bestemmelse"), max_length=200, blank=True)

    class Meta:
        ordering = ("body", "-working_days")
        constraints = (models.UniqueConstraint(fields=["body", "kind"], name="one_deadline_of_a_kind"),)

    def __str__(self) -> str:
        return f"{self.body}: {self.get_kind_display()}"


class MissedDeadline(models.Model):
    """Why a meeting's deadline was not kept; printed on the agenda, as rules of procedure demand."""

    meeting = models.ForeignKey("desk.Meeting", models.CASCADE, related_name="missed_deadlines")
    kind = models.CharField(max_length=30, choices=DeadlineKind)
    reason = models.CharField(_("grund"), max_length=500)
    by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.meeting}: {self.reason}"
