"""What closed and open items rightly have in common stops no agenda."""

from dataclasses import replace
from datetime import timedelta
from importlib import import_module

import pytest

from raadslag.record import Part, Section
from tests.models.lindevad import GROUND

pytestmark = pytest.mark.usefixtures("stores")


@pytest.fixture
def found(agenda):
    """The guard's findings that stop the agenda."""
    examined = import_module("raadslag.publishing.agenda.examining").examined

    def look():
        return [each.sentence for document in examined(agenda.composed(), None) for each in document.stopping]

    return look


def test_conditions_history_bodies_and_templates_are_no_secrets(agenda, found):
    models = import_module("raadslag.models")
    long_named = models.Body.objects.create(name="Udvalget for Havne, Klima og Bæredygtig Omstilling")
    models.TemplateSection.objects.create(
        template=agenda.template, order=1, heading="Beskrivelse af sagens baggrund og tidligere behandling"
    )
    on = agenda.today - timedelta(days=1)
    before = models.Item.objects.create(meeting=agenda.meeting_of_council(), title="Sag", number=4)
    for part in Part:
        closed = {"closed_ground": GROUND, "public_title": "En sag"} if part == Part.CLOSED else {}
        for number in range(2 if part == Part.CLOSED else 1):
            item = agenda.put(
                f"Sag {number} {part}",
                part=part,
                depends_on=agenda.cast.council,
                depends_on_day=on,
                continues=before,
                responsible="Karen Friis fra Klima og Miljø",
                **closed,
            )
            agenda.attached(f"Notat {number} {part}", f"{long_named.name} spørges {number} {part}", item=item)
    assert found() == []


def test_a_closed_items_real_title_is_one(agenda, found):
    agenda.purchase.title = "Køb af grunden Fjordvej 4 af boet efter Jens Holm"
    agenda.purchase.save()
    assert found() == []
    agenda.word.text = f"Husk: {agenda.purchase.title}"
    agenda.word.save()
    assert any("lukket tekst fra punkt 3" in each for each in found())


@pytest.mark.parametrize("title", ["Opsigelse af skoleleder Hanne Ravnkilde", "Hanne Ravnkilde"])
def test_a_short_one_is_no_less_secret_for_standing_in_open_items(agenda, found, title):
    agenda.purchase.title = title
    agenda.purchase.save()
    assert found() == []
    for item in (agenda.word, agenda.put("Tak for i dag")):
        item.text = f"Vi hørte om {title} i går"
        item.save()
    assert any("lukket tekst fra punkt 4" in each for each in found())


def test_a_closed_item_called_like_a_standing_one_stops_nothing(agenda, found):
    models = import_module("raadslag.models")
    title = "Orientering fra formanden"
    models.StandingItem.objects.create(body=agenda.cast.committee, title=title)
    agenda.purchase.title = title
    agenda.purchase.save()
    agenda.put(title)
    assert found() == []


@pytest.mark.parametrize("words", ["Kommunen byder højst fire millioner kroner for grunden ved havnen", None])
def test_only_where_a_case_has_been_is_a_wording_under_the_heading_of_it(agenda, words):
    house = import_module("raadslag.publishing.agenda.house")
    course = f"Henvist af {agenda.cast.council} den 1. december 2026, punkt 4."
    section = Section(heading="Tidligere behandling", text=words or course)
    record = agenda.composed().record
    record = replace(record, items=(replace(record.items[0], sections=(section,)),))
    assert (section.text in house.house_of(record).phrases) == (words is None)


def test_a_note_that_names_a_closed_item_of_a_supplement_is_in_no_document(agenda):
    door = import_module("raadslag.publishing.agenda.door")
    composed = agenda.composed()
    record = replace(composed.record, notes=("Køb af Fjordvej 4 kan vente.", "Punkt 3 kan vente.", "Kaffe."))
    places = [replace(each, supplement=1 if at == 2 else None) for at, each in enumerate(composed.places)]
    first, second = door.documents(door.door_record(record, places), places)
    assert [item.title for item in second.record.items] == ["En ejendomssag"]
    assert (first.record.notes, second.record.notes) == (("Kaffe.",), ())


def test_guidance_of_a_template_is_not_printed(agenda, found):
    models = import_module("raadslag.models")
    models.TemplateSection.objects.create(
        template=agenda.template,
        order=1,
        heading="Resumé",
        guidance="Skriv kort og klart, hvad sagen handler om",
    )
    assert found() == []
    agenda.word.text = "Skriv kort og klart, hvad sagen handler om."
    agenda.word.save()
    assert any("vejledning fra skabelonen" in each for each in found())
