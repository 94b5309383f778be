"""Who is shut out of a paper or an item (inhabil): entered and lifted by those who work with it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadslag.desk.access import now, person_of, seen, today
from raadslag.desk.people.forms import ExclusionForm
from raadslag.models import Item, Paper, Person

Thing = Paper | Item


def workers_thing(request: HttpRequest, noun: type[Paper] | type[Item], key: UUID) -> Thing:
    """The paper or item, to one who may say who is inhabil. Raises Http404."""
    thing = seen(request, noun, key)
    if not thing.may_shut_out(person_of(request), today()):
        raise Http404
    return thing


def page_of(noun: type[Paper] | type[Item], name: str) -> Callable[..., HttpResponse]:
    """The page of one noun's exclusions, which has that name among the addresses."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def exclusions(request: HttpRequest, key: UUID) -> HttpResponse:
        thing = workers_thing(request, noun, key)
        standing, inherited = thing.standing_exclusions(), thing.inherited_exclusions()
        shut_out = [each.person_id for each in (*standing, *inherited)]
        form = ExclusionForm(request.POST or None, shut_out=shut_out)
        if request.method == "POST" and form.is_valid():
            chosen, reason = form.cleaned_data["person"], form.cleaned_data["reason"]
            thing.shut_out(chosen, reason, by=person_of(request), at=now())
            messages.success(request, _("Gemt. Sagen er nu skjult for %(name)s.") % {"name": chosen})
            return redirect("desk:start") if chosen == person_of(request) else redirect(f"desk:{name}", key)
        context = {
            "section": "papers" if noun is Paper else "meetings",
            "crumbs": [(str(thing), None), (_("Inhabilitet"), None)],
            "thing": thing,
            "form": form,
            "exclusions": standing,
            "inherited": inherited,
            "lift": f"desk:{name}-lift",
        }
        return render(request, "desk/people/exclusions.html", context)

    return exclusions


def lifting(noun: type[Paper] | type[Item], name: str) -> Callable[..., HttpResponse]:
    """What the button at one person does: the noun is shown to them again."""

    @require_POST
    def lift(request: HttpRequest, key: UUID, person: UUID) -> HttpResponse:
        thing = workers_thing(request, noun, key)
        chosen = get_object_or_404(Person, key=person)
        if thing.lift(chosen, by=person_of(request), at=now()):
            messages.success(request, _("Ophævet. %(name)s kan se sagen igen.") % {"name": chosen})
        return redirect(f"desk:{name}", key)

    return lift
