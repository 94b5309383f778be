"""Who did what and when: the desk's history, which nobody can edit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils.translation import override

if TYPE_CHECKING:
    from raadslag.models.person import Person

START = "0" * 64


class LogEnd(models.Model):
    """Where the log ends; whoever adds to it holds this row meanwhile."""

    only = models.BooleanField(default=True, unique=True)
    length = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=START)


class EventManager(models.Manager["Event"]):
    """Adds to the log."""

    def record(
        self,
        verb: str,
        *,
        by: Person | None,
        at: datetime,
        about: models.Model | None = None,
        **detail: Any,
    ) -> Event:
        """Adds one event; `about` is the noun it concerns, `detail` what is worth knowing, as JSON data.

        The log is in Danish, whatever language they read who act. Belongs in the transaction of what it
        tells. A noun that is closed says so itself, and is not named by its title: `log_name`.
        """
        with override("da"), transaction.atomic(using=self.db):
            LogEnd.objects.get_or_create(only=True)
            end = LogEnd.objects.select_for_update().get()
            event = Event(
                place=end.length + 1,
                at=at,
                by=by,
                by_name=by.name if by else "",
                verb=verb,
                noun=about._meta.model_name if about else "",
                noun_key=str(getattr(about, "key", about.pk)) if about else "",
                label=str(getattr(about, "log_name", about)) if about else "",
                detail=json.loads(json.dumps(detail, cls=DjangoJSONEncoder)),
                previous_hash=end.hash,
            )
            event.hash = event.link()
            event.save(force_insert=True)
            end.length, end.hash = event.place, event.hash
            end.save()
            return event


class Event(models.Model):
    """One event. `noun` and `noun_key` say what it is about, without a key between the tables: an event
    outlives what it tells of. Each carries the hash of the one before it."""

    place = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey("desk.Person", models.PROTECT, null=True, related_name="events")
    by_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=60)
    noun = models.CharField(max_length=60)
    noun_key = models.CharField(max_length=64)
    label = models.CharField(max_length=500)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    objects = EventManager()

    class Meta:
        ordering = ("-place",)
        indexes = (models.Index(fields=["noun", "noun_key"]),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by_name}: {self.verb} {self.label}"

    def link(self) -> str:
        """The event's hash: over the one before it and all that it says."""
        content: Mapping[str, Any] = {
            "previous": self.previous_hash,
            "place": self.place,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "by": self.by_name,
            "by_id": self.by_id,
            "verb": self.verb,
            "noun": self.noun,
            "noun_key": self.noun_key,
            "label": self.label,
            "detail": self.detail,
        }
        return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def verify_log() -> Iterator[str]:
    """Goes through the whole log. Each fault is a Danish sentence; none: all is as it was written."""
    place, previous = 0, START
    for event in Event.objects.order_by("place").iterator(chunk_size=1000):
        place += 1
        if event.place != place:
            yield f"Der mangler hændelser før nr. {event.place}."
            place = event.place
        if event.previous_hash != previous:
            yield f"Hændelse nr. {event.place} følger ikke efter den, der står før den."
        if event.hash != event.link():
            yield f"Hændelse nr. {event.place} er ændret."
        previous = event.hash
    end = LogEnd.objects.first() or LogEnd()
    if (end.length, end.hash) != (place, previous):
        yield f"Loggen skulle slutte med hændelse nr. {end.length}, men slutter med nr. {place}."
