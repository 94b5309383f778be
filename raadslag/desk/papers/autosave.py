"""Saving while somebody writes. The browser keeps what it has not heard to be saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from raadslag.desk.access import now, person_of, today
from raadslag.desk.papers.conflicts import CONFLICT
from raadslag.desk.papers.typed import name_of, typed_in
from raadslag.models import Paper
from raadslag.models.paper_content import head_value
from raadslag.models.paper_writing import Written
from raadslag.models.refusal import Refused


@require_POST
def autosave(request: HttpRequest, key: UUID) -> HttpResponse:
    """Saves the sections and columns that were sent. 409 with sentences where nothing was.

    That somebody looked at the paper was an event when they opened it, and is none each time it is saved.
    """
    # a save is what is done most: whether the person sees the paper is asked once, by `write`
    paper = get_object_or_404(Paper.objects.select_related("caseworker", "receiver"), key=key)
    by, at = person_of(request), now()
    typed = typed_in(request.POST, paper)
    head = typed.form.typed() if typed.has_head else {}
    try:
        written = paper.write(by=by, at=at, sections=typed.sections, head=head)
    except Refused as refused:
        if not paper.may_be_seen_by(by, today()):
            raise Http404 from refused
        return JsonResponse({"sentences": refused.sentences}, status=CONFLICT)
    errors = typed.form.errors if typed.has_head else {}
    return JsonResponse(answer(paper, written, list(head), errors))


def answer(paper: Paper, written: Written, head: list[str], errors: Mapping[str, Any]) -> dict[str, Any]:
    """What the browser must know: revisions, texts that became other than typed, and what is wrong."""
    sections = {
        name_of(section): {
            "revision": section.revision,
            **({"content": written.changed[section.key]} if section.key in written.changed else {}),
        }
        for section in paper.sections.all()
    }
    return {
        "saved_at": timezone.localtime(now()).strftime("%H.%M"),
        "sections": sections,
        "head": {name: head_value(paper, name) for name in (*head, *written.along)},
        "errors": errors,
    }
