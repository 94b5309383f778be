"""The paper's page: where it is, who owes what, what I may do, and all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.desk.access import now, person_of, seen, today
from raadslag.desk.flow.forms import MoveForm
from raadslag.models import Paper
from raadslag.models.paper_agenda import current_item
from raadslag.models.paper_facts import missing_from
from raadslag.models.words import PAPER_STATES
from raadslag.rules.paper_states import USUAL_WAY, WRITABLE, Move, PaperState


@dataclass(frozen=True)
class Stage:
    """One stage of the usual way, as the page shows it."""

    label: str
    is_done: bool
    is_here: bool


@require_safe
def paper(request: HttpRequest, key: UUID) -> HttpResponse:
    found = seen(request, Paper, key, papers())
    return render(request, "desk/papers/paper.html", page_of(request, found))


def papers() -> Any:
    """Papers with what the page says of them."""
    return Paper.objects.select_related(
        "sender", "receiver", "caseworker", "pen", "topic", "template", "aimed_at__body"
    )


def page_of(request: HttpRequest, paper: Paper, failed: MoveForm | None = None) -> dict[str, Any]:
    """What the paper's page shows; `failed` is a move that was refused, with what was typed."""
    person, at = person_of(request), now()
    offered = paper.moves_for(person, today())
    forms = [
        failed if failed and failed.move == rule.move else MoveForm(paper=paper, rule=rule, at=at)
        for rule in offered
    ]
    return {
        "section": "papers",
        "crumbs": [(_("Indstillinger"), reverse("desk:papers")), (str(paper), None)],
        "paper": paper,
        "stages": stages(paper),
        "step": paper.turn,
        "owed_by": paper.owed_by(at),
        "due_on": paper.due_on(),
        "is_late": paper.is_late(today()),
        "forms": forms,
        "failed": failed,
        "lost": failed if failed and failed not in forms else None,
        "missing": missing_from(paper) if Move.SUBMIT in {rule.move for rule in offered} else (),
        "is_writable": paper.state in WRITABLE,
        "may_have_pen": paper.may_have_pen(person, today()),
        "colleagues": paper.pen_may_go_to(today()).exclude(pk__in=filter(None, [person.pk, paper.pen_id])),
        "route": paper.route,
        "may_change_route": paper.may_change_route(person, today()),
        "hearings": hearings_of(paper, person),
        "may_ask": paper.may_be_heard_by(person, today()),
        "may_close_hearings": paper.may_close_hearings(person, today()),
        "history": paper.moves.select_related("by", "for_whom").order_by("-at", "-pk"),
        "item": current_item(paper),
        "today": today(),
    }


def hearings_of(paper: Paper, person: Any) -> list[Any]:
    """The rounds with their parties; `mine` are those by which the person is asked."""
    rounds = list(paper.hearings.select_related("asked_by").prefetch_related("parties__person"))
    for each in rounds:
        each.mine = set(each.parties.asking(person, today()).values_list("pk", flat=True))
    return rounds


def stages(paper: Paper) -> list[Stage]:
    """The usual way with the stage the paper is at; one that was sent back is at its beginning."""
    state = PaperState(paper.state)
    here = USUAL_WAY.index(state) if state in USUAL_WAY else 0
    return [
        Stage(
            label=paper.state_in_words if at == here else str(PAPER_STATES[each]),
            is_done=at < here,
            is_here=at == here,
        )
        for at, each in enumerate(USUAL_WAY)
    ]
