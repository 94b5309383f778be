"""The list of papers, and the table of their states in people's words."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.desk.access import now, person_of, today
from raadslag.models import Body, Paper, Person
from raadslag.models.paper_waiting import kinds
from raadslag.models.words import MOVES, PAPER_STATES, ROLES
from raadslag.rules.paper_states import RULES, PaperState, Turn
from raadslag.rules.roles import ADMINISTRATIVE

A_PAGE = 30
MINE, OURS, WAITING, ALL = "mine", "afdeling", "venter", "alle"


@dataclass(frozen=True)
class Asked:
    """What the list is asked for: whose papers, words, a state and the body whose turn it is."""

    whose: str
    words: str
    state: str
    body: Body | None

    def __bool__(self) -> bool:
        return bool(self.words or self.state or self.body)


@require_safe
def papers(request: HttpRequest) -> HttpResponse:
    person, asked = person_of(request), asked_of(request)
    found = narrowed(whose(person)[asked.whose], asked)
    found = found.select_related("sender", "receiver", "caseworker", "pen")
    query = request.GET.copy()
    query.pop("side", None)
    context = {
        "section": "papers",
        "crumbs": [(_("Indstillinger"), None)],
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("side")),
        "query": query.urlencode(),
        "asked": asked,
        "choices": {
            MINE: _("Mine"),
            OURS: _("Min afdelings"),
            WAITING: _("Venter på mig"),
            ALL: _("Alle, jeg kan se"),
        },
        "states": PAPER_STATES,
        "bodies": Body.objects.filter(is_active=True),
        "may_begin": person.bodies_as(ADMINISTRATIVE, today()).departments().exists(),
        "serves": person.bodies_as(ADMINISTRATIVE, today()).meeting().exists(),
        "today": today(),
    }
    return render(request, "desk/papers/list.html", context)


def asked_of(request: HttpRequest) -> Asked:
    """What the address asks for; what makes no sense is not asked."""
    asked = request.GET
    state = asked.get("tilstand", "")
    return Asked(
        whose=asked["hvis"] if asked.get("hvis") in {MINE, OURS, WAITING, ALL} else ALL,
        words=asked.get("q", "").strip(),
        state=state if state in list(PaperState) else "",
        body=body_of(asked.get("hos", "")),
    )


def body_of(key: str) -> Body | None:
    try:
        return Body.objects.filter(key=UUID(key)).first()
    except ValueError:
        return None


def whose(person: Person) -> dict[str, QuerySet[Paper]]:
    """The papers that the person may see, by whose they are."""
    visible = Paper.objects.visible_to(person, today())
    ours = person.bodies_as(ADMINISTRATIVE, today())
    # each kind has columns of its own, so only the row numbers are put together
    waiting = {pk for _move, rows in kinds(person, now()) for pk in rows.values_list("pk", flat=True)}
    return {
        MINE: visible.filter(Q(writers=person) | Q(caseworker=person)).distinct(),
        OURS: visible.filter(sender__in=ours),
        WAITING: visible.filter(pk__in=waiting),
        ALL: visible,
    }


def narrowed(found: QuerySet[Paper], asked: Asked) -> QuerySet[Paper]:
    """Those with all the words in title or case number, in the state, with the body."""
    for word in asked.words.split():
        found = found.filter(Q(title__icontains=word) | Q(case_number__icontains=word))
    if asked.state:
        found = found.filter(state=asked.state)
    return found.at([asked.body]) if asked.body else found


@require_safe
def states(request: HttpRequest) -> HttpResponse:
    """Every state with what may be done from it, by whom: the table that the rules are."""
    rows = [
        {
            "state": PAPER_STATES[state],
            "moves": [
                {
                    "label": MOVES[rule.move],
                    "to": PAPER_STATES[rule.to],
                    "by": _(" eller ").join(str(ROLES[role]) for role in sorted(rule.by)),
                    "comment": rule.comment,
                    "office": rule.at == Turn.OFFICE,
                }
                for rule in RULES
                if rule.from_ == state
            ],
        }
        for state in PaperState
    ]
    crumbs = [(_("Indstillinger"), reverse("desk:papers")), (_("Fra kladde til beslutning"), None)]
    return render(request, "desk/flow/states.html", {"section": "papers", "crumbs": crumbs, "rows": rows})
