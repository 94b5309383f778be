"""The page where a paper is written, saved with a button; `autosave.py` saves it between."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadslag.desk.access import now, person_of, seen
from raadslag.desk.papers.conflicts import collided, kept, pen_elsewhere
from raadslag.desk.papers.fields import fields_of
from raadslag.desk.papers.forms import HeadForm, is_unusual
from raadslag.desk.papers.typed import Typed, typed_in
from raadslag.models import Paper
from raadslag.models.paper_writing import Collided, PenElsewhere
from raadslag.models.refusal import Refused

WRONG = 422
DAY = 86_400


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, key: UUID) -> HttpResponse:
    paper = seen(request, Paper, key)
    if request.method == "POST":
        return save(request, paper, typed_in(request.POST, paper))
    if not paper.may_write(person_of(request), now()):
        messages.info(request, _("Du kan ikke rette i indstillingen lige nu."))
        return redirect("desk:paper", paper.key)
    return shown(request, paper, HeadForm(instance=paper))


def save(request: HttpRequest, paper: Paper, typed: Typed) -> HttpResponse:
    """Saves all that was sent, or shows both versions of what two have changed. Whoever takes the pen with
    it saves what they typed before they had it."""
    by, at = person_of(request), now()
    head, takes_pen = typed.form.typed(), "take_pen" in request.POST
    try:
        if takes_pen:
            paper.take_pen_back(by=by, at=at)
        paper.write(by=by, at=at, sections=typed.sections, head=head, why="" if takes_pen else str(_("Gemt")))
    except Collided as refused:
        return collided(request, paper, typed, refused)
    except PenElsewhere as refused:
        return pen_elsewhere(request, paper, typed, refused)
    except Refused as refused:
        return kept(request, paper, typed, refused)
    if typed.form.errors:
        return shown(request, paper, typed.form, status=WRONG)
    done = _("Du har pennen, og det, du har skrevet, er gemt.") if takes_pen else _("Indstillingen er gemt.")
    messages.success(request, done)
    answer = redirect("desk:paper" if "close" in request.POST else "desk:paper-edit", paper.key)
    return told_as_saved(answer, request, paper)


def told_as_saved(answer: HttpResponse, request: HttpRequest, paper: Paper) -> HttpResponse:
    """The answer, with word to the browser that what it kept of that page is saved."""
    page = request.POST.get("page", "")
    if page.isalnum() and len(page) < 40:
        answer.set_cookie(saved_cookie(paper), page, max_age=DAY, samesite="Lax", secure=request.is_secure())
    return answer


def saved_cookie(paper: Paper) -> str:
    return f"gemt-{paper.key}"


def shown(request: HttpRequest, paper: Paper, form: HeadForm, status: int = 200) -> HttpResponse:
    by = person_of(request)
    context = {
        "section": "papers",
        "crumbs": [(str(paper), paper.get_absolute_url()), (_("Skriv"), None)],
        "paper": paper,
        "form": form,
        "fields": list(fields_of(paper)),
        "characters": paper.characters,
        "is_unusual": is_unusual(paper.case_number),
        "pen_elsewhere": paper.pen if paper.pen not in (None, by) else None,
        "page": get_random_string(20),
        "saved_cookie": saved_cookie(paper),
    }
    return render(request, "desk/papers/edit.html", context, status=status)
