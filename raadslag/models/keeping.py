"""Saving a row as it has been filled in, with the event that tells of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from raadslag.models.event import Event

if TYPE_CHECKING:
    from raadslag.models.person import Person


def keep(row: models.Model, verb: str, *, by: Person, at: datetime, **detail: Any) -> None:
    """Saves the row, new or changed. `detail` is what is worth knowing, and nothing closed."""
    with transaction.atomic():
        row.save()
        Event.objects.record(verb, by=by, at=at, about=row, **detail)


def remove(row: models.Model, verb: str, *, by: Person, at: datetime, **detail: Any) -> None:
    """Takes away a row that tells of nothing that has happened."""
    with transaction.atomic():
        Event.objects.record(verb, by=by, at=at, about=row, **detail)
        row.delete()
