"""The municipality whose desk this is."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.rules.working_days import MUNICIPAL, TOWN_HALL_CLOSED, Practice


def usual_closed_days() -> list[str]:
    """Those of most town halls, as "MM-DD"."""
    return [f"{month:02}-{day:02}" for month, day in sorted(TOWN_HALL_CLOSED)]


class Municipality(models.Model):
    """One row: whose desk this is, and what holds for all its bodies.

    `closed_days` are the days, as "MM-DD", that are no working days here though no law makes them
    holidays: Christmas Eve, New Year's Eve, Constitution Day.
    """

    name = models.CharField(_("navn"), max_length=200)
    cvr = models.CharField(_("CVR-nummer"), max_length=8, blank=True)
    address = models.TextField(_("adresse"), blank=True)
    closed_days = models.JSONField(_("lukkedage"), default=usual_closed_days, blank=True)
    only = models.BooleanField(default=True, editable=False, unique=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(only=True), name="one_municipality"),)

    def __str__(self) -> str:
        return self.name

    @property
    def practice(self) -> Practice:
        """What counts as a working day here."""
        days = [(int(each[:2]), int(each[3:])) for each in self.closed_days]
        return Practice(closed={day: TOWN_HALL_CLOSED.get(day, "lukkedag") for day in days})


def house_practice() -> Practice:
    """What counts as a working day in the municipality; the usual where nobody has entered it yet."""
    municipality = Municipality.objects.first()
    return municipality.practice if municipality else MUNICIPAL
