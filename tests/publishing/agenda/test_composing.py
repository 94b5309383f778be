"""What the desk has becomes a record: all of it for members, and what the door takes."""

from importlib import import_module

import pytest
from django.utils.translation import override

from raadslag.record import Kind, Part

pytestmark = pytest.mark.usefixtures("stores")


def test_an_item_says_what_its_paper_says_and_has_it_as_its_first_attachment(agenda):
    composed = agenda.composed()
    wall = composed.record.items[0]
    assert (wall.number, wall.title, wall.kind, wall.recommendation) == (
        "1",
        "Højvandsmur ved havnen",
        Kind.DECISION,
        ("muren hæves",),
    )
    assert wall.sections[0].heading == "Resumé"
    assert [(each.number, each.title, each.part) for each in wall.attachments] == [
        (None, "Indstilling", Part.OPEN),
        ("1", "Kort", Part.OPEN),
        ("2", "Tilbud", Part.CLOSED),
    ]
    assert wall.attachments[0].paper.title == "Højvandsmur ved havnen"
    assert set(composed.files) == {(0, 0), (0, 1), (0, 2)}
    assert all(path.exists() for path in composed.files.values())
    assert composed.places[0].attachments == ("", str(agenda.map.key), str(agenda.offer.key))


def test_times_are_those_of_the_schedule(agenda):
    record = agenda.composed().record
    assert [(each.starts_at and f"{each.starts_at:%H.%M}") for each in record.items] == [
        "10.00",
        None,
        "10.30",
    ]


def test_a_paper_that_is_closed_on_another_agenda_is_closed_on_this_one_with_its_files(agenda):
    elsewhere = type(agenda).meeting(agenda)
    agenda.wall_paper.items.create(
        meeting=elsewhere, title="Muren", part=Part.CLOSED, closed_ground="Kontrakt"
    )
    composed = agenda.composed()
    wall = next(each for each in composed.record.items if each.title == agenda.wall.title)
    assert (wall.part, wall.closed_ground) == (Part.CLOSED, "Kontrakt")
    assert {each.part for each in wall.attachments} == {Part.CLOSED}
    assert [each.title for each in wall.attachments] == ["Indstilling", "Kort", "Tilbud"]


def test_what_is_printed_and_logged_is_danish_though_the_secretary_reads_english(agenda):
    step = agenda.wall_paper.route[0]
    step.finish(by=agenda.cast.mette, at=agenda.now, text="Ingen bemærkninger.")
    events = import_module("raadslag.models").Event.objects
    with override("en"):
        sections = agenda.composed().record.items[0].sections
        event = events.record("item_changed", by=agenda.cast.anna, at=agenda.now, about=agenda.purchase)
    assert f"{step.body}: giver påtegning" in [each.heading for each in sections]
    assert event.label == "Lukket punkt"
