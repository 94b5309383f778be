"""The desk's meeting plan as it is published."""

from __future__ import annotations

from datetime import datetime

from raadslag.archive.addresses import slug
from raadslag.archive.models import PublishedPlan
from raadslag.models import Meeting, MeetingPlan, Person
from raadslag.publishing.plan import PublishedPlanNews, publish_plan, with_cancellations
from raadslag.record import plan as record


def publish_desk_plan(plan: MeetingPlan, *, by: Person, at: datetime, why: str) -> PublishedPlanNews:
    """Publishes the plan's meetings as they are now. Raises UnfitPlan, with nothing published.

    The archive comes first: had the desk not heard of it, publishing again would tell it.
    """
    news = publish_plan(plan_record(plan), by=by.name, at=at, why=why)
    if plan.published != news.plan.version:
        plan.published_as(news.plan.version, why, by=by, at=at)
    return news


def plan_record(plan: MeetingPlan) -> record.MeetingPlan:
    """The plan's meetings. One that was called off before anyone outside heard of it is not among them."""
    known = published_uids(plan)
    meetings = plan.meetings.order_by("starts_at", "id")
    return record.MeetingPlan(
        body=plan.body.name,
        year=plan.year,
        meetings=tuple(
            planned(meeting) for meeting in meetings if not meeting.is_cancelled or meeting.uid in known
        ),
    )


def planned(meeting: Meeting) -> record.PlannedMeeting:
    return record.PlannedMeeting(
        uid=meeting.uid,
        starts_at=meeting.starts.replace(tzinfo=None),
        ends_at=meeting.ends.replace(tzinfo=None),
        place=meeting.place,
        cancelled=meeting.is_cancelled,
    )


def current_publication(plan: MeetingPlan) -> PublishedPlan | None:
    """The version of the plan that citizens see, if any."""
    found: PublishedPlan | None = (
        PublishedPlan.objects.current().filter(body__slug=slug(plan.body.name), year=plan.year).first()
    )
    return found


def published_uids(plan: MeetingPlan) -> set[str]:
    """The meetings of the plan that citizens have heard of, by their uid."""
    current = current_publication(plan)
    return set(current.meetings.values_list("uid", flat=True)) if current else set()


def has_news(plan: MeetingPlan) -> bool:
    """Whether publishing the plan now would tell citizens anything new."""
    current = current_publication(plan)
    rows = {row.uid: row for row in current.meetings.all()} if current else {}
    now = with_cancellations(plan_record(plan).meetings, rows)
    return set(now) != {row.planned for row in rows.values()}
