"""A body or department comes to be, and is changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from raadslag.models.body import Body, BodyKind
from raadslag.models.deadline import DeadlineRule, usual_rows
from raadslag.models.keeping import keep

if TYPE_CHECKING:
    from raadslag.models.person import Person


def add_body(body: Body, *, by: Person, at: datetime) -> None:
    """A new body, which has the usual deadlines where it meets."""
    with transaction.atomic():
        keep(body, "body_added", by=by, at=at)
        add_usual_deadlines(body, by=by, at=at)


def change_body(body: Body, changed: list[str], *, by: Person, at: datetime) -> None:
    """A body as it has been filled in; `changed` are the names of its columns. One that comes to meet has the
    usual deadlines."""
    with transaction.atomic():
        keep(body, "body_changed", by=by, at=at, changed=changed)
        if "kind" in changed and not body.deadline_rules.exists():
            add_usual_deadlines(body, by=by, at=at)


def add_usual_deadlines(body: Body, *, by: Person, at: datetime) -> None:
    if body.kind == BodyKind.DEPARTMENT:
        return
    for row in usual_rows(body):
        keep_deadline(row, by=by, at=at)


def keep_deadline(row: DeadlineRule, *, by: Person, at: datetime) -> None:
    """A body's deadline as it is to be."""
    said = {"kind": row.kind, "working_days": row.working_days, "paragraph": row.paragraph}
    keep(row, "deadline_changed", by=by, at=at, **said)


def has_printed_name(body: Body) -> bool:
    """Whether documents bear the body's name: meetings it has held, papers it sent or is to treat."""
    return body.meetings.exists() or body.papers_sent.exists() or body.steps.exists()
