"""A paper's text: its sections as they are now, and every version that was saved."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column
from raadslag.models.paper_template import SectionKind


class PaperSection(models.Model):
    """One section. Its heading and demands are the template's as they were when the paper was begun.

    `content` is clean HTML where `kind` is prose, and one clause a line where it is clauses.
    `revision` is the paper's when this section last changed.
    """

    key = key_column()
    paper = models.ForeignKey("desk.Paper", models.CASCADE, related_name="sections")
    template_section = models.ForeignKey(
        "desk.TemplateSection", models.SET_NULL, null=True, related_name="paper_sections"
    )
    order = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=SectionKind, default=SectionKind.PROSE)
    is_required = models.BooleanField(default=True)
    limit = models.PositiveIntegerField(null=True, blank=True)
    content = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("paper", "order")
        constraints = (models.UniqueConstraint(fields=["paper", "order"], name="paper_section_place"),)

    def __str__(self) -> str:
        return self.heading

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses, without their marks."""
        return tuple(line for line in self.content.splitlines() if line.strip())


class PaperVersion(models.Model):
    """The whole text as somebody saved it, from `begun_at` to `saved_at`; the last one is the text as it is.

    `content` is the JSON data of `Paper.content`. `why` says what ended the version, such as an upload of
    Word; while it says nothing, the same person goes on in it for half an hour.
    """

    paper = models.ForeignKey("desk.Paper", models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    why = models.CharField(_("anledning"), max_length=200, blank=True)
    content = models.JSONField()

    class Meta:
        ordering = ("paper", "-number")
        constraints = (models.UniqueConstraint(fields=["paper", "number"], name="paper_version_number"),)

    def __str__(self) -> str:
        return f"{self.paper}, version {self.number}"
