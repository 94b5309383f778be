"""How a paper is begun: from a template, with a route, and with the pen in the writer's hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadslag.models.body import BodyKind
from raadslag.models.event import Event
from raadslag.models.municipality import house_practice
from raadslag.models.paper_text import PaperSection
from raadslag.models.refusal import Refused
from raadslag.models.route import RouteStep, Task
from raadslag.rules.deadlines import DeadlineKind
from raadslag.rules.paper_states import Turn
from raadslag.rules.roles import Role
from raadslag.rules.route_dates import due_dates

if TYPE_CHECKING:
    from raadslag.models.body import Body
    from raadslag.models.meeting import Meeting
    from raadslag.models.paper import Paper
    from raadslag.models.paper_template import PaperTemplate
    from raadslag.models.person import Person
    from raadslag.models.route import RouteTemplate
    from raadslag.models.topic import Topic

BEGINNERS = (Role.CASE_OFFICER, Role.APPROVER, Role.SECRETARY)
WRITING_DAYS, TREATING_DAYS = 10, 5  # where no template of a route says otherwise


class PaperBeginning(models.Model):
    """The part of a paper that begins it."""

    class Meta:
        abstract = True

    @classmethod
    def begin(
        cls,
        template: PaperTemplate,
        *,
        sender: Body,
        receiver: Body,
        by: Person,
        at: datetime,
        caseworker: Person | None = None,
        title: str = "",
        topic: Topic | None = None,
        aimed_at: Meeting | None = None,
        route_template: RouteTemplate | None = None,
        **values: Any,
    ) -> Self:
        """A new draft; `by` has the pen. `values` are other columns of the paper, its case number for one.

        Without a template the route is two steps: the sender writes, the receiver decides. Raises Refused
        for one who does not work in the sending department.
        """
        on = timezone.localdate(at)
        if not person_writes_for(by, sender, at):
            raise Refused(_("Du kan kun begynde en indstilling fra en afdeling, som du arbejder i."))
        refuse_who_holds_no_meetings(receiver)
        answers = caseworker or by
        with transaction.atomic():
            paper = cls(
                template=template,
                sender=sender,
                receiver=receiver,
                title=title or (topic.title if topic else ""),
                topic=topic,
                aimed_at=aimed_at,
                dated_on=on,
                caseworker=answers,
                phone=answers.phone,
                email=answers.email,
                pen=by,
                pen_taken_at=at,
                created_at=at,
                created_by=by,
                changed_at=at,
            )
            for name, value in values.items():
                setattr(paper, name, value)
            paper.save(force_insert=True)
            paper.writers.add(by, answers)
            PaperSection.objects.bulk_create(sections(paper))
            RouteStep.objects.bulk_create(first_steps(paper, route_template, at))
            Event.objects.record("paper_begun", by=by, at=at, about=paper, template=template.name)
        return paper


def refuse_who_holds_no_meetings(receiver: Body) -> None:
    """Raises Refused where papers cannot be to the body."""
    if receiver.kind == BodyKind.DEPARTMENT:
        raise Refused(_("En indstilling skal være til et råd eller udvalg, der holder møder."))


def person_writes_for(person: Person, department: Body, at: datetime) -> bool:
    """Whether the person works in the department that day, so that its papers are theirs to begin."""
    return not person.roles_in([department], timezone.localdate(at)).isdisjoint(BEGINNERS)


def sections(paper: Paper) -> Iterator[PaperSection]:
    """The template's sections, empty: its guidance stays behind."""
    for section in paper.template.sections.all():
        yield PaperSection(
            paper=paper,
            template_section=section,
            order=section.order,
            heading=section.heading,
            kind=section.kind,
            is_required=section.is_required,
            limit=section.limit,
        )


def first_steps(paper: Paper, template: RouteTemplate | None, at: datetime) -> list[RouteStep]:
    """The route's steps with their dates; the writing department's is reached at once."""
    planned = [
        (step.body or paper.sender, step.task, step.working_days)
        for step in (template.steps.select_related("body") if template else ())
    ]
    if not planned or planned[0][0] != paper.sender:
        planned.insert(0, (paper.sender, Task.WRITES, WRITING_DAYS))
    if paper.receiver not in [body for body, _task, _days in planned]:
        planned.append((paper.receiver, Task.DECIDES, TREATING_DAYS))
    dates = due_dates(timezone.localdate(at), [days for _body, _task, days in planned], house_practice())
    steps = [
        RouteStep(
            paper=paper,
            order=order,
            body=body,
            task=task,
            due_on=due_on,
            reached_at=at if order == 1 else None,
        )
        for order, ((body, task, _days), due_on) in enumerate(zip(planned, dates, strict=True), 1)
    ]
    if paper.aimed_at:
        aim(steps, paper.aimed_at)
    return steps


def aim(steps: list[RouteStep], meeting: Meeting) -> None:
    """Where the first body that meets is the meeting's, the steps up to it keep the meeting's deadlines."""
    first = next(at for at, step in enumerate(steps) if step.turn == Turn.MEETING)
    if steps[first].body != meeting.body:
        return
    due = {each.rule.kind: each.due_at.date() for each in meeting.deadlines(house_practice())}
    steps[first].due_on = meeting.held_on
    for at, step in enumerate(steps[:first]):
        kind = DeadlineKind.PAPERS_DUE if at == 0 else DeadlineKind.APPROVAL
        step.due_on = due.get(kind, step.due_on)
