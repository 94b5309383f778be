"""A new paper: from a template, and from a topic of the annual wheel where it stems from one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadslag.desk.access import now, person_of
from raadslag.desk.papers.forms import NewPaperForm
from raadslag.models import Paper, Topic
from raadslag.models.refusal import Refused

WRONG = 422


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form, and the paper begun; `emne` in the address is a topic's key."""
    by, topic = person_of(request), topic_of(request)
    form = NewPaperForm(request.POST or None, by=by, topic=topic)
    if request.method == "POST" and form.is_valid():
        values: dict[str, Any] = dict(form.cleaned_data)
        template = values.pop("template")
        try:
            paper = Paper.begin(template, **values, topic=topic, by=by, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Indstillingen er begyndt. Det, du skriver, bliver gemt undervejs."))
            return redirect("desk:paper-edit", paper.key)
    context = {
        "section": "papers",
        "crumbs": [(_("Ny indstilling"), None)],
        "form": form,
        "topic": topic,
        "may_begin": form.fields["sender"].queryset.exists(),
        "has_templates": form.fields["template"].queryset.exists(),
    }
    return render(request, "desk/papers/new.html", context, status=WRONG if form.errors else 200)


def topic_of(request: HttpRequest) -> Topic | None:
    """The topic that the address names. Raises Http404 for one that is not on a wheel."""
    asked = request.GET.get("emne")
    if not asked:
        return None
    try:
        return Topic.objects.on_the_wheel().select_related("body").get(key=UUID(asked))
    except (ValueError, Topic.DoesNotExist):
        raise Http404 from None
