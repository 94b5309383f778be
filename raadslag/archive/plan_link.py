"""What ties a meeting plan into the chain, and proves that it is as it was published."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256

from raadslag.archive.models import PlannedMeeting, PublishedPlan


def link(plan: PublishedPlan, meetings: Iterable[PlannedMeeting]) -> str:
    """The plan's hash: over the one before it, its meetings, and who, when and why."""
    content = {
        "previous": plan.previous_hash,
        "place": plan.place_in_chain,
        "body": plan.body.slug,
        "year": plan.year,
        "version": plan.version,
        "replaces": plan.replaces.hash if plan.replaces else None,
        "meetings": [stated(meeting) for meeting in sorted(meetings, key=lambda meeting: meeting.uid)],
        "at": in_utc(plan.published_at),
        "by": plan.published_by,
        "why": plan.why,
    }
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def stated(meeting: PlannedMeeting) -> dict[str, object]:
    """What a plan says of one meeting, as JSON data."""
    return {
        "uid": meeting.uid,
        "on": meeting.held_on.isoformat(),
        "starts": meeting.starts_at.isoformat(),
        "ends": meeting.ends_at.isoformat() if meeting.ends_at else None,
        "place": meeting.place,
        "cancelled": meeting.cancelled,
        "sequence": meeting.sequence,
        "changed": in_utc(meeting.changed_at),
    }


def in_utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def faults(plan: PublishedPlan) -> Iterator[str]:
    """What is not as it was when the plan was published, as Danish sentences."""
    if plan.hash != link(plan, plan.meetings.all()):
        yield f"{plan} er ændret efter udgivelsen."
