"""The papers that aim at a meeting, when it gets another day or is called off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from raadslag.models.municipality import house_practice
from raadslag.models.paper_agenda import name_of
from raadslag.models.paper_moving import hold
from raadslag.models.route import RouteStep
from raadslag.models.telling import tell
from raadslag.record.danish import day
from raadslag.rules.deadlines import DeadlineKind
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.paper_states import PaperState, Turn

if TYPE_CHECKING:
    from raadslag.models.meeting import Meeting
    from raadslag.models.paper import Paper
    from raadslag.models.person import Person

OVER = (PaperState.DECIDED, PaperState.WITHDRAWN)


def follow(meeting: Meeting, before: date, *, by: Person, at: datetime) -> None:
    """The steps up to the meeting are due by its new day, in the transaction that moves it from the day
    before; the writers are told."""
    due = {each.rule.kind: each.due_at.date() for each in meeting.deadlines(house_practice())}
    said = f"Mødet i {meeting.body} er flyttet fra den {day(before)} til den {day(meeting.held_on)}."
    for paper in aiming_at(meeting):
        for step, kind in steps_up_to(meeting, paper):
            step.due_on = due.get(kind, step.due_on) if kind else meeting.held_on
            step.save(update_fields=["due_on"])
        text = f"{said} {{}} følger med, og fristerne er regnet om."
        tell(paper.writers.all(), paper, text, by=by, at=at, kind=MailKind.NEWS)


def let_go(meeting: Meeting, *, by: Person, at: datetime) -> None:
    """The papers aim at no meeting, and nothing is due for it, in the transaction that calls it off. Writers
    of those that were on its agenda are told as they leave it, the others here."""
    on_agenda = set(meeting.items.exclude(paper=None).values_list("paper", flat=True))
    for paper in aiming_at(meeting):
        for step, _kind in steps_up_to(meeting, paper):
            step.due_on = None
            step.save(update_fields=["due_on"])
        paper.aimed_at = None
        paper.save(update_fields=["aimed_at"])
        if paper.pk not in on_agenda:
            text = f"{name_of(meeting)} er aflyst. {{}} skal have et andet møde."
            tell(paper.writers.all(), paper, text, by=by, at=at, kind=MailKind.NEWS)


def aiming_at(meeting: Meeting) -> Iterator[Paper]:
    """The papers that still await the meeting, each held."""
    for paper in meeting.papers_expected.exclude(state__in=OVER).order_by("pk"):
        hold(paper)
        yield paper


def steps_up_to(meeting: Meeting, paper: Paper) -> Iterator[tuple[RouteStep, DeadlineKind | None]]:
    """The steps not done that keep the meeting's deadlines, each with which; the last is the meeting's own,
    with None. None at all where another body's meeting comes first."""
    found: list[tuple[RouteStep, DeadlineKind | None]] = []
    for place, step in enumerate(paper.route):
        if step.is_done:
            continue
        if step.turn == Turn.MEETING:
            if step.body_id == meeting.body_id:
                yield from [*found, (step, None)]
            return
        found.append((step, DeadlineKind.PAPERS_DUE if place == 0 else DeadlineKind.APPROVAL))
