"""The made-up municipality hangs together."""

import pytest

from demo.records import Chronicle
from demo.source import Municipality
from raadslag.record import Choice, Kind, Part, Presence, Stage, from_json, to_json


@pytest.fixture(scope="module")
def told():
    return tuple(Chronicle(Municipality()).tell())


def test_bodies_meet_on_their_weekday() -> None:
    weekdays: dict[str, set[int]] = {}
    for meeting in Municipality().meetings:
        weekdays.setdefault(meeting.body, set()).add(meeting.on.weekday())
    assert weekdays == {"byraad": {2}, "havn": {1}, "boern": {3}, "raadmand": {0}}


def test_no_more_vote_than_are_there(told) -> None:
    for each in told:
        there = [
            person
            for person in each.record.attendance
            if person.role and person.status in (Presence.PRESENT, Presence.SUBSTITUTE)
        ]
        for item in each.record.items:
            if item.decision and item.decision.votes:
                count = sum(vote.count or 0 for vote in item.decision.votes)
                assert count == len(there), f"{each.meeting.key}: {item.title}"


def test_every_record_survives_its_json(told) -> None:
    assert all(from_json(to_json(each.record)) == each.record for each in told)


def test_every_phenomenon_is_there(told) -> None:
    records = [each.record for each in told]
    items = [item for record in records for item in record.items]
    attachments = [attachment for item in items for attachment in item.attachments]
    decisions = [item.decision for item in items if item.decision]
    assert len({each.meeting.key for each in told}) >= 40
    assert any(each.record and each.record.stage is Stage.MINUTES for each in attachments)
    assert any(each.record and each.record.stage is Stage.AGENDA for each in attachments)
    assert any(each.paper for each in attachments)
    assert any(item.part is Part.CLOSED and item.closed_ground for item in items)
    assert any(
        item.part is Part.OPEN and attachment.part is Part.CLOSED
        for item in items
        for attachment in item.attachments
    )
    assert any(each.dissents for each in decisions)
    assert any(each.follow_ups for each in decisions)
    assert {vote.choice for each in decisions for vote in each.votes} == set(Choice)
    assert {str(each.outcome) for each in decisions} == {
        *("approved", "rejected", "noted", "discussed", "not_discussed", "recommended", "referred"),
        *("returned", "postponed", "withdrawn", "lapsed", "halted", "other"),
    }
    assert {item.kind for item in items} == set(Kind)
    assert any(record.supplement for record in records)
    bodies_of = {
        number: {record.body for record in records for item in record.items if item.case_number == number}
        for number in {item.case_number for item in items if item.case_number}
    }
    assert sum(len(bodies) > 1 for bodies in bodies_of.values()) >= 15


def test_a_supplementary_agenda_goes_on_where_the_agenda_ended(told) -> None:
    agenda, supplement = (each.record for each in told if each.meeting.key == "byraad 2026-11-25")
    assert supplement.supplement == 1
    assert int(supplement.items[0].number) == int(agenda.items[-1].number) + 1


def test_earlier_treatment_is_told_but_never_what_was_closed(told) -> None:
    ways = [
        section.text
        for each in told
        for item in each.record.items
        for section in item.sections
        if section.heading == "Sagens gang"
    ]
    assert any("Havne- og Klimaudvalget, 10. februar 2026, punkt 2: Anbefales." in way for way in ways)
    assert not any("155 kr." in way for way in ways)
