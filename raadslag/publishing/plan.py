"""A meeting plan goes through the door: written into the archive, whole and for good, or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from raadslag.archive import chain, plan_link
from raadslag.archive.addresses import slug
from raadslag.archive.models import Body, PlannedMeeting, PublishedPlan
from raadslag.publishing.freezing import News
from raadslag.record.danish import day
from raadslag.record.personal_numbers import personal_numbers
from raadslag.record.plan import MeetingPlan
from raadslag.record.plan import PlannedMeeting as Planned


class UnfitPlan(ValueError):
    """The plan cannot be published as it is. The message is a Danish sentence."""


@dataclass(frozen=True, slots=True)
class PublishedPlanNews:
    """The plan's current publication, and whether that is a new one."""

    plan: PublishedPlan
    news: News


def publish_plan(plan: MeetingPlan, *, by: str, at: datetime, why: str) -> PublishedPlanNews:
    """Publishes the plan; one that says the same as the current version gives that version.

    A meeting that was in the version before and is not in this one is cancelled, not forgotten: whoever
    has it in a calendar is told. Raises UnfitPlan, with nothing published.
    """
    for fault in faults(plan):
        raise UnfitPlan(fault)
    with transaction.atomic(using="public"):
        end = chain.lock()
        body, _ = Body.objects.get_or_create(slug=slug(plan.body), defaults={"name": plan.body})
        current = PublishedPlan.objects.current().filter(body=body, year=plan.year).first()
        before = {row.uid: row for row in current.meetings.all()} if current else {}
        meetings = with_cancellations(plan.meetings, before)
        if current and {row.planned for row in before.values()} == set(meetings):
            return PublishedPlanNews(current, News.UNCHANGED)
        published = PublishedPlan(
            body=body,
            year=plan.year,
            version=current.version + 1 if current else 1,
            replaces=current,
            published_at=at,
            published_by=by,
            why=why,
            place_in_chain=end.length + 1,
            previous_hash=end.hash,
        )
        rows = [row_of(meeting, before.get(meeting.uid), published) for meeting in meetings]
        published.hash = plan_link.link(published, rows)
        published.save()
        PlannedMeeting.objects.bulk_create(rows)
        chain.extend(end, published)
    return PublishedPlanNews(published, News.NEW_VERSION if current else News.FIRST)


def faults(plan: MeetingPlan) -> Iterator[str]:
    """Why the plan cannot be published, as Danish sentences."""
    if not slug(plan.body):
        yield "Der står ikke, hvilket udvalg planen er for."
    if not plan.meetings:
        yield f"Der er ingen møder i planen for {plan.year}. Læg datoerne ind først."
    uids = [meeting.uid for meeting in plan.meetings]
    for meeting in plan.meetings:
        on = day(meeting.starts_at)
        if meeting.starts_at.year != plan.year:
            yield f"Mødet den {on} hører ikke til planen for {plan.year}."
        if uids.count(meeting.uid) > 1:
            yield f"Mødet den {on} står to gange i planen."
        if meeting.ends_at and meeting.ends_at <= meeting.starts_at:
            yield f"Mødet den {on} slutter, før det begynder."
        if any(personal_numbers(meeting.place)):
            yield f"Der står et CPR-nummer i mødestedet for mødet den {on}. Slet det, og prøv igen."


def with_cancellations(meetings: tuple[Planned, ...], before: dict[str, PlannedMeeting]) -> list[Planned]:
    """The plan's meetings, and those of the version before that it no longer has, cancelled."""
    kept = {meeting.uid for meeting in meetings}
    gone = [replace(row.planned, cancelled=True) for uid, row in before.items() if uid not in kept]
    return [*meetings, *gone]


def row_of(meeting: Planned, before: PlannedMeeting | None, plan: PublishedPlan) -> PlannedMeeting:
    """The meeting's row; `before` is the one in the version that the plan replaces."""
    unchanged = before is not None and before.planned == meeting
    return PlannedMeeting(
        plan=plan,
        uid=meeting.uid,
        held_on=meeting.starts_at.date(),
        starts_at=meeting.starts_at.time(),
        ends_at=meeting.ends_at.time() if meeting.ends_at else None,
        place=meeting.place,
        cancelled=meeting.cancelled,
        sequence=0 if before is None else before.sequence + (not unchanged),
        changed_at=before.changed_at if before and unchanged else plan.published_at,
    )
