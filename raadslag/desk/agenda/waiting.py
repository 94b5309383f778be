"""What waits for a secretary at the agendas of their bodies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadslag.desk.agenda.rights import transfers_to
from raadslag.desk.task import Task
from raadslag.models import AgendaComment, Body, Meeting, Person, Sending
from raadslag.models.municipality import house_practice
from raadslag.models.words import DEADLINES
from raadslag.public.words import day
from raadslag.rules.deadlines import DANISH_TIME, DeadlineKind, Force
from raadslag.rules.roles import Role

SOON = timedelta(days=7)  # how long before its deadline an agenda is a task


def agenda_tasks(person: Person, at: datetime) -> Iterator[Task]:
    """What is to be done at the agendas that the person builds, the next meeting's first."""
    bodies = person.bodies_as([Role.SECRETARY], timezone.localdate(at)) & Body.objects.meeting()
    coming = Meeting.objects.coming(timezone.localdate(at)).filter(body__in=bodies, starts_at__gt=at)
    for meeting in coming.select_related("body"):
        yield from stopped(meeting)
        yield from to_be_sent(meeting, at)
        yield from reasons_owed(meeting, at)
    yield from comments_of_readers([meeting.pk for meeting in coming])
    for body in bodies:
        yield from cases_that_wait(body, person, at)


def stopped(meeting: Meeting) -> Iterator[Task]:
    """The agenda was to be sent, and was not."""
    last = meeting.versions.order_by("number").last()
    if last is not None and last.state == Sending.STOPPED:
        yield Task(
            _("Udsendelsen er standset"), named(meeting), reverse("desk:agenda-send", args=[meeting.key])
        )


def to_be_sent(meeting: Meeting, at: datetime) -> Iterator[Task]:
    """The agenda is due within days, or late."""
    if DeadlineKind.AGENDA_SENT not in meeting.waits_for():
        return
    for deadline in meeting.deadlines(house_practice()):
        if deadline.rule.kind == DeadlineKind.AGENDA_SENT and deadline.due_at < at + SOON:
            yield Task(
                _("Send dagsordenen"),
                named(meeting),
                reverse("desk:agenda", args=[meeting.key]),
                due_on=deadline.due_at.astimezone(DANISH_TIME).date(),
                is_late=deadline.due_at < at,
            )


def reasons_owed(meeting: Meeting, at: datetime) -> Iterator[Task]:
    """Deadlines that were missed, and nobody has said why."""
    explained = set(meeting.missed_deadlines.values_list("kind", flat=True))
    for deadline in meeting.missed(at, house_practice()):
        kind = deadline.rule.kind
        if deadline.rule.force == Force.SOFT and kind not in explained:
            yield Task(
                _("Skriv, hvorfor fristen blev overskredet"),
                named(meeting),
                reverse("desk:meeting", args=[meeting.key]),
                note=str(DEADLINES[kind]),
                due_on=deadline.due_at.astimezone(DANISH_TIME).date(),
                is_late=True,
            )


def comments_of_readers(meetings: list[int]) -> Iterator[Task]:
    """Meetings whose readers have said something that nobody has dealt with. What it is stays there."""
    waiting = AgendaComment.objects.filter(done_at=None, review__meeting__in=meetings)
    for row in waiting.order_by().values("review__meeting").annotate(count=Count("pk")):
        meeting = Meeting.objects.select_related("body").get(pk=row["review__meeting"])
        said = ngettext("%(n)d bemærkning fra læserne", "%(n)d bemærkninger fra læserne", row["count"])
        yield Task(
            said % {"n": row["count"]}, named(meeting), reverse("desk:agenda-review", args=[meeting.key])
        )


def cases_that_wait(body: Body, person: Person, at: datetime) -> Iterator[Task]:
    """Referred and postponed cases that have no meeting, with the agenda of the body's next one."""
    waiting = [each for each in transfers_to(body, person) if each.is_waiting]
    coming = Meeting.objects.coming(timezone.localdate(at)).filter(body=body, starts_at__gt=at).first()
    if not waiting or coming is None:
        return
    said = ngettext(
        "%(n)d henvist eller udsat sag venter på et møde",
        "%(n)d henviste eller udsatte sager venter på et møde",
        len(waiting),
    )
    address = reverse("desk:agenda", args=[coming.key])
    yield Task(said % {"n": len(waiting)}, str(body), f"{address}#sager")


def named(meeting: Meeting) -> str:
    """ "Byrådet 25. marts 2026" """
    return f"{meeting.body} {day(meeting.held_on)}"
