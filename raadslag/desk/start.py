"""The start page: what waits for me, what is late, my next meetings, and what has happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from raadslag.desk.access import now, person_of, today
from raadslag.desk.agenda.waiting import agenda_tasks
from raadslag.desk.attachments.queue import numbers_for
from raadslag.desk.flow.notices import unread_notices
from raadslag.desk.task import Task
from raadslag.models import (
    Attachment,
    Body,
    FileState,
    HearingParty,
    Item,
    Meeting,
    OutboxMail,
    Paper,
    Person,
    Topic,
)
from raadslag.models.attachment_file import AttachmentFile
from raadslag.models.paper_waiting import to_do
from raadslag.record import Part
from raadslag.rules.paper_states import PaperState
from raadslag.rules.roles import ADMINISTRATIVE, IN_A_BODY, POLITICAL, Role
from raadslag.rules.secrecy import MeetingState

FEW, MOST = 5, 30
# a paper in these is still on its way to somebody
UNDER_WAY = (PaperState.SUBMITTED, PaperState.RETURNED, PaperState.APPROVED)


@dataclass(frozen=True)
class NextMeeting:
    """A coming meeting with the items of its agenda that the person may see, and the topics that are due."""

    meeting: Meeting
    items: list[Item]
    topics: list[Topic]


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    tasks = sorted(
        [
            *paper_tasks(person),
            *hearing_tasks(person),
            *agenda_tasks(person, now()),
            *attachment_tasks(person),
            *mail_tasks(person),
        ],
        key=lambda task: (task.due_on or date.max, task.title),
    )
    notices = unread_notices(person, today())
    context = {
        "section": "start",
        "tasks": tasks[:MOST],
        "more": max(0, len(tasks) - MOST),
        "late_elsewhere": late_elsewhere(person, tasks),
        "meetings": next_meetings(person),
        "notices": notices[:MOST],
        "queue": numbers_for(person),
        "writes": person.bodies_as(ADMINISTRATIVE, today()).departments().exists(),
        "is_political": person.bodies_as(POLITICAL, today()).exists(),
    }
    return render(request, "desk/start.html", context)


def paper_tasks(person: Person) -> list[Task]:
    """The papers that wait for the person, each with what is to be done."""
    return [
        Task(
            what=each.words,
            title=str(each.paper),
            address=reverse("desk:paper", args=[each.paper.key]),
            note=str(each.paper.sender),
            due_on=each.paper.due_on(),
            is_late=each.paper.is_late(today()),
            is_closed=each.paper.effective_part == Part.CLOSED,
        )
        for each in to_do(person, now())
    ]


def hearing_tasks(person: Person) -> list[Task]:
    """The hearing rounds that the person can answer and nobody has."""
    asked = HearingParty.objects.asking(person, today()).open().select_related("hearing__paper", "body")
    visible = Paper.objects.visible_to(person, today())
    return [
        Task(
            what=_("Svar på høring"),
            title=str(party.hearing.paper),
            address=reverse("desk:hearing-answer", args=[party.key]),
            note=_("for %(body)s") % {"body": party.body} if party.body else "",
            due_on=party.hearing.due_on,
            is_late=party.hearing.due_on < today(),
            is_closed=party.hearing.paper.effective_part == Part.CLOSED,
        )
        for party in asked.filter(hearing__paper__in=visible).order_by("hearing__due_on")
    ]


def attachment_tasks(person: Person) -> list[Task]:
    """The attachments that could not be converted and that nobody left out: of the papers that the person
    writes, and of the items and meetings of the bodies that they serve."""
    latest = AttachmentFile.objects.order_by("attachment", "-number")
    serves = person.bodies_as([Role.SECRETARY], today())
    theirs = Q(paper__writers=person) | Q(item__meeting__body__in=serves) | Q(meeting__body__in=serves)
    rows = Attachment.objects.visible_to(person, today()).filter(
        theirs, removed_at=None, left_out_reason="", files__state=FileState.FAILED
    )
    return [
        Task(
            what=_("Bilag mislykkedes"),
            title=attachment.title,
            address=reverse("desk:attachment", args=[attachment.key]),
            note=str(attachment.paper or attachment.item or attachment.meeting),
        )
        for attachment in rows.select_related("paper", "item", "meeting__body").distinct()
        if latest.filter(attachment=attachment).first().state == FileState.FAILED
    ]


def mail_tasks(person: Person) -> list[Task]:
    """For an administrator: the mails that are not sent again by themselves."""
    count = OutboxMail.objects.for_a_person().count() if person.is_administrator else 0
    if not count:
        return []
    said = ngettext("%(n)d mail er ikke sendt", "%(n)d mails er ikke sendt", count) % {"n": count}
    return [Task(said, _("Se mails, og send dem igen"), reverse("desk:outbox"))]


def late_elsewhere(person: Person, tasks: list[Task]) -> list[tuple[Paper, list[Person]]]:
    """The papers that the person writes or approves, and that somebody else is late with."""
    mine = {task.address for task in tasks}
    approves = person.bodies_as([Role.APPROVER], today())
    rows = Paper.objects.visible_to(person, today()).filter(
        Q(writers=person) | Q(caseworker=person) | Q(sender__in=approves), state__in=UNDER_WAY
    )
    late = [paper for paper in rows.distinct().select_related("sender") if paper.is_late(today())]
    elsewhere = [paper for paper in late if reverse("desk:paper", args=[paper.key]) not in mine]
    return [(paper, paper.owed_by(now())) for paper in elsewhere[:MOST]]


def next_meetings(person: Person) -> list[NextMeeting]:
    """The next meetings of the person's bodies; a secretary's with the topics that are due."""
    bodies = person.bodies_as(IN_A_BODY, today()) & Body.objects.meeting()
    serves = set(person.bodies_as([Role.SECRETARY], today()))
    coming = Meeting.objects.coming(today()).filter(body__in=bodies).select_related("body")[:FEW]
    items = Item.objects.visible_to(person, today()).select_related("paper")
    return [
        NextMeeting(
            meeting=meeting,
            items=list(items.on_agendas().filter(meeting=meeting))
            if meeting.state != MeetingState.PLANNED
            else [],
            topics=list(Topic.objects.due(meeting)) if meeting.body in serves else [],
        )
        for meeting in coming
    ]
