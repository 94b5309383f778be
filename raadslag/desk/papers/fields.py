"""A section as the editor shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString

from raadslag.desk.papers.typed import name_of
from raadslag.desk.widgets import ProseWidget
from raadslag.models import Paper, PaperSection, SectionKind
from raadslag.models.paper_facts import section_facts

# empty lines for more clauses, for those who have no script to add them with
SPARE = 2


@dataclass(frozen=True, slots=True)
class Field:
    """A section, its text to be edited, and what it was when the page was made."""

    section: PaperSection
    name: str
    content: str
    base: str
    revision: int
    guidance: str
    upload: str

    @property
    def heading_id(self) -> str:
        return f"{self.name}-overskrift"

    @property
    def holds_clauses(self) -> bool:
        return self.section.kind == SectionKind.CLAUSES

    @property
    def clauses(self) -> list[str]:
        """The clauses to edit, with empty ones after them."""
        return [*self.content.splitlines(), *[""] * SPARE]

    @property
    def characters(self) -> int:
        return section_facts(self.section).characters

    @property
    def editor(self) -> SafeString:
        """The rich text's editor."""
        widget = ProseWidget(
            labelled_by=self.heading_id,
            guidance=self.guidance,
            limit=self.section.limit,
            upload=self.upload,
        )
        return widget.render(self.name, self.content, {"id": f"id-{self.name}"})


def fields_of(paper: Paper, typed: Mapping[UUID, str] | None = None) -> Iterator[Field]:
    """The sections of the paper; with `typed`, somebody's text in place of the one that is kept."""
    upload = reverse("desk:picture-upload", args=[paper.key])
    for section in paper.sections.select_related("template_section"):
        source = section.template_section
        yield Field(
            section=section,
            name=name_of(section),
            content=(typed or {}).get(section.key, section.content),
            base=section.content,
            revision=section.revision,
            guidance=source.guidance if source else "",
            upload=upload,
        )
