"""One item on a meeting's agenda."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from raadslag.models.agenda.review import meetings_reviewed_by
from raadslag.models.columns import ground_when_closed, key_column, part_column
from raadslag.models.exclusion import Exclusion
from raadslag.models.shutting_out import ShuttingOut
from raadslag.models.visibility import NOTHING, PartIs, all_closed, bodies_by_role, seen
from raadslag.models.words import ITEM_STATES
from raadslag.record import Part
from raadslag.rules.agenda.item_states import ItemState
from raadslag.rules.roles import IN_A_BODY, Role
from raadslag.rules.secrecy import ITEMS, SEE_WHAT_IS_SENT, Cell, MeetingState, may_see, unsent

if TYPE_CHECKING:
    from raadslag.models.person import Person


def papers_of_closed_items() -> models.QuerySet[Item]:
    """The papers, by their row numbers, that an item closes, whatever became of it."""
    return Item.objects.filter(part=Part.CLOSED).exclude(paper=None).values("paper")


def item_part_is(part: Part) -> Q:
    """An item is closed where it is itself, or its paper, or another item with that paper."""
    closed = Q(part=Part.CLOSED) | Q(paper__part=Part.CLOSED) | Q(paper__in=papers_of_closed_items())
    if part == Part.CLOSED:
        return closed
    paper_is_open = Q(paper__part=Part.OPEN) & ~Q(paper__in=papers_of_closed_items())
    return Q(part=Part.OPEN) & (Q(paper=None) | paper_is_open)


def on_an_agenda() -> Q:
    return Q(number__isnull=False) | Q(state=ItemState.STANDS)


class ItemQuerySet(models.QuerySet["Item"]):
    """Choosing among items: always begin with `visible_to`."""

    def on_agendas(self) -> ItemQuerySet:
        """Those that an agenda has: what was taken off before it was sent is on none."""
        return self.filter(on_an_agenda())

    def visible_to(self, person: Person, on: date) -> ItemQuerySet:
        """Those that the person may see that day."""
        return self._seen(person, on, item_part_is)

    def with_closed_parts_visible_to(self, person: Person, on: date) -> ItemQuerySet:
        """Those on which the person may see that day what is closed, were it only an attachment."""
        return self._seen(person, on, all_closed)

    def _seen(self, person: Person, on: date, part_is: PartIs) -> ItemQuerySet:
        held, reviewed = bodies_by_role(person, on), meetings_reviewed_by(person)

        def reach(role: Role) -> Q:
            if role in IN_A_BODY:
                sent = Q(number__isnull=False) if role in SEE_WHAT_IS_SENT else Q()
                return Q(meeting__body__in=held[role]) & sent if held[role] else NOTHING
            if role == Role.WRITER:
                return Q(pk__in=Item.objects.filter(paper__writers=person).values("pk"))
            if role == Role.CONSULTED:
                return Q(meeting__in=reviewed) & on_an_agenda() if reviewed else NOTHING
            return Q() if role == Role.ADMINISTRATOR and person.is_administrator else NOTHING

        shut_out = Exclusion.objects.filter(person=person, lifted_at=None)
        condition = seen(ITEMS, "meeting__state", part_is, reach)
        return self.filter(condition).exclude(
            Q(pk__in=shut_out.exclude(item=None).values("item"))
            | Q(paper__isnull=False, paper__in=shut_out.exclude(paper=None).values("paper"))
        )


class Item(ShuttingOut, models.Model):
    """One item (punkt). What it is about is in its paper, where it has one; a topic of the annual wheel,
    a standing item, an item of another meeting or the secretary's own words are where it may stem from.

    `number` is the one it was sent with, None before that; `supplement` the supplementary agenda that it came
    with. `depends_on` and `depends_on_day` say of which body's meeting it needs a referral to stand ("Evt."),
    and `is_referred` whether the case came; None where that is not known yet. `minutes` is how long it takes.
    """

    key = key_column()
    meeting = models.ForeignKey("desk.Meeting", models.PROTECT, related_name="items", verbose_name=_("møde"))
    order = models.PositiveSmallIntegerField(_("rækkefølge"), default=0)
    title = models.CharField(_("overskrift"), max_length=300)
    public_title = models.CharField(_("offentlig overskrift"), max_length=300, blank=True)
    part = part_column()
    closed_ground = models.CharField(_("grund til lukning"), max_length=300, blank=True)
    text = models.TextField(_("tekst"), blank=True)
    paper = models.ForeignKey("desk.Paper", models.PROTECT, null=True, blank=True, related_name="items")
    topic = models.ForeignKey("desk.Topic", models.PROTECT, null=True, blank=True, related_name="items")
    standing = models.ForeignKey(
        "desk.StandingItem", models.PROTECT, null=True, blank=True, related_name="items"
    )
    continues = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="continued_by", editable=False
    )
    purpose = models.TextField(_("formål"), blank=True)
    method = models.CharField(_("metode"), max_length=200, blank=True)
    responsible = models.CharField(_("ansvarlig"), max_length=200, blank=True)
    presenter = models.CharField(_("fremlægger"), max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutter"), null=True, blank=True)
    state = models.CharField(max_length=20, choices=ITEM_STATES, default=ItemState.STANDS)
    number = models.PositiveSmallIntegerField(_("nummer"), null=True, editable=False)
    supplement = models.PositiveSmallIntegerField(_("tillæg"), null=True, editable=False)
    depends_on = models.ForeignKey(
        "desk.Body", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("henvises af")
    )
    depends_on_day = models.DateField(_("på mødet den"), null=True, blank=True)
    is_referred = models.BooleanField(_("er henvist"), null=True, editable=False)

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ("meeting", "order", "id")
        constraints = (
            ground_when_closed("closed_item_says_why"),
            models.CheckConstraint(
                condition=Q(depends_on=None, depends_on_day=None, is_referred=None)
                | Q(depends_on__isnull=False, depends_on_day__isnull=False),
                name="conditional_item_says_on_what",
            ),
            models.UniqueConstraint(fields=["meeting", "number"], name="item_number_once"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_sent(self) -> bool:
        """Whether it has been on an agenda that was sent."""
        return self.number is not None

    @property
    def is_on_agenda(self) -> bool:
        """Whether the agenda has it: what was taken off before it was sent is on none."""
        return self.is_sent or self.state == ItemState.STANDS

    @property
    def is_conditional(self) -> bool:
        """Whether it is not known yet that it stands."""
        return self.depends_on_id is not None and self.is_referred is None

    @property
    def cell(self) -> Cell:
        """Who sees it now: before it is sent itself, those who plan."""
        return self.meeting.cell if self.is_sent else ITEMS[unsent(MeetingState(self.meeting.state))]

    @property
    def effective_part(self) -> Part:
        """Closed where the item or its paper is."""
        own = Part(self.part)
        return own if own == Part.CLOSED or self.paper is None else self.paper.effective_part

    @property
    def effective_ground(self) -> str:
        """Why it is closed, of whichever closes it; "" where nothing does."""
        return self.closed_ground or (self.paper.effective_ground if self.paper else "")

    @property
    def log_name(self) -> str:
        """What the log calls it: the title of what is closed is not told there."""
        with override("da"):
            return str(_("Lukket punkt")) if self.effective_part == Part.CLOSED else self.title

    def roles_of(self, person: Person, on: date) -> set[Role]:
        """What the person is to the item that day."""
        roles = person.roles_in([self.meeting.body], on)
        if self.paper is not None and self.paper.writers.filter(pk=person.pk).exists():
            roles |= {Role.WRITER}
        if self.is_on_agenda and self.meeting_id in meetings_reviewed_by(person):
            roles |= {Role.CONSULTED}
        return roles

    def is_shut_out(self, person: Person) -> bool:
        """Whether the person is kept from this item, or from its paper."""
        rows = Exclusion.objects.filter(person=person, lifted_at=None)
        here = Q(item=self) if self.paper_id is None else Q(item=self) | Q(paper=self.paper_id)
        return rows.filter(here).exists()

    def may_be_seen_by(self, person: Person, on: date, part: Part | None = None) -> bool:
        """Whether the person may see it that day; `part` asks for what belongs to it and is closed."""
        asked = part if part == Part.CLOSED else self.effective_part
        return may_see(self.cell, asked, self.roles_of(person, on), excluded=self.is_shut_out(person))
