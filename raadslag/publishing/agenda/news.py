"""What is new in an agenda since another version of it, in a sentence for each thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from raadslag.publishing.agenda.items import LAPSED, MOVED_TO
from raadslag.record import Attachment, Item, MeetingRecord
from raadslag.record.difference import Change, What, difference, item_marks, paired

FIELDS: Mapping[str, object] = {
    "title": gettext_lazy("overskrift"),
    "number": gettext_lazy("nummer"),
    "part": gettext_lazy("åbent eller lukket"),
    "closed_ground": gettext_lazy("grund til lukning"),
    "kind": gettext_lazy("slags"),
    "case_number": gettext_lazy("sagsnummer"),
    "purpose": gettext_lazy("formål"),
    "method": gettext_lazy("metode"),
    "responsible": gettext_lazy("ansvarlig"),
    "starts_at": gettext_lazy("tid"),
    "ends_at": gettext_lazy("tid"),
    "condition": gettext_lazy("betingelse"),
    "sections": gettext_lazy("tekst"),
    "recommendation": gettext_lazy("indstilling"),
    "place": gettext_lazy("sted"),
    "notes": gettext_lazy("bemærkninger"),
}


@dataclass(frozen=True)
class News:
    """One thing that is new. `item` is the place of its item in the new record, None where it is about the
    meeting or something that is gone; `is_whole_item` that all of the item is new."""

    sentence: str
    item: int | None = None
    what: What = What.CHANGED
    is_whole_item: bool = False


@dataclass(frozen=True)
class OfItem:
    """The changes of one item with its attachments. `at` is its place in the new record, None where it went;
    both are None for the meeting's own."""

    item: Item | None
    at: int | None
    changes: tuple[Change, ...]


def changes_by_item(old: MeetingRecord, new: MeetingRecord) -> Iterator[OfItem]:
    """The meeting's own changes, then each item's, in the new order."""
    pairs = paired(list(map(item_marks, old.items)), list(map(item_marks, new.items)))
    now_of = {was: now for was, now in pairs if was is not None}

    def place(change: Change) -> tuple[int | None, int | None]:
        was = change.old_place.item if change.old_place else None
        now = change.new_place.item if change.new_place else None
        now = now_of.get(was) if now is None and was is not None else now
        return (None, now) if now is not None else (was, None)

    for (was, now), changes in groupby(difference(old, new), key=place):
        item = new.items[now] if now is not None else None if was is None else old.items[was]
        yield OfItem(item, now, tuple(changes))


def news(old: MeetingRecord, new: MeetingRecord) -> tuple[News, ...]:
    """What is new, in the order of the new record."""
    found: list[News] = []
    for each in changes_by_item(old, new):
        found += of_meeting(each.changes) if each.item is None else of_item(each.item, each.at, each.changes)
    return tuple(found)


def printed_news(old: MeetingRecord, new: MeetingRecord) -> tuple[str, ...]:
    """The sentences in the language of what is printed."""
    with override(settings.LANGUAGE_CODE):
        return tuple(each.sentence for each in news(old, new))


def of_meeting(changes: Sequence[Change]) -> Iterator[News]:
    yield News(_("Ændret for mødet: %(fields)s.") % {"fields": fields_of(changes)})


def of_item(item: Item, at: int | None, changes: Sequence[Change]) -> Iterator[News]:
    """What is new of one item and its attachments."""
    named = {"item": name_of(item), "title": item.title}
    own = [each for each in changes if not is_of_attachment(each)]
    whole = next((each.what for each in own if each.field is None), None)
    if whole == What.ADDED:
        yield News(capfirst(_("nyt %(item)s: %(title)s") % named), at, What.ADDED, is_whole_item=True)
        return
    if whole == What.REMOVED:
        yield News(capfirst(_("%(item)s er taget ud: %(title)s") % named), None, What.REMOVED)
        return
    if own and (said := fate_of(item)):
        yield News(capfirst(f"{name_of(item)}: {said}"), at)
        return
    if own:
        yield News(_("Ændret i %(item)s: %(fields)s.") % {**named, "fields": fields_of(own)}, at)
    told: set[str] = set()
    for change in changes:
        sentence = of_attachment(item, change) if is_of_attachment(change) else ""
        if sentence and sentence not in told:
            told.add(sentence)
            yield News(sentence, at, change.what)


def of_attachment(item: Item, change: Change) -> str:
    """What became of an attachment."""
    if change.what == What.CHANGED:
        place = change.new_place
        attachment = item.attachments[place.attachment or 0] if place else None
    else:
        attachment = change.new if change.what == What.ADDED else change.old
    title = attachment.title if isinstance(attachment, Attachment) else ""
    sentences = {
        What.ADDED: _("Nyt bilag til %(item)s: %(title)s"),
        What.REMOVED: _("Bilag taget ud af %(item)s: %(title)s"),
        What.CHANGED: _("Ændret bilag til %(item)s: %(title)s"),
    }
    return sentences[change.what] % {"item": name_of(item), "title": title}


def is_of_attachment(change: Change) -> bool:
    return any(place and place.attachment is not None for place in (change.old_place, change.new_place))


def fate_of(item: Item) -> str:
    """What became of an item that does not stand any more."""
    said = item.sections[0].text if len(item.sections) == 1 else ""
    return said if said == LAPSED or said.startswith(MOVED_TO) else ""


def fields_of(changes: Sequence[Change]) -> str:
    """What changed, by the names that people have for it, each once."""
    names = [str(FIELDS.get(each.field or "", each.field)) for each in changes]
    return ", ".join(dict.fromkeys(names))


def name_of(item: Item) -> str:
    """ "punkt 3", or "punktet »Evt.«" where it has no number."""
    if item.number:
        return _("punkt %(number)s") % {"number": item.number}
    return _("punktet »%(title)s«") % {"title": item.title}
