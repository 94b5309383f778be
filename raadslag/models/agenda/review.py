"""A group reads an agenda before it is sent, and comments on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column

if TYPE_CHECKING:
    from raadslag.models.person import Person


class AgendaReview(models.Model):
    """Named people read the agenda until a day. While it is open they see what is open on it."""

    key = key_column()
    meeting = models.ForeignKey("desk.Meeting", models.CASCADE, related_name="reviews")
    people = models.ManyToManyField("desk.Person", related_name="reviews", verbose_name=_("læsere"))
    due_on = models.DateField(_("senest den"))
    note = models.CharField(_("hilsen"), max_length=500, blank=True)
    by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.meeting}, {self.due_on}"


def meetings_reviewed_by(person: Person) -> set[int]:
    """The meetings, by their row numbers, whose agenda the person has been asked to read and may still."""
    return set(
        AgendaReview.objects.filter(people=person, closed_at=None).values_list("meeting_id", flat=True)
    )


class AgendaComment(models.Model):
    """What a reader says of an item, or of the whole agenda."""

    key = key_column()
    review = models.ForeignKey(AgendaReview, models.CASCADE, related_name="comments")
    item = models.ForeignKey("desk.Item", models.CASCADE, null=True, related_name="comments")
    text = models.TextField(_("bemærkning"), max_length=4000)
    by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.review}: {self.by}"
