"""Who meets, who decides, and who writes: councils, committees, and the departments behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column

if TYPE_CHECKING:
    from raadslag.models.membership import MembershipQuerySet


class BodyKind(models.TextChoices):
    """What a body is; a department writes and endorses, and holds no meetings."""

    COUNCIL = "council", _("byråd")
    MAGISTRATE = "magistrate", _("magistrat")
    COMMITTEE = "committee", _("udvalg")
    ALDERMAN = "alderman", _("rådmandsmøde")
    OTHER = "other", _("andet råd eller udvalg")
    DEPARTMENT = "department", _("afdeling")


class BodyQuerySet(models.QuerySet["Body"]):
    """Choosing among bodies."""

    def meeting(self) -> BodyQuerySet:
        """Those that hold meetings."""
        return self.exclude(kind=BodyKind.DEPARTMENT)

    def departments(self) -> BodyQuerySet:
        return self.filter(kind=BodyKind.DEPARTMENT)


class Body(models.Model):
    """A body of the municipality. A department is one too: it stands on a paper's route like the others.

    `name` is what documents print and what the public site knows the body by.
    """

    key = key_column()
    name = models.CharField(_("navn"), max_length=200, unique=True)
    short_name = models.CharField(_("forkortelse"), max_length=40, blank=True)
    kind = models.CharField(_("slags"), max_length=20, choices=BodyKind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("hører under")
    )
    place = models.CharField(_("mødested"), max_length=200, blank=True)
    starts = models.TimeField(_("møder begynder"), null=True, blank=True)
    ends = models.TimeField(_("møder slutter"), null=True, blank=True)
    is_active = models.BooleanField(_("findes stadig"), default=True)
    order = models.PositiveSmallIntegerField(_("rækkefølge"), default=0)

    objects = BodyQuerySet.as_manager()
    memberships: MembershipQuerySet

    class Meta:
        ordering = ("order", "name")

    def __str__(self) -> str:
        return self.name
