"""What waits for a person on a day: approvals, papers that are due, hearings to answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from raadslag.mail.addresses import paper_path
from raadslag.mail.dates import weekday
from raadslag.mail.letter import Group, Line
from raadslag.models import HearingParty, Paper, Person
from raadslag.models.municipality import house_practice
from raadslag.models.paper_waiting import to_do
from raadslag.rules.deadlines import DeadlineKind
from raadslag.rules.paper_states import WRITABLE, Move
from raadslag.rules.secrecy import MeetingState

# how long before a paper is due its writer is reminded
AHEAD = timedelta(days=7)


def waiting_for(person: Person, at: datetime) -> tuple[Group, ...]:
    """What waits for the person, in groups that are not empty. It says who sends to whom and when, and no
    titles."""
    on = localtime(at).date()
    groups = (
        Group(_("Venter på din godkendelse eller påtegning"), tuple(approvals(person, at))),
        Group(_("Høringer, du skal svare på"), tuple(hearings(person, on))),
        Group(_("Indstillinger, du skal aflevere"), tuple(papers_due(person, at))),
    )
    return tuple(group for group in groups if group.lines)


def approvals(person: Person, at: datetime) -> Iterator[Line]:
    """Papers that wait for the person's approval or endorsement, as their list on the desk has them."""
    on = localtime(at).date()
    for each in to_do(person, at):
        if each.move in (Move.APPROVE, Move.ENDORSE):
            yield line(each.paper, each.paper.due_on(), on)


def hearings(person: Person, on: date) -> Iterator[Line]:
    """Open hearings in which the person, or a body they work for, has not answered."""
    asked = (
        HearingParty.objects.asking(person, on)
        .open()
        .filter(hearing__paper__in=Paper.objects.visible_to(person, on))
        .select_related("hearing__paper__sender", "hearing__paper__receiver")
    )
    seen = set()
    for party in asked.order_by("hearing__due_on", "id"):
        if party.hearing_id not in seen:
            seen.add(party.hearing_id)
            yield line(party.hearing.paper, party.hearing.due_on, on)


def papers_due(person: Person, at: datetime) -> Iterator[Line]:
    """The person's papers that are to be handed in for a meeting within the week, or should have been."""
    on, practice = localtime(at).date(), house_practice()
    mine = (
        Paper.objects.visible_to(person, on)
        .filter(caseworker=person, state__in=WRITABLE, aimed_at__starts_at__gt=at)
        .exclude(aimed_at__state=MeetingState.CANCELLED)
        .select_related("sender", "receiver", "aimed_at__body")
    )
    for paper in mine.order_by("aimed_at__starts_at", "id"):
        for deadline in paper.aimed_at.deadlines(practice):
            if deadline.rule.kind == DeadlineKind.PAPERS_DUE and deadline.due_at <= at + AHEAD:
                yield line(paper, localtime(deadline.due_at).date(), on)


def line(paper: Paper, due_on: date | None, on: date) -> Line:
    """A paper by who sends it to whom, which is no secret to those who have it before them."""
    names = {"sender": paper.sender.name, "receiver": paper.receiver.name}
    text = _("Indstilling fra %(sender)s til %(receiver)s") % names
    if due_on is None:
        return Line(text, paper_path(paper.key))
    due = _("fristen var %(day)s") if due_on < on else _("frist %(day)s")
    return Line(f"{text}, {due % {'day': weekday(due_on)}}", paper_path(paper.key))
