"""Which annual wheel (årshjul) is a person's own, and the list of all wheels for who has none."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.desk.access import person_of, today
from raadslag.models import Body, Membership, Person, Topic
from raadslag.rules.roles import IN_A_BODY


@require_safe
def wheels(request: HttpRequest) -> HttpResponse:
    """Leads to the person's own wheel; who has none chooses from the list of them all."""
    person, on = person_of(request), today()
    if body := own_wheel(person, on):
        return redirect("desk:wheel", body.key)
    context = {"section": "wheel", "crumbs": [(_("Årshjul"), None)], "rows": list(rows(on))}
    return render(request, "desk/year/wheels.html", context)


def own_wheel(person: Person, on: date) -> Body | None:
    """The first body that meets and that the person belongs to; else the first with a topic that the person,
    or else somebody of the person's departments, is responsible for."""
    meeting = Body.objects.meeting().filter(is_active=True)
    departments = person.bodies_as(IN_A_BODY, on).departments()
    colleagues = Membership.objects.held(on).filter(body__in=departments).values("person")
    topics = Topic.objects.on_the_wheel()
    choices = (
        person.bodies_as(IN_A_BODY, on),
        Body.objects.filter(pk__in=topics.filter(responsible=person).values("body")),
        Body.objects.filter(pk__in=topics.filter(responsible__in=colleagues).values("body")),
    )
    return next((body for bodies in choices if (body := (meeting & bodies).first())), None)


def rows(on: date) -> Iterator[dict[str, Any]]:
    """Each body that meets, how many topics its wheel has, and those of this month."""
    for body in Body.objects.meeting().filter(is_active=True):
        topics = list(body.topics.on_the_wheel())
        yield {
            "body": body,
            "count": len(topics),
            "now": [topic for topic in topics if topic.month == on.month],
        }
