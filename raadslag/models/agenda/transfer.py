"""A case that goes on: referred to another body (henvist), or postponed to another meeting (udsat)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column

if TYPE_CHECKING:
    from raadslag.models.item import Item


class TransferKind(models.TextChoices):
    """Why a case goes on."""

    REFERRAL = "referral", _("henvist")
    POSTPONEMENT = "postponement", _("udsat")


class TransferQuerySet(models.QuerySet["Transfer"]):
    """Choosing among transfers."""

    def waiting(self) -> TransferQuerySet:
        """Those that have no item at the next meeting yet, and were not given up."""
        return self.filter(placed=None, given_up_at=None)

    def unsettle(self, item: Item) -> None:
        """The item is not where its case is treated after all: the case waits again."""
        self.filter(placed=item).update(placed=None)

    def settle(self, item: Item) -> Item | None:
        """The paper that waited for a meeting of the body is on one as that item. Returns the item that its
        case comes from, None where nothing waited."""
        if item.paper_id is None:
            return None
        waiting = self.waiting().filter(item__paper=item.paper_id, body=item.meeting.body_id)
        transfer = waiting.exclude(item=item).select_for_update().order_by("at", "pk").last()
        if transfer is None:
            return None
        transfer.placed = item
        transfer.save(update_fields=["placed"])
        return transfer.item


class Transfer(models.Model):
    """An item goes on to a body, and to a meeting of it once one is found: `placed` is its item there."""

    key = key_column()
    kind = models.CharField(max_length=20, choices=TransferKind)
    item = models.ForeignKey("desk.Item", models.PROTECT, related_name="transfers")
    body = models.ForeignKey(
        "desk.Body", models.PROTECT, related_name="transfers", verbose_name=_("til udvalget")
    )
    note = models.CharField(_("hvorfor"), max_length=500, blank=True)
    by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    placed = models.OneToOneField("desk.Item", models.SET_NULL, null=True, related_name="came_by")
    given_up_at = models.DateTimeField(null=True)
    given_up_by = models.ForeignKey("desk.Person", models.PROTECT, null=True, related_name="+")
    given_up_because = models.CharField(max_length=500, blank=True)

    objects = TransferQuerySet.as_manager()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["item", "body"],
                condition=models.Q(given_up_at=None),
                name="item_goes_to_a_body_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.item}: {self.get_kind_display()}"

    @property
    def is_waiting(self) -> bool:
        """Whether it has no item at the next meeting yet, and was not given up."""
        return self.placed_id is None and self.given_up_at is None

    @property
    def log_name(self) -> str:
        return self.item.log_name
