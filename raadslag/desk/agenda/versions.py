"""The versions of an agenda (udgave A, B, C): the list, one to read, and two to compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.desk.access import person_of
from raadslag.desk.agenda.pages import agenda_page, to_versions
from raadslag.desk.agenda.rights import builds
from raadslag.desk.agenda.seeing import SeenVersion, note_closed, seen_meeting, seen_version, seen_versions
from raadslag.models import AgendaVersion, Audience
from raadslag.public.changes import line
from raadslag.publishing.agenda.news import News, changes_by_item, name_of, news
from raadslag.publishing.agenda.reading import Reading, Sight, read
from raadslag.publishing.agenda.versions import before, composed_of, last_sent
from raadslag.record import Attachment, Item
from raadslag.record.difference import Change


@dataclass(frozen=True)
class ShownVersion:
    """A version in the list: what is new in it, and the packs that the person can get."""

    seen: SeenVersion
    packs: tuple[Audience, ...]

    @property
    def version(self) -> AgendaVersion:
        return self.seen.version


@dataclass(frozen=True)
class ShownAttachment:
    """An attachment of a version. `at` is its place in the item, where it has a file to read."""

    attachment: Attachment
    at: int | None


@dataclass(frozen=True)
class ShownItem:
    """An item of a version. `at` is its place in the whole record, `news` what is new of it."""

    item: Item
    at: int
    attachments: tuple[ShownAttachment, ...]
    news: tuple[News, ...]


@require_safe
def agenda_versions(request: HttpRequest, key: UUID) -> HttpResponse:
    """All that were sent, the newest first; two can be chosen and compared."""
    meeting, sight = seen_meeting(request, key)
    if "fra" in request.GET and "til" in request.GET:
        numbers = sorted(number_of(request.GET[name]) for name in ("fra", "til"))
        return redirect("desk:agenda-compare", key, *numbers)
    shown = [ShownVersion(each, packs_of(each)) for each in seen_versions(meeting, sight)]
    context = agenda_page(meeting, (_("Udgaver"), None))
    context |= {"versions": shown, "builds": builds(person_of(request), meeting.body)}
    return render(request, "desk/agenda/versions.html", context)


@require_safe
def agenda_version(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """The agenda as it was sent, as far as the person may see it today."""
    meeting, sight = seen_meeting(request, key)
    seen = seen_version(meeting, sight, number)
    note_closed(request, seen.reading)
    context = agenda_page(meeting, to_versions(meeting), (letter_of(seen.version), None))
    new = news_of(seen, sight)
    last = last_sent(meeting)
    context |= {
        "version": seen.version,
        "note": seen.note,
        "record": seen.reading.record,
        "items": list(items_of(seen, new)),
        "packs": packs_of(seen),
        "newer": last if last and last.number > number else None,
        "news": new,
    }
    return render(request, "desk/agenda/version.html", context)


@require_safe
def agenda_compare(request: HttpRequest, key: UUID, old: int, new: int) -> HttpResponse:
    """What became of each item between two versions."""
    meeting, sight = seen_meeting(request, key)
    before_it, after_it = seen_version(meeting, sight, old), seen_version(meeting, sight, new)
    note_closed(request, before_it.reading, after_it.reading)
    title = _("%(old)s og %(new)s") % {"old": before_it.version.letter, "new": after_it.version.letter}
    context = agenda_page(meeting, to_versions(meeting), (title, None))
    context |= {
        "old": before_it.version,
        "new": after_it.version,
        "places": list(places_of(before_it.reading, after_it.reading)),
    }
    return render(request, "desk/agenda/compare.html", context)


def letter_of(version: AgendaVersion) -> str:
    return _("Udgave %(letter)s") % {"letter": version.letter}


def number_of(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 5):
        raise Http404
    return int(text)


def packs_of(seen: SeenVersion) -> tuple[Audience, ...]:
    """The audiences whose pack the person can get, were it without what they may not see."""
    has = {Audience(each.audience) for each in seen.version.packs.all()}
    sees_closed = seen.reading.closed_items or seen.reading.closed_attachments
    wanted = (Audience.MEMBERS, Audience.PUBLIC, *((Audience.CLOSED,) if sees_closed else ()))
    return tuple(each for each in wanted if each in has)


def news_of(seen: SeenVersion, sight: Sight) -> tuple[News, ...]:
    """What is new since the version before, as the person may see both."""
    earlier = before(seen.version)
    if earlier is None:
        return ()
    was = composed_of(earlier)
    return news(read(was.record, was.places, sight).record, seen.reading.record)


def items_of(seen: SeenVersion, new: tuple[News, ...]) -> Iterator[ShownItem]:
    """The items with the attachments that can be read."""
    for here, (at, item) in enumerate(zip(seen.reading.kept, seen.reading.record.items, strict=True)):
        yield ShownItem(
            item,
            at,
            tuple(
                ShownAttachment(each, beside if each.sha256 else None)
                for beside, each in enumerate(item.attachments)
            ),
            tuple(each for each in new if each.item == here),
        )


def places_of(old: Reading, new: Reading) -> Iterator[dict[str, Any]]:
    """The items that changed, each with its changes; the meeting's own first."""
    for each in changes_by_item(old.record, new.record):
        yield {
            "title": title_of(each.item) if each.item else _("Mødet"),
            "changes": [line(change) | named_attachment(each.item, change) for change in each.changes],
        }


def named_attachment(item: Item | None, change: Change) -> dict[str, str]:
    """The name of a change inside an attachment: which one it is."""
    place = change.new_place
    if item is None or change.field is None or place is None or place.attachment is None:
        return {}
    return {"name": _("Bilag »%(title)s«") % {"title": item.attachments[place.attachment].title}}


def title_of(item: Item) -> str:
    """ "Punkt 3: Havnen" """
    name = name_of(item)
    return f"{name[:1].upper()}{name[1:]}: {item.title}" if item.number else item.title
