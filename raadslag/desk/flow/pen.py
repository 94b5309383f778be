"""The pen: taken, taken back, handed over, put down."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadslag.desk.access import now, person_of, seen, today
from raadslag.models import Paper, Person
from raadslag.models.refusal import Refused


@require_POST
def paper_pen(request: HttpRequest, key: UUID, act: str) -> HttpResponse:
    """What is done with the pen; back to the page it was asked for on."""
    paper = seen(request, Paper, key)
    if act not in ACTS:
        raise Http404
    try:
        messages.success(request, ACTS[act](request, paper))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:paper", key)


def chosen(people: QuerySet[Person], key: str) -> Person | None:
    """The one of the people whom the form names."""
    try:
        return people.filter(key=UUID(key)).first()
    except ValueError:
        return None


def take(request: HttpRequest, paper: Paper) -> str:
    paper.take_pen(by=person_of(request), at=now())
    return _("Du har pennen.")


def take_back(request: HttpRequest, paper: Paper) -> str:
    """`had` is whom the page showed with the pen."""
    had = chosen(Person.objects.all(), request.POST.get("had", ""))
    paper.take_pen_back(by=person_of(request), at=now(), seen=had)
    return _("Du har pennen. Den, der havde den, har fået besked.")


def hand_over(request: HttpRequest, paper: Paper) -> str:
    to = chosen(paper.pen_may_go_to(today()), request.POST.get("to", ""))
    if to is None:
        raise Refused(_("Vælg, hvem der skal have pennen."))
    paper.hand_over_pen(to, by=person_of(request), at=now())
    return _("%(name)s har pennen nu.") % {"name": to}


def put_down(request: HttpRequest, paper: Paper) -> str:
    paper.put_down_pen(by=person_of(request), at=now())
    return _("Pennen ligger klar til den næste.")


ACTS = {"tag": take, "tag-tilbage": take_back, "giv": hand_over, "laeg": put_down}
