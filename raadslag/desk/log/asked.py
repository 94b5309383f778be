"""What is asked of the log, and the events that answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from raadslag.desk.log.labels import CLOSABLE, closed_now
from raadslag.models import Event
from raadslag.models.event_words import EVENTS, NOUNS


@dataclass(frozen=True, slots=True)
class Asked:
    """Empty asks for all. `person` is whoever did it; `noun` and `key` what it is about; `since` and
    `until` the first and the last day; `text` stands in the name, the label or the details."""

    person: UUID | None = None
    verb: str = ""
    noun: str = ""
    key: str = ""
    since: date | None = None
    until: date | None = None
    text: str = ""

    @classmethod
    def from_query(cls, query: QueryDict) -> Asked:
        """What cannot be understood is not asked for."""
        verb, noun = query.get("verb", ""), query.get("noun", "")
        return cls(
            person=_key(query.get("person", "")),
            verb=verb if verb in EVENTS else "",
            noun=noun if noun in NOUNS else "",
            key=query.get("key", "").strip()[:64],
            since=_day(query.get("fra", "")),
            until=_day(query.get("til", "")),
            text=query.get("q", "").strip(),
        )

    def events(self) -> QuerySet[Event]:
        """The events, the newest first."""
        found = Event.objects.select_related("by")
        if self.person:
            found = found.filter(by__key=self.person)
        for column, value in (("verb", self.verb), ("noun", self.noun), ("noun_key", self.key)):
            if value:
                found = found.filter(**{column: value})
        if self.since:
            found = found.filter(at__gte=_midnight(self.since))
        if self.until:
            found = found.filter(at__lt=_midnight(self.until + timedelta(days=1)))
        for word in self.text.split():
            found = found.filter(Q(by_name__icontains=word) | labelled(word) | detailed(word))
        return found


def detailed(word: str) -> Q:
    """The events with the word in their details. PostgreSQL keeps their letters as they are, SQLite as JSON
    has them: there an Æ and an æ are nothing alike."""
    asked = Q(detail__icontains=word)
    for cased in {word, word.lower(), word.upper(), word.capitalize()}:
        asked |= Q(detail__icontains=json.dumps(cased)[1:-1])
    return asked


def labelled(word: str) -> Q:
    """The events with the word in what they are about. A title that is closed by now is not found by its
    words, or a search would tell them."""
    found = Event.objects.filter(noun__in=CLOSABLE, label__icontains=word)
    hidden = [
        key
        for (_noun, key), name in closed_now(found.values_list("noun", "noun_key").distinct()).items()
        if word.casefold() not in name.casefold()
    ]
    return Q(label__icontains=word) & ~Q(noun_key__in=hidden)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
