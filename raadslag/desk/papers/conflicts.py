"""What is shown where a text could not be saved as it was typed: both versions, and nothing lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from raadslag.desk.access import now, person_of
from raadslag.desk.papers.fields import Field, fields_of
from raadslag.desk.papers.forms import HeadForm
from raadslag.desk.papers.head_words import in_words
from raadslag.desk.papers.typed import Typed
from raadslag.models import Paper, PaperSection, SectionKind
from raadslag.models.paper_content import as_text, head_value
from raadslag.models.paper_writing import (
    Collided,
    TypedSection,
    TypedValue,
    as_content,
    brought_together,
    clean,
)
from raadslag.models.refusal import Overtaken, Refused
from raadslag.prose.clauses import clauses_as_html

CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Meeting:
    """A section in which two texts meet: what each was, as HTML to compare, and both as one to edit."""

    field: Field
    base: str
    theirs: str
    mine: str
    collides: bool


@dataclass(frozen=True, slots=True)
class HeadMeeting:
    """A column that two have changed: what is kept now, in words and as `base`, and the field with what was
    typed."""

    name: str
    theirs: str
    base: str
    field: BoundField


def collided(request: HttpRequest, paper: Paper, typed: Typed, refused: Collided) -> HttpResponse:
    """Two changed the same: the second sees both, with all that does not collide merged already."""
    return _both(request, paper, typed, refused, may_take_pen=False, head=refused.head)


def pen_elsewhere(request: HttpRequest, paper: Paper, typed: Typed, refused: Overtaken) -> HttpResponse:
    """Somebody else has the pen: what was typed is there still, to be saved once the pen is back."""
    head = {name: value for name, value in typed.form.typed().items() if is_changed(paper, name, value)}
    return _both(request, paper, typed, refused, may_take_pen=True, head=head)


def kept(request: HttpRequest, paper: Paper, typed: Typed, refused: Refused) -> HttpResponse:
    """Nothing can be saved: what was typed is shown, to be copied."""
    rows = {section.key: section for section in paper.sections.all()}
    unsaved = [
        (rows[each.key], as_html(rows[each.key], each.content)) for each in changed(paper, typed.sections)
    ]
    head = {name: value for name, value in typed.form.typed().items() if is_changed(paper, name, value)}
    context = {
        "section": "papers",
        "paper": paper,
        "refused": refused,
        "unsaved": unsaved,
        "head": [
            (typed.form[name].label, in_words(name, as_text(each.value))) for name, each in head.items()
        ],
    }
    return render(request, "desk/papers/kept.html", context, status=CONFLICT)


def changed(paper: Paper, sections: tuple[TypedSection, ...]) -> list[TypedSection]:
    """Those in which somebody typed something that is not kept."""
    rows = {section.key: section for section in paper.sections.all()}
    return [each for each in sections if clean(rows[each.key], each.content) != rows[each.key].content]


def is_changed(paper: Paper, name: str, typed: TypedValue) -> bool:
    """Whether what was chosen for the column is other than what is kept."""
    return head_value(paper, name) != as_text(typed.value)


def _both(
    request: HttpRequest,
    paper: Paper,
    typed: Typed,
    refused: Overtaken,
    *,
    may_take_pen: bool,
    head: Mapping[str, TypedValue],
) -> HttpResponse:
    sections = changed(paper, typed.sections)
    meetings = list(_meetings(paper, sections))
    context: dict[str, Any] = {
        "section": "papers",
        "crumbs": [(str(paper), paper.get_absolute_url()), (_("To versioner"), None)],
        "paper": paper,
        "refused": refused,
        "meetings": meetings,
        "head": [_head(paper, typed.form, name) for name in head],
        "form": typed.form,
        "last": paper.versions.select_related("saved_by").first(),
        "may_take_pen": may_take_pen and paper.may_write(person_of(request), now()),
    }
    return render(request, "desk/papers/conflict.html", context, status=CONFLICT)


def _meetings(paper: Paper, sections: list[TypedSection]) -> list[Meeting]:
    rows = {section.key: section for section in paper.sections.all()}
    merged = {each.key: brought_together(rows[each.key], each) for each in sections}
    texts = {key: as_content(rows[key], both.html) for key, both in merged.items()}
    fields = {field.section.key: field for field in fields_of(paper, texts)}
    return [
        Meeting(
            field=fields[each.key],
            base=as_html(rows[each.key], each.base),
            theirs=as_html(rows[each.key], rows[each.key].content),
            mine=as_html(rows[each.key], each.content),
            collides=bool(merged[each.key].collisions),
        )
        for each in sections
    ]


def _head(paper: Paper, form: HeadForm, name: str) -> HeadMeeting:
    field = form.fields[name]
    if isinstance(field.widget, forms.RadioSelect):  # here each column is one line
        field.widget = forms.Select(choices=field.choices)
    base = head_value(paper, name)
    return HeadMeeting(name=name, theirs=in_words(name, base), base=base, field=form[name])


def as_html(section: PaperSection, content: str) -> str:
    """A section's content as HTML, whatever it holds."""
    return clauses_as_html(content) if section.kind == SectionKind.CLAUSES else content
