"""The municipality whose desk this is."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Municipality(models.Model):
    """One row: whose desk this is, and what holds for all its bodies.

    `closed_days` are the days, as "MM-DD", that are no working days here though no law makes them
    holidays: Christmas Eve, New Year's Eve, Constitution Day.
    """

    name = models.CharField(_("navn"), max_length=200)
    cvr = models.CharField(_("CVR-nummer"), max_length=8, blank=True)
    address = models.TextField(_("adresse"), blank=True)
    closed_days = models.JSONField(_("lukkedage"), default=list, blank=True)
    only = models.BooleanField(default=True, editable=False, unique=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(only=True), name="one_municipality"),)

    def __str__(self) -> str:
        return self.name
