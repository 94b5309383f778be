"""What a new version changed, said so that a reader sees it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from difflib import SequenceMatcher
from functools import singledispatch
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from raadslag.archive.models import Publication
from raadslag.public.item import trail_to_document
from raadslag.public.kept import kept
from raadslag.public.meeting import frame
from raadslag.public.shown import shown
from raadslag.public.words import choice, clock, day, kind, moment, outcome, presence, spoken
from raadslag.record import Attachment, Attendance, Decision, Item, Kind, Outcome, Part
from raadslag.record.difference import Change, What, difference

FIELDS = {
    "title": gettext_noop("overskrift"),
    "number": gettext_noop("nummer"),
    "part": gettext_noop("åbent eller lukket"),
    "closed_ground": gettext_noop("grund til lukning"),
    "kind": gettext_noop("slags"),
    "case_number": gettext_noop("sagsnummer"),
    "purpose": gettext_noop("baggrund og formål"),
    "method": gettext_noop("metode"),
    "responsible": gettext_noop("ansvarlig"),
    "condition": gettext_noop("betingelse"),
    "sections": gettext_noop("sagens tekst"),
    "recommendation": gettext_noop("indstilling"),
    "decision": gettext_noop("beslutning"),
    "attachments": gettext_noop("bilag"),
    "attendance": gettext_noop("deltagere"),
    "notes": gettext_noop("bemærkninger"),
    "place": gettext_noop("sted"),
    "chair": gettext_noop("mødeleder"),
    "minute_taker": gettext_noop("referent"),
    "authority": gettext_noop("myndighed"),
    "body": gettext_noop("udvalg"),
    "term": gettext_noop("valgperiode"),
    "starts_at": gettext_noop("begynder"),
    "ends_at": gettext_noop("slutter"),
    "sha256": gettext_noop("fil"),
    "text": gettext_noop("tekst"),
    "pages": gettext_noop("antal sider"),
    "media_type": gettext_noop("filtype"),
    "paper": gettext_noop("indstilling som bilag"),
    "record": gettext_noop("referat som bilag"),
}
WHATS = {
    What.ADDED: gettext_noop("tilføjet"),
    What.REMOVED: gettext_noop("fjernet"),
    What.CHANGED: gettext_noop("ændret"),
}
BADGES = {What.ADDED: "badge-success", What.REMOVED: "badge-error", What.CHANGED: "badge-warning"}
CONTEXT = 200  # characters to show of each end of what did not change
LONG = 20_000  # characters; longer texts are compared paragraph by paragraph


@dataclass(frozen=True)
class Piece:
    """A stretch of text that was added, removed, or stands in both (`what` is "same")."""

    what: str
    text: str


@kept
def changes(request: HttpRequest, body: str, occasion: str, document: str, version: int) -> HttpResponse:
    """The version beside the one before it, place by place."""
    page = shown(body, occasion, document, version)
    if page.previous is None:
        raise Http404
    context = {
        **frame(page),
        "crumbs": [*trail_to_document(page), (_("Ændringer"), None)],
        "previous": page.previous,
        "places": places(page.previous, page.publication),
    }
    return render(request, "public/changes.html", context)


def places(old: Publication, new: Publication) -> list[dict[str, object]]:
    """The items that changed, each with its changes; the meeting's own first."""
    slugs = [row.slug for row in new.items.all()]
    listed: list[dict[str, object]] = []
    for (was, now), group in groupby(difference(old.record, new.record), key=item_places):
        item = new.record.items[now] if now is not None else None if was is None else old.record.items[was]
        listed.append(
            {
                "title": title_of(item) if item else _("Mødet"),
                "address": f"{new.address}{slugs[now]}" if now is not None else None,
                "changes": [line(change) for change in group],
            }
        )
    return listed


def item_places(change: Change) -> tuple[int | None, int | None]:
    """The item's places before and after."""
    return (
        change.old_place.item if change.old_place else None,
        change.new_place.item if change.new_place else None,
    )


def title_of(item: Item) -> str:
    return f"{item.number}. {item.title}" if item.number else item.title


def line(change: Change) -> dict[str, object]:
    """One change: what it is about, what became of it, and the words that differ."""
    of_attachment = any(
        place and place.attachment is not None for place in (change.old_place, change.new_place)
    )
    name = _(FIELDS.get(change.field, change.field)) if change.field else _("punkt")
    if of_attachment:
        name = _("bilag") if change.field is None else f"{_('bilag')}, {name}"
    pieces = [] if change.field == "sha256" else list(compared(in_words(change.old), in_words(change.new)))
    return {
        "name": capfirst(name),
        "what": _(WHATS[change.what]),
        "badge": BADGES[change.what],
        "pieces": pieces,
    }


@singledispatch
def in_words(value: object) -> str:
    """Any value of a record as text for people, a line for each part; "" for nothing."""
    if value is None:
        return ""
    if is_dataclass(value):
        said = (in_words(getattr(value, field.name)) for field in fields(value))
        return "\n".join(each for each in said if each)
    return str(value)


in_words.register(time, clock)
in_words.register(date, day)
in_words.register(datetime, moment)
in_words.register(Kind, lambda value: kind(value).lower())
in_words.register(Part, lambda value: str(spoken().PARTS[value]))
in_words.register(Item, lambda item: item.title)
in_words.register(Attachment, lambda attachment: attachment.title)
in_words.register(tuple, lambda values: "\n".join(in_words(each) for each in values))


@in_words.register
def person_in_words(person: Attendance) -> str:
    return person.person + (f", {person.role}" if person.role else "") + presence(person)


@in_words.register
def decision_in_words(decision: Decision) -> str:
    """The decision with its outcome, its votes and what hangs on it, a line each."""
    lines = [decision.text]
    if decision.outcome != Outcome.OTHER:
        lines.append(f"{_('Udfald')}: {outcome(decision.outcome).lower()}")
    for vote in decision.votes:
        who = ", ".join((*vote.groups, *vote.persons))
        lines.append(f"{choice(vote.choice)}: {'' if vote.count is None else vote.count} {who}".rstrip())
    lines += [f"{dissent.who}: {dissent.text}" for dissent in decision.dissents]
    lines += [
        f"{_('Opfølgning')}: {', '.join(filter(None, (each.text, each.who, each.due)))}"
        for each in decision.follow_ups
    ]
    return "\n".join(lines)


def compared(old: str, new: str) -> Iterator[Piece]:
    """The two texts as one, with what was removed and added marked."""
    unit = r"(?<=\n)" if max(len(old), len(new)) > LONG else r"(\s+)"
    before, after = re.split(unit, old), re.split(unit, new)
    for what, i, j, m, n in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece("same", shortened("".join(after[m:n])))
            continue
        if i < j:
            yield Piece("removed", "".join(before[i:j]))
        if m < n:
            yield Piece("added", "".join(after[m:n]))


def shortened(text: str) -> str:
    """A long stretch that did not change, by its ends."""
    return text if len(text) < 3 * CONTEXT else f"{text[:CONTEXT]} … {text[-CONTEXT:]}"
