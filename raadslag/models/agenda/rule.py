"""A rule of one agenda: what moves to another meeting if enough cases are referred."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column


class AgendaRule(models.Model):
    """If `at_least` cases are referred by the body on its meeting that day, the items move to `to_meeting`.

    It does so when the secretary accepts it: then `accepted_at` and `accepted_by` are set."""

    key = key_column()
    meeting = models.ForeignKey("desk.Meeting", models.CASCADE, related_name="agenda_rules")
    at_least = models.PositiveSmallIntegerField(_("hvis mindst så mange sager henvises"))
    referred_by = models.ForeignKey(
        "desk.Body", models.PROTECT, related_name="+", verbose_name=_("henvises af")
    )
    referred_on = models.DateField(_("på mødet den"))
    items = models.ManyToManyField("desk.Item", related_name="rules", verbose_name=_("flyttes punkterne"))
    to_meeting = models.ForeignKey(
        "desk.Meeting", models.PROTECT, related_name="+", verbose_name=_("til mødet")
    )
    accepted_at = models.DateTimeField(null=True, editable=False)
    accepted_by = models.ForeignKey(
        "desk.Person", models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=models.Q(at_least__gte=1), name="rule_asks_for_a_case"),
            models.CheckConstraint(
                condition=~models.Q(meeting=models.F("to_meeting")), name="rule_moves_to_another_meeting"
            ),
        )

    def __str__(self) -> str:
        return f"{self.meeting}: {self.at_least}"
