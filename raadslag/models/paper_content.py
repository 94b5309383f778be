"""A paper's text as data: what a version keeps, and what print and Word are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from raadslag.models.municipality import Municipality
from raadslag.prose.paper import PaperText, SectionKind, TextSection

if TYPE_CHECKING:
    from raadslag.models.paper import Paper
    from raadslag.models.paper_text import PaperSection

# what a paper says beside its sections and may be changed while it is written
HEAD = (
    "title",
    "public_title",
    "receiver",
    "aimed_at",
    "case_number",
    "part",
    "closed_ground",
    "dated_on",
    "caseworker",
    "phone",
    "email",
)


class PaperContent(models.Model):
    """The part of a paper that says what is in it."""

    class Meta:
        abstract = True

    def content(self: Paper) -> dict[str, Any]:
        """The whole text as JSON data: its revision, the head by column, and the sections in order."""
        return {
            "revision": self.revision,
            "head": {name: head_value(self, name) for name in HEAD},
            "sections": [section_data(section) for section in self.sections.all()],
        }

    def text(self: Paper) -> PaperText:
        """The whole text as print and Word take it: guidance has no place there."""
        municipality = Municipality.objects.first()
        return PaperText(
            title=self.title,
            authority=municipality.name if municipality else "",
            to=self.receiver.name,
            from_=self.sender.name,
            dated_on=self.dated_on,
            case_number=self.case_number,
            sections=tuple(map(text_section, self.sections.all())),
            caseworker=self.caseworker.name,
            phone=self.phone,
            email=self.email,
        )

    @property
    def characters(self) -> int:
        """ "Antal tegn"."""
        return self.text().characters


def head_value(paper: Paper, name: str) -> str:
    """A column of the head as text, a person, a body or a meeting as its key."""
    return as_text(getattr(paper, name))


def as_text(value: Any) -> str:
    """What stands in a column as text: a row by its key, nothing as ""."""
    if value is None:
        return ""
    return str(value.key) if isinstance(value, models.Model) else str(value)


def section_data(section: PaperSection) -> dict[str, str]:
    return {
        "key": str(section.key),
        "heading": section.heading,
        "kind": section.kind,
        "content": section.content,
    }


def text_section(section: PaperSection) -> TextSection:
    kind = SectionKind(section.kind)
    is_prose = kind is SectionKind.PROSE
    return TextSection(
        key=str(section.key),
        heading=section.heading,
        kind=kind,
        html=section.content if is_prose else "",
        clauses=() if is_prose else section.clauses,
    )
