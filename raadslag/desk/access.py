"""What every view of the desk begins with: the thing, if the person may see it, and the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from raadslag.models import Attachment, Event, Item, Paper, Person
from raadslag.record import Part

Seen = TypeVar("Seen", Paper, Item, Attachment)
Seeable = Paper | Item | Attachment
View = Callable[..., HttpResponse]
ONE_LOOK = timedelta(minutes=10)


def now() -> datetime:
    """The moment of the request, for what is done in it."""
    return timezone.now()


def today() -> date:
    """The day of the request in Denmark, for what a person may see."""
    return timezone.localdate()


def person_of(request: HttpRequest) -> Person:
    """Who is logged in."""
    assert isinstance(request.user, Person)
    return request.user


def seen(
    request: HttpRequest, noun: type[Seen], key: UUID, rows: models.QuerySet[Seen] | None = None
) -> Seen:
    """The paper, item or attachment with that key. What the person may not see is as unknown as what is not
    there: Http404. Looking at what is closed is an event."""
    thing = _visible(request, noun, key, rows)
    if thing.effective_part == Part.CLOSED:
        note_reading(request, thing, now())
    return thing


def glimpsed(request: HttpRequest, noun: type[Seen], key: UUID) -> Seen:
    """The same for what a page fetches by itself, over and over: within ten minutes of what was written it
    belongs to the same look."""
    thing = _visible(request, noun, key)
    note_look(request, thing, now())
    return thing


def note_look(request: HttpRequest, thing: Seeable, at: datetime) -> None:
    """Writes that the person looked at it, where it is closed, unless that was written within ten minutes."""
    if thing.effective_part != Part.CLOSED:
        return
    lately = Event.objects.filter(
        verb="read_closed",
        by=person_of(request),
        noun=thing._meta.model_name,
        noun_key=str(thing.key),
        at__gt=at - ONE_LOOK,
    )
    if not lately.exists():
        note_reading(request, thing, at)


def note_reading(request: HttpRequest, thing: Seeable, at: datetime) -> None:
    """Writes that the person read what is closed."""
    Event.objects.record("read_closed", by=person_of(request), at=at, about=thing, address=request.path)


def _visible(
    request: HttpRequest, noun: type[Seen], key: UUID, rows: models.QuerySet[Seen] | None = None
) -> Seen:
    chosen = noun._default_manager.all() if rows is None else rows
    # the yes/no, which says the same as `visible_to` and costs a tenth of it for a single thing
    thing = chosen.filter(key=key).first()
    if thing is None or not thing.may_be_seen_by(person_of(request), today()):
        raise Http404
    return thing


def administrators_only(view: View) -> View:
    """The page is not there for anyone else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not person_of(request).is_administrator:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
