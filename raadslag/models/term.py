"""The years a council is elected for."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Term(models.Model):
    """A council term (valgperiode), its first and last day included."""

    starts_on = models.DateField(_("fra"), unique=True)
    ends_on = models.DateField(_("til"))

    class Meta:
        ordering = ("-starts_on",)
        constraints = (
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="term_ends_after_start"),
        )

    def __str__(self) -> str:
        return f"{self.starts_on.year}–{self.ends_on.year}"
