"""A page that is a heading and a form, as many of these pages are."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

FORM = ("GET", "HEAD", "POST")
UNPROCESSABLE = 422  # what was typed is shown again, with what is wrong with it


def form_page(
    request: HttpRequest,
    form: BaseForm,
    *,
    title: str,
    section: str,
    back: str | tuple[Any, ...],
    lead: str = "",
    submit: str = "",
) -> HttpResponse:
    """The form under a heading. `back` is the page it belongs to: an address's name, with its arguments."""
    name, *arguments = (back,) if isinstance(back, str) else back
    context = {
        "section": section,
        "crumbs": [(title, None)],
        "title": title,
        "lead": lead,
        "form": form,
        "submit": submit,
        "back": reverse(f"desk:{name}", args=arguments),
    }
    return render(request, "desk/year/form_page.html", context, status=status_of(form))


def status_of(*forms: BaseForm) -> int:
    """Whether a page with these forms says that something is wrong."""
    return UNPROCESSABLE if any(form.is_bound and form.errors for form in forms) else 200
