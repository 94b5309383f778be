"""Everybody who is asked to come has something to come for."""

from datetime import datetime

import pytest

from raadslag.record import Attachment, Attendance, Section
from tests.record.checks.meetings import agenda, clock, found, item


def coming(topic: str, *items, **fields):
    return agenda(*items, attendance=(Attendance(person="Dan Vang", topic=topic, **fields),))


def test_a_topic_that_no_item_has_is_found():
    record = coming("social kapital", item("1", "Social- og Sundhedsudvalgets møde"), item("2", "Referat"))
    assert found("person-for-unknown-topic", record) == [
        "Dan Vang er med til punktet om »social kapital«, men intet punkt handler om det."
    ]


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("social kapital", "Måling af social kapital 2026"),
        ("ungeindsatsen", "Status på ungeindsats"),
        ("evaluering af ungeindsatsen", "Ungeindsats"),
        ("lokalplan 214", "Lokalplanerne for havnen"),
        ("budgettet", "Budgetopfølgning"),
        ("cykelstier", "Nye cykelstier"),
        ("punkt 1", "Helt noget andet"),
        ("hele mødet", "Referat"),
    ],
)
def test_a_topic_in_other_words_is_known(topic, title):
    assert found("person-for-unknown-topic", coming(topic, item("1", title))) == []


def test_three_letters_in_common_are_not_enough():
    assert len(found("person-for-unknown-topic", coming("ny bil", item("1", "Bilag til budgettet")))) == 1


def test_a_topic_that_an_item_speaks_of_is_known():
    section = Section(text="Der orienteres om social kapital i ældreplejen.")
    assert found("person-for-unknown-topic", coming("social kapital", item(sections=(section,)))) == []
    attachment = Attachment(title="Social kapital.pdf")
    assert found("person-for-unknown-topic", coming("social kapital", item(attachments=(attachment,)))) == []


def test_a_person_for_an_item_that_is_not_there_is_found():
    record = coming("social kapital", item("1"), item="4")
    assert found("person-for-unknown-item", record) == ["Dan Vang er med til punkt 4, som ikke er der."]
    assert found("person-for-unknown-topic", record) == []
    assert found("person-for-unknown-item", coming("x", item("4"), item="4")) == []


def there(from_: str | None, to: str | None, **fields):
    person = Attendance(person="Dan", from_=clock(from_) if from_ else None, to=clock(to) if to else None)
    return agenda(attendance=(person,), **fields)


@pytest.mark.parametrize(
    ("from_", "to", "sentence"),
    [
        ("18.00", "18.30", "Dan er der fra kl. 18.00, før mødet er begyndt."),
        ("18.30", "20.00", "Dan er der til kl. 20.00, efter mødet er slut."),
        ("20.00", None, "Dan kommer kl. 20.00, efter mødet er slut."),
        ("19.00", "18.30", "Dan går kl. 18.30, før det klokkeslæt, vedkommende kommer."),
    ],
)
def test_a_person_outside_the_meeting_is_found(from_, to, sentence):
    assert found("person-outside-the-meeting", there(from_, to)) == [sentence]


def test_a_person_inside_the_meeting_is_silent():
    late = {"starts_at": datetime(2026, 12, 7, 22, 0), "ends_at": datetime(2026, 12, 8, 1, 0)}
    assert found("person-outside-the-meeting", there("18.15", "19.45")) == []
    assert found("person-outside-the-meeting", there("23.00", "00.30", **late)) == []
    assert found("person-outside-the-meeting", there("18.00", "23.00", starts_at=None, ends_at=None)) == []
