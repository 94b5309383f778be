"""What every view of the desk begins with: the thing, if the person may see it, and the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from raadslag.models import Attachment, Event, Item, Paper, Person
from raadslag.record import Part

Seen = TypeVar("Seen", Paper, Item, Attachment)
View = Callable[..., HttpResponse]


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
    person = person_of(request)
    chosen = noun._default_manager.all() if rows is None else rows
    # the yes/no, which says the same as `visible_to` and costs a tenth of it for a single thing
    thing = chosen.filter(key=key).first()
    if thing is None or not thing.may_be_seen_by(person, today()):
        raise Http404
    if thing.effective_part == Part.CLOSED:
        Event.objects.record("read_closed", by=person, at=now(), about=thing, address=request.path)
    return thing


def administrators_only(view: View) -> View:
    """The page is not there for anyone else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not person_of(request).is_administrator:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
