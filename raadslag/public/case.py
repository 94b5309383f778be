"""A case: every treatment of one case number, the earliest first."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from raadslag.public.course import course
from raadslag.public.kept import kept


@kept
def case(request: HttpRequest, case_number: str) -> HttpResponse:
    """Where the case has been, and what came of it."""
    steps = course(case_number)
    if not steps:
        raise Http404
    context = {
        "crumbs": [(_("Sag %(number)s") % {"number": case_number}, None)],
        "case_number": case_number,
        "steps": steps,
    }
    return render(request, "public/case.html", context)
