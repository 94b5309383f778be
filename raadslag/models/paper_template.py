"""The templates that papers are written in, edited by an administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column
from raadslag.models.template_changes import TemplateChanges

if TYPE_CHECKING:
    from raadslag.models.body import Body


class SectionKind(models.TextChoices):
    """What a section holds: rich text, or the clauses that a body is asked to agree to ("At 1) …")."""

    PROSE = "prose", _("tekst")
    CLAUSES = "clauses", _("at-punkter")


class PaperTemplate(TemplateChanges, models.Model):
    """A template (skabelon), for one body's papers or, without a body, for all's."""

    key = key_column()
    name = models.CharField(_("navn"), max_length=200, unique=True)
    body = models.ForeignKey(
        "desk.Body", models.PROTECT, null=True, blank=True, related_name="templates", verbose_name=_("udvalg")
    )
    is_active = models.BooleanField(_("bruges"), default=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def fits(self, receiver: Body) -> bool:
        """Whether papers to the body are written in it."""
        return self.body_id in (None, receiver.pk)


class TemplateSection(models.Model):
    """One section of a template. `guidance` helps the writer, and is neither printed nor saved as content."""

    key = key_column()
    template = models.ForeignKey(PaperTemplate, models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField(_("rækkefølge"))
    heading = models.CharField(_("overskrift"), max_length=200)
    kind = models.CharField(_("slags"), max_length=20, choices=SectionKind, default=SectionKind.PROSE)
    guidance = models.TextField(_("vejledning"), blank=True)
    is_required = models.BooleanField(_("skal udfyldes"), default=True)
    limit = models.PositiveIntegerField(_("højst antal tegn"), null=True, blank=True)

    class Meta:
        ordering = ("template", "order")
        constraints = (models.UniqueConstraint(fields=["template", "order"], name="template_section_place"),)

    def __str__(self) -> str:
        return self.heading
