"""The route (sagsgang): the bodies that treat a case, in order, and what each of them said."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column


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
