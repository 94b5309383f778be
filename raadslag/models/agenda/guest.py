"""Somebody who is invited for one item alone."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column


class ItemGuest(models.Model):
    """A participant of one item, who is given the item's time. `sequence` counts what calendars were told."""

    key = key_column()
    item = models.ForeignKey("desk.Item", models.CASCADE, related_name="guests")
    name = models.CharField(_("navn"), max_length=200)
    email = models.EmailField(_("e-mail"), blank=True)
    sequence = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ("name", "id")
        constraints = (models.UniqueConstraint(fields=["item", "name"], name="guest_of_an_item_once"),)

    def __str__(self) -> str:
        return self.name
