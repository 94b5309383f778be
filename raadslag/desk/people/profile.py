"""My own entry: what papers print of me, and the language of my pages."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadslag.desk.access import now, person_of, today
from raadslag.desk.people.forms import ProfileForm


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    form = ProfileForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        person.change(**form.values(), by=person, at=now())
        messages.success(request, _("Gemt."))
        return redirect("desk:profile")
    roles = person.memberships.held(today()).select_related("body", "stands_in_for")
    context = {"section": "profile", "crumbs": [(_("Din profil"), None)], "form": form, "roles": roles}
    return render(request, "desk/people/profile.html", context)
