"""What the guard is told of the municipality whose desk this is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.conf import settings

from raadslag.models import Body, FindingWaiver, Municipality, Person, StandingItem, TemplateSection
from raadslag.publishing import House, Waiver
from raadslag.publishing.agenda.items import HISTORY
from raadslag.record import Item, MeetingRecord

ON = r"den \d{1,2}\. [a-z]{3,9} \d{4}(?:, punkt \d+)?\."


def house_of(record: MeetingRecord) -> House:
    """The municipality's own, and the wordings that any item of this agenda may share with any other."""
    employees = Person.objects.exclude(department=None)
    municipality = Municipality.objects.first()
    return House(
        phones=frozenset(filter(None, Person.objects.values_list("phone", flat=True))),
        mail_domains=frozenset(
            address.rpartition("@")[2].strip("<> ")
            for address in (settings.DEFAULT_FROM_EMAIL, *employees.values_list("email", flat=True))
        ),
        addresses=frozenset(addresses(municipality)),
        guidance=tuple(
            TemplateSection.objects.exclude(guidance="").order_by("pk").values_list("guidance", flat=True)
        ),
        phrases=tuple(wordings(record)),
        wants_every_attachment=True,
    )


def addresses(municipality: Municipality | None) -> Iterator[str]:
    """Where the municipality is, and where its bodies meet."""
    if municipality is not None and municipality.address:
        yield " ".join(municipality.address.split())
    yield from Body.objects.exclude(place="").values_list("place", flat=True)


def wordings(record: MeetingRecord) -> Iterator[str]:
    """What says nothing of a case: names of bodies and of standing items, headings, conditions and where
    cases come from."""
    yield from Body.objects.order_by("pk").values_list("name", flat=True)
    yield from StandingItem.objects.order_by("pk").values_list("title", flat=True)
    yield from TemplateSection.objects.order_by("pk").values_list("heading", flat=True)
    bodies = Body.objects.values_list("name", flat=True)
    been = re.compile(rf"(?:Henvist af|Udsat af|Fra) (?:{'|'.join(map(re.escape, bodies))}) {ON}")
    for item in record.items:
        yield from courses(item, been)


def courses(item: Item, been: re.Pattern[str]) -> Iterator[str]:
    """On which other meetings an item hangs, and which it comes from; a template's section may be headed so
    too, and what a caseworker writes there is no wording of ours."""
    if item.condition:
        yield item.condition
    for section in item.sections:
        if section.heading == HISTORY:
            for line in filter(been.fullmatch, section.text.split("\n")):
                yield from (line, line.rpartition(" ")[0])


def waivers_of(document: str, publisher: Person) -> tuple[Waiver, ...]:
    """The answers that others have given for what that person publishes as that document."""
    given = FindingWaiver.objects.filter(document=document, publisher=publisher).select_related("by")
    return tuple(Waiver(each.document, each.finding, each.by.name, each.at, each.why) for each in given)
