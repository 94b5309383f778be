"""The meeting plan (mødeplan) of a body for a year."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column


class MeetingPlan(models.Model):
    """One body's plan for one year. `rules` are the recurring rules it was made from, as JSON data;
    `published` is the version last published, 0 before the first."""

    key = key_column()
    body = models.ForeignKey("desk.Body", models.PROTECT, related_name="plans", verbose_name=_("udvalg"))
    year = models.PositiveSmallIntegerField(_("år"))
    rules = models.JSONField(default=list)
    published = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-year", "body")
        constraints = (models.UniqueConstraint(fields=["body", "year"], name="one_plan_a_year"),)

    def __str__(self) -> str:
        return f"{self.body} {self.year}"
