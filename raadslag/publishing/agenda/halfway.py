"""A version that is stopped halfway: what of it is out already, and the numbers that it has there."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from raadslag.models import AgendaVersion, Item
from raadslag.models.paper_moving import hold
from raadslag.publishing.agenda.door import documents
from raadslag.publishing.agenda.versions import composed_of
from raadslag.publishing.meetings import Document

NOTHING_OUT = "Intet er sendt eller udgivet."
OUT = "Alle kan nu læse {names} på kommunens side, men medlemmerne har ikke fået besked. Send igen."


def reason_of(version: AgendaVersion) -> str:
    """Why it is published, for everybody to read, and to know its publications by."""
    return f"Dagsordenen er sendt i udgave {version.letter}"


def what_is_out(version: AgendaVersion) -> str:
    """What a version that was not sent has come to, in a Danish sentence."""
    names = list(documents_out(version)) if version.occasion else []
    *others, last = names or [""]
    listed = f"{', '.join(others)} og {last}" if others else last
    return OUT.format(names=listed) if names else NOTHING_OUT


def documents_out(version: AgendaVersion) -> Iterator[str]:
    """The documents that were published as that version."""
    composed = composed_of(version)
    for document in documents(composed.door_record, composed.places):
        newest = Document.of(document.record, version.occasion).newest()
        if newest is not None and newest.why == reason_of(version) and not newest.is_withdrawn:
            number = document.record.supplement
            yield f"tillægsdagsorden {number}" if number else "dagsordenen"


def freeze_numbers(version: AgendaVersion) -> list[int]:
    """Gives the version's new items their numbers for good; their rows' keys."""
    with transaction.atomic():
        hold(version.meeting)
        rows = Item.objects.select_for_update().filter(meeting=version.meeting, number=None)
        items = {str(each.key): each for each in rows}
        fresh = []
        for place, item in zip(version.item_places, version.meeting_record.items, strict=True):
            row = items.get(place.key)
            if row is not None and item.number:
                row.number, row.supplement = int(item.number), place.supplement
                row.save(update_fields=["number", "supplement"])
                fresh.append(row.pk)
    return fresh


def thaw_numbers(fresh: list[int]) -> None:
    """Takes them back: nothing came out."""
    Item.objects.filter(pk__in=fresh).update(number=None, supplement=None)
