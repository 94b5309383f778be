"""The page where a secretary builds the agenda: as it will be, with all that waits to come on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from raadslag.desk.access import now, person_of, today
from raadslag.desk.agenda.item_form import QuickForm
from raadslag.desk.agenda.rights import built_meeting
from raadslag.desk.agenda.shown import ShownAgenda, built
from raadslag.desk.agenda.waiting_cases import waiting_cases
from raadslag.models import AgendaRule, Meeting, Paper, Topic, Transfer
from raadslag.models.agenda.building import BUILT, lay_out
from raadslag.models.agenda.conditions import Counted, counted, sentence_of, verdict_of
from raadslag.models.refusal import Refused
from raadslag.rules.agenda.referral_rule import Verdict
from raadslag.rules.paper_states import PaperState
from raadslag.rules.secrecy import MeetingState

OVER = (PaperState.DECIDED, PaperState.WITHDRAWN)


@dataclass(frozen=True)
class ShownRule:
    """A rule with what it says and what it comes to."""

    rule: AgendaRule
    sentence: str
    counted: Counted
    verdict: Verdict

    @property
    def fires(self) -> bool:
        return self.verdict == Verdict.FIRES and self.rule.accepted_at is None

    @property
    def rests(self) -> bool:
        return self.verdict == Verdict.RESTS


@dataclass(frozen=True)
class ShownTopic:
    """A topic that is due. Where a paper about it is on its way, `paper` is that paper for one who may see
    it."""

    topic: Topic
    has_paper: bool
    paper: Paper | None


@require_safe
def agenda(request: HttpRequest, key: UUID) -> HttpResponse:
    meeting = built_meeting(request, key)
    return render(request, "desk/agenda/builder.html", page_of(request, meeting, built(request, meeting)))


def page_of(
    request: HttpRequest, meeting: Meeting, shown: ShownAgenda, quick: forms.Form | None = None
) -> dict[str, Any]:
    """What the page shows."""
    person = person_of(request)
    is_built = meeting.state in BUILT
    return {
        "section": "meetings",
        "crumbs": [
            (_("Møder"), reverse("desk:meetings")),
            (str(meeting.body), reverse("desk:meeting", args=[meeting.key])),
            (_("Dagsorden"), None),
        ],
        "meeting": meeting,
        "is_built": is_built,
        "is_sent": meeting.state == MeetingState.SENT,
        "has_new_items": bool(shown.agenda.not_sent),
        "takes_papers": is_built and meeting.starts_at > now(),
        "shown": shown,
        "minutes_of_meeting": (meeting.ends_at - meeting.starts_at).seconds // 60,
        "minutes_at_start": meeting.starts.hour * 60 + meeting.starts.minute,
        "quick": quick or QuickForm(),
        "standing": waiting_standing(meeting),
        "papers": waiting_papers(request, meeting),
        "topics": due_topics(request, meeting),
        "cases": waiting_cases(meeting.body, person),
        "rules": rules_of(meeting, shown),
    }


def waiting_standing(meeting: Meeting) -> int:
    """How many of the body's standing items the agenda has not had yet."""
    if meeting.state != MeetingState.PLANNED:
        return 0
    used = meeting.items.exclude(standing=None).values("standing")
    return meeting.body.standing_items.filter(is_active=True).exclude(pk__in=used).count()


def due_topics(request: HttpRequest, meeting: Meeting) -> list[ShownTopic]:
    """What the wheel brings, without the papers that have been decided or given up."""
    topics = list(Topic.objects.due(meeting).select_related("responsible"))
    under_way = Paper.objects.filter(topic__in=topics).exclude(state__in=OVER)
    seen = {paper.topic_id: paper for paper in under_way.visible_to(person_of(request), today())}
    every = set(under_way.values_list("topic_id", flat=True))
    return [ShownTopic(topic, topic.pk in every, seen.get(topic.pk)) for topic in topics]


def waiting_papers(request: HttpRequest, meeting: Meeting) -> QuerySet[Paper]:
    """The papers in the body's pool, without those that wait as a case that was sent on; those aimed at this
    meeting come first."""
    sent_on = Transfer.objects.waiting().filter(item__paper=OuterRef("pk"), body=meeting.body)
    rows = Paper.objects.visible_to(person_of(request), today()).waiting().at([meeting.body])
    meant = Meeting.objects.filter(pk=meeting.pk, papers_expected=OuterRef("pk"))
    rows = rows.annotate(is_meant=Exists(meant))
    rows = rows.exclude(Exists(sent_on)).select_related("sender", "aimed_at")
    return rows.order_by("-is_meant", "aimed_at__starts_at", "changed_at")


def rules_of(meeting: Meeting, shown: ShownAgenda) -> list[ShownRule]:
    rows = meeting.agenda_rules.select_related("referred_by", "to_meeting", "accepted_by")
    numbers = shown.agenda.numbers
    return [ShownRule(rule, sentence_of(rule, numbers), counted(rule), verdict_of(rule)) for rule in rows]


@require_POST
def agenda_lay_out(request: HttpRequest, key: UUID) -> HttpResponse:
    """The standing items that the agenda has not had yet."""
    meeting = built_meeting(request, key)
    try:
        made = lay_out(meeting, by=person_of(request), at=now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        said = ngettext("%(n)d fast punkt er hentet.", "%(n)d faste punkter er hentet.", len(made))
        messages.success(request, said % {"n": len(made)})
    return redirect("desk:agenda", key)
