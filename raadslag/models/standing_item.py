"""What every meeting of a body has on its agenda, and the lists that such an item prints by itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import ground_when_closed, key_column, part_column


class Prints(models.TextChoices):
    """What a standing item prints or brings with it by itself."""

    NOTHING = "nothing", _("ingenting")
    COMING_CASES = "coming_cases", _("sager på vej")
    COURSES = "courses", _("kurser og konferencer")
    MINUTES = "minutes", _("referatet af udvalgets sidste møde som bilag")
    AGENDA = "agenda", _("et andet udvalgs næste dagsorden som bilag")


class StandingItem(models.Model):
    """A standing item (fast punkt) of a body."""

    key = key_column()
    body = models.ForeignKey("desk.Body", models.PROTECT, related_name="standing_items")
    order = models.PositiveSmallIntegerField(_("rækkefølge"), default=0)
    title = models.CharField(_("overskrift"), max_length=200)
    prints = models.CharField(_("skriver selv"), max_length=20, choices=Prints, default=Prints.NOTHING)
    agenda_of = models.ForeignKey(
        "desk.Body",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("hvis næste dagsorden"),
        limit_choices_to=~models.Q(kind="department"),
    )
    part = part_column()
    closed_ground = models.CharField(_("grund til lukning"), max_length=300, blank=True)
    purpose = models.TextField(_("formål"), blank=True)
    method = models.CharField(_("metode"), max_length=200, blank=True)
    responsible = models.CharField(_("ansvarlig"), max_length=200, blank=True)
    presenter = models.CharField(_("fremlægger"), max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutter"), null=True, blank=True)
    is_last = models.BooleanField(_("efter sagerne"), default=False)
    is_active = models.BooleanField(_("bruges"), default=True)

    class Meta:
        ordering = ("body", "is_last", "order", "id")
        constraints = (
            ground_when_closed("closed_standing_item_says_why"),
            models.CheckConstraint(
                condition=~models.Q(prints=Prints.AGENDA) | models.Q(agenda_of__isnull=False),
                name="brought_agenda_is_somebodys",
            ),
        )

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
