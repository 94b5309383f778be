"""The pool: what is approved or was sent on, and waits for a meeting, body by body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.desk.access import now, person_of, today
from raadslag.desk.agenda.waiting_cases import WaitingCase, waiting_cases
from raadslag.desk.flow.forms import MoveForm
from raadslag.models import Body, Meeting, Paper, Person
from raadslag.models.agenda.building import BUILT
from raadslag.rules.paper_states import Move
from raadslag.rules.roles import Role


@dataclass(frozen=True)
class Waiting:
    """A paper in the pool; `form` is there for whoever may place it."""

    paper: Paper
    form: MoveForm | None


@dataclass(frozen=True)
class Queue:
    """The cases that were sent on to a body and wait; `meeting` is its next one."""

    body: Body
    cases: list[WaitingCase]
    meeting: Meeting | None


@require_safe
def pool(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    pools = [(body, rows) for body in Body.objects.meeting() if (rows := waiting_at(body, person))]
    context = {
        "section": "pool",
        "crumbs": [(_("Indstillinger"), reverse("desk:papers")), (_("Venter på møde"), None)],
        "pools": pools,
        "queues": list(queues_of(person)),
        "today": today(),
    }
    return render(request, "desk/flow/pool.html", context)


def queues_of(person: Person) -> Iterator[Queue]:
    """The queues of the bodies whose agendas the person builds."""
    for body in person.bodies_as([Role.SECRETARY], today()) & Body.objects.meeting():
        waiting = waiting_cases(body, person)
        coming = body.meetings.filter(state__in=BUILT, starts_at__gt=now()).order_by("starts_at")
        if waiting:
            yield Queue(body, waiting, coming.first())


def waiting_at(body: Body, person: Person) -> list[Waiting]:
    """The papers that wait for a meeting of the body, those aimed at the earliest meeting first."""
    rows: Any = Paper.objects.visible_to(person, today()).waiting().at([body])
    rows = rows.select_related("sender", "aimed_at").order_by("aimed_at__starts_at", "changed_at")
    return [Waiting(paper, place_form(paper, person)) for paper in rows]


def place_form(paper: Paper, person: Person) -> MoveForm | None:
    """What places the paper on a meeting, for whoever may do that."""
    rules = {rule.move: rule for rule in paper.moves_for(person, today())}
    if Move.PLACE not in rules:
        return None
    # many papers on one page: every field has a name of its own
    form = MoveForm(paper=paper, rule=rules[Move.PLACE], at=now(), auto_id=f"id_{paper.key}_%s")
    del form.fields["comment"]
    return form
