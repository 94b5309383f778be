"""A paper (indstilling): what an administration asks bodies to decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from raadslag.models.body import Body
from raadslag.models.columns import ground_when_closed, key_column, part_column
from raadslag.models.exclusion import Exclusion
from raadslag.models.hearing import HearingParty
from raadslag.models.item import Item, papers_of_closed_items
from raadslag.models.paper_begin import PaperBeginning
from raadslag.models.paper_content import PaperContent
from raadslag.models.paper_moves import PaperMoves
from raadslag.models.paper_route import PaperRoute
from raadslag.models.paper_turn import PaperTurn
from raadslag.models.paper_writing import PaperWriting
from raadslag.models.pen import PenHolding
from raadslag.models.route import RouteStep, turn_step
from raadslag.models.shutting_out import ShuttingOut
from raadslag.models.visibility import NOTHING, PartIs, all_closed, bodies_by_role, seen
from raadslag.models.words import PAPER_STATES
from raadslag.record import Part
from raadslag.rules.paper_states import WRITABLE, PaperState
from raadslag.rules.roles import IN_A_BODY, Role
from raadslag.rules.secrecy import PAPERS, may_see, strictest

if TYPE_CHECKING:
    from raadslag.models.person import Person


def paper_part_is(part: Part) -> Q:
    """A paper is closed where it or an item with it is."""
    closed = Q(part=Part.CLOSED) | Q(pk__in=papers_of_closed_items())
    return closed if part == Part.CLOSED else ~closed


class PaperQuerySet(models.QuerySet["Paper"]):
    """Choosing among papers: always begin with `visible_to`."""

    def visible_to(self, person: Person, on: date) -> PaperQuerySet:
        """Those that the person may see that day, on the desk or on an agenda."""
        return self._seen(person, on, paper_part_is, Item.objects.visible_to(person, on))

    def with_closed_parts_visible_to(self, person: Person, on: date) -> PaperQuerySet:
        """Those in which the person may see that day what is closed, were it only an attachment."""
        return self._seen(person, on, all_closed, Item.objects.with_closed_parts_visible_to(person, on))

    def at(self, bodies: Iterable[Body]) -> PaperQuerySet:
        """Those whose route has come to one of the bodies: it is their turn."""
        steps = RouteStep.objects.filter(body__in=bodies)
        return self.annotate(turn_step=turn_step()).filter(turn_step__in=steps.values("pk"))

    def waiting(self) -> PaperQuerySet:
        """The pool: approved, and on no agenda of a body that meets and whose turn it is."""
        return self.filter(state=PaperState.APPROVED).at(Body.objects.meeting())

    def _seen(self, person: Person, on: date, part_is: PartIs, items: models.QuerySet[Item]) -> PaperQuerySet:
        held = bodies_by_role(person, on)

        def reach(role: Role) -> Q:
            if role in IN_A_BODY:
                reached = RouteStep.objects.filter(body__in=held[role], reached_at__isnull=False)
                return Q(pk__in=reached.values("paper")) if held[role] else NOTHING
            if role == Role.WRITER:
                return Q(pk__in=Paper.objects.filter(writers=person).values("pk"))
            if role == Role.CONSULTED:
                return Q(pk__in=HearingParty.objects.asking(person, on).values("hearing__paper"))
            return Q() if role == Role.ADMINISTRATOR and person.is_administrator else NOTHING

        shut_out = Exclusion.objects.filter(person=person, lifted_at=None)
        on_the_desk = seen(PAPERS, "state", part_is, reach)
        on_an_agenda = Q(pk__in=items.exclude(paper=None).values("paper"))
        return self.filter(on_the_desk | on_an_agenda).exclude(
            Q(pk__in=shut_out.exclude(paper=None).values("paper"))
            | Q(pk__in=shut_out.exclude(item__paper=None).values("item__paper"))
        )


class Paper(
    PaperBeginning,
    PaperContent,
    PaperWriting,
    PenHolding,
    PaperRoute,
    PaperMoves,
    PaperTurn,
    ShuttingOut,
    models.Model,
):
    """A paper. Its text is in its sections, its way in its route's steps and its moves.

    One person at a time has the pen: `pen`, since `pen_taken_at`. `revision` counts the times the text
    was saved. `phone` and `email` are the caseworker's as the paper prints them.
    """

    key = key_column()
    title = models.CharField(_("overskrift"), max_length=300, blank=True)
    public_title = models.CharField(_("offentlig overskrift"), max_length=300, blank=True)
    case_number = models.CharField(_("sagsnummer"), max_length=60, blank=True)
    template = models.ForeignKey("desk.PaperTemplate", models.PROTECT, related_name="papers")
    sender = models.ForeignKey("desk.Body", models.PROTECT, related_name="papers_sent", verbose_name=_("fra"))
    receiver = models.ForeignKey(
        "desk.Body", models.PROTECT, related_name="papers_received", verbose_name=_("til")
    )
    dated_on = models.DateField(_("dato"))
    caseworker = models.ForeignKey(
        "desk.Person", models.PROTECT, related_name="papers", verbose_name=_("sagsbehandler")
    )
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    part = part_column()
    closed_ground = models.CharField(_("grund til lukning"), max_length=300, blank=True)
    state = models.CharField(max_length=20, choices=PAPER_STATES, default=PaperState.DRAFT)
    topic = models.ForeignKey("desk.Topic", models.PROTECT, null=True, blank=True, related_name="papers")
    aimed_at = models.ForeignKey(
        "desk.Meeting",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="papers_expected",
        verbose_name=_("til mødet"),
    )
    writers = models.ManyToManyField("desk.Person", related_name="papers_written")
    pen = models.ForeignKey("desk.Person", models.PROTECT, null=True, blank=True, related_name="pens")
    pen_taken_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("desk.Person", models.PROTECT, related_name="papers_begun")
    changed_at = models.DateTimeField()

    objects = PaperQuerySet.as_manager()

    class Meta:
        ordering = ("-changed_at", "-id")
        constraints = (ground_when_closed("closed_paper_says_why"),)

    def __str__(self) -> str:
        return self.title or str(_("Indstilling uden overskrift"))

    def get_absolute_url(self) -> str:
        """The paper's page, in the language that notices are written in."""
        with translation.override(settings.LANGUAGE_CODE):
            return reverse("desk:paper", args=[self.key])

    @property
    def effective_part(self) -> Part:
        """Closed where it or an item with it is, whatever became of the item."""
        own = Part(self.part)
        if own == Part.CLOSED:
            return own
        return strictest(own, *(Part(item.part) for item in self.items.all()))

    @property
    def effective_ground(self) -> str:
        """Why it is closed, of itself or of an item with it; "" where nothing closes it."""
        return self.closed_ground or next(filter(None, (each.closed_ground for each in self.items.all())), "")

    @property
    def log_name(self) -> str:
        """What the log calls it: the title of what is closed is not told there."""
        with override("da"):
            closed = _("Lukket indstilling")
            return f"{closed} {self.case_number}".strip() if self.effective_part == Part.CLOSED else str(self)

    @property
    def is_writable(self) -> bool:
        """Whether its text is still the case officers' to change."""
        return self.state in WRITABLE

    def roles_of(self, person: Person, on: date) -> set[Role]:
        """What the person is to the paper that day, on the desk."""
        return set(self._each_role_of(person, on))

    def _each_role_of(self, person: Person, on: date) -> Iterator[Role]:
        """The roles, the one that is asked about most first: whoever has found one needs no more queries."""
        if self.writers.filter(pk=person.pk).exists():
            yield Role.WRITER
        reached = self.steps.filter(reached_at__isnull=False).values("body")
        yield from person.roles_in(Body.objects.filter(pk__in=reached), on)
        if HearingParty.objects.asking(person, on).filter(hearing__paper=self).exists():
            yield Role.CONSULTED

    def is_shut_out(self, person: Person) -> bool:
        """Whether the person is kept from this paper, or from an item that has it."""
        rows = Exclusion.objects.filter(person=person, lifted_at=None)
        return rows.filter(Q(paper=self) | Q(item__paper=self)).exists()

    def may_be_seen_by(self, person: Person, on: date, part: Part | None = None) -> bool:
        """Whether the person may see it that day; `part` asks for what belongs to it and is closed."""
        if self.is_shut_out(person):
            return False
        cell, met = PAPERS[PaperState(self.state)], set()
        for role in self._each_role_of(person, on):
            if role in cell[Part.CLOSED]:  # whatever the part, which need not be looked up then
                return True
            met.add(role)
        asked = part if part == Part.CLOSED else self.effective_part
        if may_see(cell, asked, met):
            return True
        items = self.items.select_related("meeting__body")
        return any(item.may_be_seen_by(person, on, asked) for item in items)
