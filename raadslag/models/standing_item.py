"""What every meeting of a body has on its agenda, and the lists that such an item prints by itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column


class Prints(models.TextChoices):
    """What a standing item prints by itself."""

    NOTHING = "nothing", _("ingenting")
    COMING_CASES = "coming_cases", _("sager på vej")
    COURSES = "courses", _("kurser og konferencer")


class StandingItem(models.Model):
    """A standing item (fast punkt) of a body."""

    key = key_column()
    body = models.ForeignKey("desk.Body", models.PROTECT, related_name="standing_items")
    order = models.PositiveSmallIntegerField(_("rækkefølge"), default=0)
    title = models.CharField(_("overskrift"), max_length=200)
    prints = models.CharField(_("skriver selv"), max_length=20, choices=Prints, default=Prints.NOTHING)
    is_last = models.BooleanField(_("efter sagerne"), default=False)
    is_active = models.BooleanField(_("bruges"), default=True)

    class Meta:
        ordering = ("body", "is_last", "order", "id")

    def __str__(self) -> str:
        return self.title


class ComingCase(models.Model):
    """A case on its way to a body (sager på vej)."""

    key = key_column()
    body = models.ForeignKey("desk.Body", models.PROTECT, related_name="coming_cases")
    title = models.CharField(_("sag"), max_length=200)
    case_number = models.CharField(_("sagsnummer"), max_length=60, blank=True)
    expected_on = models.DateField(_("ventes behandlet"), null=True, blank=True)
    note = models.CharField(_("bemærkning"), max_length=300, blank=True)
    is_done = models.BooleanField(_("er behandlet"), default=False)

    class Meta:
        ordering = ("expected_on", "title")

    def __str__(self) -> str:
        return self.title


class Course(models.Model):
    """A course or conference that a body's members may go to."""

    key = key_column()
    body = models.ForeignKey("desk.Body", models.PROTECT, related_name="courses")
    title = models.CharField(_("kursus eller konference"), max_length=200)
    starts_on = models.DateField(_("fra"))
    ends_on = models.DateField(_("til"), null=True, blank=True)
    place = models.CharField(_("sted"), max_length=200, blank=True)
    note = models.CharField(_("bemærkning"), max_length=300, blank=True)

    class Meta:
        ordering = ("starts_on", "title")

    def __str__(self) -> str:
        return self.title
