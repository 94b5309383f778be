"""The route (sagsgang): the bodies that treat a case, in order, and what each of them said."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from raadslag.models.body import BodyKind
from raadslag.models.columns import key_column
from raadslag.rules.paper_states import Turn
from raadslag.rules.roles import Role

if TYPE_CHECKING:
    from raadslag.models.person import Person


class Task(models.TextChoices):
    """What a body does with a case at its step."""

    WRITES = "writes", _("skriver")
    ENDORSES = "endorses", _("giver påtegning")
    RECOMMENDS = "recommends", _("anbefaler")
    DECIDES = "decides", _("beslutter")
    ADVISES = "advises", _("udtaler sig")
    NOTES = "notes", _("orienteres")


class RouteTemplate(models.Model):
    """The usual route of one kind of case (sagstype)."""

    key = key_column()
    name = models.CharField(_("sagstype"), max_length=200, unique=True)
    is_active = models.BooleanField(_("bruges"), default=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class RouteTemplateStep(models.Model):
    """One step of a usual route. No body means the department that writes; `working_days` is how long
    the step has."""

    template = models.ForeignKey(RouteTemplate, models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField(_("rækkefølge"))
    body = models.ForeignKey("desk.Body", models.PROTECT, null=True, blank=True, verbose_name=_("udvalg"))
    task = models.CharField(_("opgave"), max_length=20, choices=Task)
    working_days = models.PositiveSmallIntegerField(_("hverdage"), default=5)

    class Meta:
        ordering = ("template", "order")
        constraints = (models.UniqueConstraint(fields=["template", "order"], name="route_template_place"),)

    def __str__(self) -> str:
        return f"{self.template}: {self.body or '–'}"


class RouteStep(models.Model):
    """One body's turn with one paper. `text` and `reservations` are its words, which the paper carries on;
    `owner` is who owes them. A step that is reached lets the body's people see the paper."""

    key = key_column()
    paper = models.ForeignKey("desk.Paper", models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField()
    body = models.ForeignKey("desk.Body", models.PROTECT, related_name="steps", verbose_name=_("udvalg"))
    task = models.CharField(_("opgave"), max_length=20, choices=Task)
    owner = models.ForeignKey(
        "desk.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="steps",
        verbose_name=_("ansvarlig"),
    )
    due_on = models.DateField(_("frist"), null=True, blank=True)
    reached_at = models.DateTimeField(null=True)
    text = models.TextField(_("tekst"), blank=True)
    reservations = models.TextField(_("forbehold"), blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("desk.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("paper", "order")
        constraints = (
            models.UniqueConstraint(fields=["paper", "order"], name="route_step_place"),
            models.CheckConstraint(
                condition=models.Q(done_at=None) | models.Q(reached_at__isnull=False),
                name="step_is_reached_before_done",
            ),
        )

    def __str__(self) -> str:
        return f"{self.body}: {self.get_task_display()}"

    @property
    def is_reached(self) -> bool:
        return self.reached_at is not None

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    @property
    def turn(self) -> Turn:
        """What the body does with papers: a department writes and endorses, the others meet."""
        return Turn.OFFICE if self.body.kind == BodyKind.DEPARTMENT else Turn.MEETING

    @property
    def treats(self) -> Role:
        """The role of those in the body who see to its papers."""
        return Role.APPROVER if self.turn == Turn.OFFICE else Role.SECRETARY

    def is_late(self, on: date) -> bool:
        """Whether the step should have been done before that day."""
        return self.due_on is not None and not self.is_done and self.due_on < on

    def reach(self, at: datetime) -> None:
        """It is the body's turn, so that its people see the paper."""
        if not self.is_reached:
            self.reached_at = at
            self.save(update_fields=["reached_at"])

    def finish(self, *, by: Person, at: datetime, text: str, reservations: str = "") -> None:
        """The body has done its part; `text` is what it said."""
        self.text, self.reservations, self.done_at, self.done_by = text, reservations, at, by
        self.save(update_fields=["text", "reservations", "done_at", "done_by"])

    def reopen(self, due_on: date | None) -> None:
        """The body must do its part again, as the paper is written anew. What it said stays, for it to keep
        or change."""
        self.done_at, self.done_by, self.due_on = None, None, due_on
        self.save(update_fields=["done_at", "done_by", "due_on"])


def turn_step() -> Coalesce:
    """As a column of papers: the row number of the step whose turn it is (`rules.route.turn`)."""
    reached = RouteStep.objects.filter(paper=models.OuterRef("pk"), reached_at__isnull=False)
    first_open = reached.filter(done_at=None).order_by("order").values("pk")[:1]
    last = reached.order_by("-order").values("pk")[:1]
    return Coalesce(models.Subquery(first_open), models.Subquery(last))
