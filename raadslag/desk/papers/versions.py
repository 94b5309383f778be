"""The versions of a paper: who saved what when, and the difference between any two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.desk.access import seen
from raadslag.desk.papers.forms import HeadForm
from raadslag.desk.papers.head_words import in_words
from raadslag.models import Paper, PaperVersion
from raadslag.models.paper_content import HEAD
from raadslag.prose import changed
from raadslag.prose.clauses import clauses_as_html
from raadslag.prose.paper import SectionKind


@dataclass(frozen=True, slots=True)
class Row:
    """A section or a column in two versions: HTML for a section, text for a column."""

    label: str
    old: str
    new: str
    is_html: bool

    @property
    def differs(self) -> bool:
        return changed(self.old, self.new) if self.is_html else self.old != self.new


@require_safe
def versions(request: HttpRequest, key: UUID) -> HttpResponse:
    """All of them, the newest first; two can be chosen and compared."""
    paper = seen(request, Paper, key)
    rows = list(paper.versions.select_related("saved_by").defer("content"))
    if "fra" in request.GET and "til" in request.GET:
        numbers = sorted(number_of(request.GET[name]) for name in ("fra", "til"))
        return redirect("desk:paper-difference", paper.key, *numbers)
    context = {
        "section": "papers",
        "crumbs": [(str(paper), paper.get_absolute_url()), (_("Versioner"), None)],
        "paper": paper,
        "versions": rows,
    }
    return render(request, "desk/papers/versions.html", context)


@require_safe
def version(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """The text as it was."""
    paper = seen(request, Paper, key)
    chosen = version_of(paper, number)
    context = page(paper, _("Version %(number)d") % {"number": number})
    context |= {"version": chosen, "rows": list(rows_between(chosen.content, chosen.content))}
    return render(request, "desk/papers/version.html", context)


@require_safe
def difference(request: HttpRequest, key: UUID, old: int, new: int) -> HttpResponse:
    """What became of the text between two versions."""
    paper = seen(request, Paper, key)
    before, after = version_of(paper, old), version_of(paper, new)
    rows = [row for row in rows_between(before.content, after.content) if row.differs]
    title = _("Version %(old)d og %(new)d") % {"old": old, "new": new}
    context = page(paper, title) | {"old": before, "new": after, "rows": rows}
    return render(request, "desk/papers/difference.html", context)


def page(paper: Paper, title: str) -> dict[str, Any]:
    back = reverse("desk:paper-versions", args=[paper.key])
    crumbs = [(str(paper), paper.get_absolute_url()), (_("Versioner"), back), (title, None)]
    return {"section": "papers", "crumbs": crumbs, "paper": paper}


def number_of(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 8):
        raise Http404
    return int(text)


def version_of(paper: Paper, number: int) -> PaperVersion:
    found = paper.versions.select_related("saved_by").filter(number=number).first()
    if found is None:
        raise Http404
    return found


def rows_between(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Row]:
    """Columns and sections of both, in the order of the new; what only the old has comes last."""
    for name in HEAD:
        if name in old["head"] and name in new["head"]:  # one from before the column was says nothing of it
            label = str(HeadForm.base_fields[name].label)
            was, now = (in_words(name, each["head"][name]) for each in (old, new))
            yield Row(label, was, now, is_html=False)
    before = {section["key"]: section for section in old["sections"]}
    for section in new["sections"]:
        was = before.pop(section["key"], None)
        yield Row(section["heading"], as_html(was) if was else "", as_html(section), is_html=True)
    for was in before.values():
        yield Row(was["heading"], as_html(was), "", is_html=True)


def as_html(section: dict[str, str]) -> str:
    is_clauses = section["kind"] == SectionKind.CLAUSES
    return clauses_as_html(section["content"]) if is_clauses else section["content"]
