"""What waits for a person on a day: approvals, papers that are due, hearings to answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import F
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from raadslag.mail.addresses import paper_path
from raadslag.mail.dates import weekday
from raadslag.mail.letter import Group, Line
from raadslag.models import HearingParty, Paper, Person, RouteStep
from raadslag.models.municipality import house_practice
from raadslag.rules.deadlines import DeadlineKind
from raadslag.rules.paper_states import WRITABLE, PaperState
from raadslag.rules.roles import Role

# how long before a paper is due its writer is reminded
AHEAD = timedelta(days=7)


def waiting_for(person: Person, at: datetime) -> tuple[Group, ...]:
    """What waits for the person, in groups that are not empty. It says who sends to whom and when, and no
    titles."""
    on = localtime(at).date()
    groups = (
        Group(_("Venter på din godkendelse eller påtegning"), tuple(approvals(person, on))),
        Group(_("Høringer, du skal svare på"), tuple(hearings(person, on))),
        Group(_("Indstillinger, du skal aflevere"), tuple(papers_due(person, at))),
    )
    return tuple(group for group in groups if group.lines)


def approvals(person: Person, on: date) -> Iterator[Line]:
    """Steps of papers sent in that have reached the person, or a body in which the person approves."""
    reached = RouteStep.objects.filter(
        paper__in=Paper.objects.visible_to(person, on).filter(state=PaperState.SUBMITTED),
        reached_at__isnull=False,
        done_at=None,
        body__in=person.bodies_as([Role.APPROVER], on),
    )
    for step in reached.select_related("paper__sender", "paper__receiver").order_by(
        F("due_on").asc(nulls_last=True), "id"
    ):
        if step.owner_id in (None, person.pk):
            yield line(step.paper, step.due_on, on)


def hearings(person: Person, on: date) -> Iterator[Line]:
    """Hearings in which the person, or a body they work for, has not answered."""
    asked = (
        HearingParty.objects.asking(person, on)
        .filter(answered_at=None, hearing__paper__in=Paper.objects.visible_to(person, on))
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
