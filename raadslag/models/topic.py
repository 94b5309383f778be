"""The annual wheel (årshjul): what a body takes up in which month."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from raadslag.models.agenda.building import add
from raadslag.models.columns import key_column
from raadslag.models.event import Event
from raadslag.models.item import Item
from raadslag.models.paper_moving import hold
from raadslag.models.refusal import Refused
from raadslag.rules.agenda.item_states import ItemState
from raadslag.rules.secrecy import MeetingState

if TYPE_CHECKING:
    from raadslag.models.meeting import Meeting
    from raadslag.models.person import Person


def used_in(year: int) -> models.QuerySet[Item]:
    """The items that took a topic up that year: not taken off, nor on meetings that were called off."""
    on_agendas = Item.objects.exclude(topic=None).exclude(state=ItemState.LAPSED)
    on_agendas = on_agendas.exclude(meeting__state=MeetingState.CANCELLED)
    return on_agendas.filter(meeting__starts_at__year=year)


class TopicQuerySet(models.QuerySet["Topic"]):
    """Choosing among topics."""

    def on_the_wheel(self) -> TopicQuerySet:
        return self.filter(is_active=True)

    def due(self, meeting: Meeting) -> TopicQuerySet:
        """What the meeting's body should take up by then and has not taken up that year."""
        held_on = meeting.held_on
        waiting = self.on_the_wheel().filter(body=meeting.body, month__lte=held_on.month)
        return waiting.exclude(pk__in=used_in(held_on.year).values("topic"))


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

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ("month", "title", "id")
        constraints = (
            models.CheckConstraint(condition=Q(month__gte=1, month__lte=12), name="topic_in_a_month"),
        )

    def __str__(self) -> str:
        return self.title

    def put_on(self, meeting: Meeting, *, by: Person, at: datetime) -> Item:
        """An item about the topic, after the meeting's cases, that knows where it stems from. The note is
        for the desk, and is not printed. Raises Refused where the topic has been taken up already."""
        with transaction.atomic():
            hold(meeting)
            Topic.objects.select_for_update().get(pk=self.pk)
            if not Topic.objects.due(meeting).filter(pk=self.pk).exists():
                raise Refused(_("Emnet er allerede taget op i år, eller det er ikke på årshjulet længere."))
            item = add(meeting, topic=self, title=self.title, by=by, at=at)
            Event.objects.record("topic_used", by=by, at=at, about=self, meeting=str(meeting.key))
        return item
