"""The annual wheel (årshjul): what a body takes up in which month."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column


class Topic(models.Model):
    """What comes up every year in that month, until it is taken off the wheel."""

    key = key_column()
    body = models.ForeignKey("desk.Body", models.PROTECT, related_name="topics", verbose_name=_("udvalg"))
    month = models.PositiveSmallIntegerField(_("måned"))
    title = models.CharField(_("emne"), max_length=200)
    responsible = models.ForeignKey(
        "desk.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="topics",
        verbose_name=_("ansvarlig"),
    )
    note = models.TextField(_("bemærkning"), blank=True)
    is_active = models.BooleanField(_("på årshjulet"), default=True)

    class Meta:
        ordering = ("month", "title", "id")
        constraints = (
            models.CheckConstraint(condition=Q(month__gte=1, month__lte=12), name="topic_in_a_month"),
        )

    def __str__(self) -> str:
        return self.title
