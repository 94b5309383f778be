"""What an editor sent: each section with what it was when it was opened, and the head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from raadslag.desk.papers.forms import HeadForm
from raadslag.desk.widgets import prose_of
from raadslag.models import Paper, PaperSection, SectionKind
from raadslag.models.paper_content import HEAD
from raadslag.models.paper_writing import TypedSection
from raadslag.prose.clauses import clause_lines

REVISION, BASE = "-revision", "-base"


@dataclass(frozen=True)
class Typed:
    """All that was sent."""

    sections: tuple[TypedSection, ...]
    data: QueryDict
    paper: Paper

    @property
    def has_head(self) -> bool:
        """Whether anything of the head was sent: most saves are of a section alone."""
        return any(f"{name}{BASE}" in self.data for name in HEAD)

    @cached_property
    def form(self) -> HeadForm:
        """The head, with what is wrong with it."""
        return HeadForm(self.data, instance=self.paper)


def name_of(section: PaperSection) -> str:
    """What the section's field is called."""
    return f"afsnit-{section.key}"


def typed_in(data: QueryDict, paper: Paper) -> Typed:
    """What the form's data holds for the paper."""
    return Typed(tuple(_sections(data, paper)), data, paper)


def _sections(data: QueryDict, paper: Paper) -> Iterator[TypedSection]:
    for section in paper.sections.all():
        name = name_of(section)
        revision = data.get(f"{name}{REVISION}", "")
        if not revision.isdecimal():
            continue
        base = data.get(f"{name}{BASE}", "")
        content = _content(data, section, name, base)
        if content is not None:
            yield TypedSection(key=section.key, revision=int(revision), base=base, content=content)


def _content(data: QueryDict, section: PaperSection, name: str, base: str) -> str | None:
    if section.kind == SectionKind.CLAUSES:
        return clause_lines(data.getlist(name))
    return prose_of(data, name, keeping=base)
