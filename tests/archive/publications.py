"""Publications as rows, without the door they go through."""

from datetime import date, time
from hashlib import sha256
from typing import Any

from raadslag.archive.models import (
    Body,
    PlannedMeeting,
    Publication,
    PublicationDownload,
    PublishedFile,
    PublishedItem,
    PublishedPlan,
)
from raadslag.record import to_json
from tests.lindevad import ANNA, PUBLISHED_AT, council_minutes, cycle_paths

CONTENT = to_json(council_minutes(cycle_paths(), source=None))


def publication(**changes: Any) -> Publication:
    """Minutes of the council with an item, an attachment and a download; the first in the chain."""
    body, _ = Body.objects.get_or_create(slug="byraadet", defaults={"name": "Byrådet"})
    values = {
        "body": body,
        "occasion": "2025-08-27",
        "document": "referat",
        "version": 1,
        "stage": "minutes",
        "held_on": date(2025, 8, 27),
        "starts_at": time(16, 0),
        "record_json": CONTENT,
        "record_sha256": sha256(CONTENT.encode()).hexdigest(),
        "published_at": PUBLISHED_AT,
        "published_by": ANNA,
        "why": "Godkendt på mødet",
        "place_in_chain": 1,
        "previous_hash": "0" * 64,
        "hash": "1" * 64,
    }
    row = Publication.objects.create(**{**values, **changes})
    item = PublishedItem.objects.create(
        publication=row, position=0, slug="punkt-1", number="1", title="Cykelstier", part="open"
    )
    PublishedFile.objects.create(publication=row, item=item, position=0, slug="bilag-1", title="Kort")
    PublicationDownload.objects.create(publication=row, kind="pdf", sha256="a" * 64, size=1)
    return row


def plan() -> PublishedPlan:
    """A plan of the council with one meeting."""
    body, _ = Body.objects.get_or_create(slug="byraadet", defaults={"name": "Byrådet"})
    row = PublishedPlan.objects.create(
        body=body,
        year=2026,
        version=1,
        published_at=PUBLISHED_AT,
        published_by=ANNA,
        why="Vedtaget",
        place_in_chain=2,
        previous_hash="1" * 64,
        hash="2" * 64,
    )
    PlannedMeeting.objects.create(
        plan=row,
        uid="1",
        held_on=date(2026, 1, 28),
        starts_at=time(16),
        place="Rådhuset",
        cancelled=False,
        sequence=0,
        changed_at=PUBLISHED_AT,
    )
    return row
