"""Item numbers: a hole or a double is found, and no other way to number is taken for one."""

import pytest

from raadslag.record import Attachment, Part
from tests.record.checks.meetings import agenda, found, item


def numbered(*numbers: str | None, **fields):
    return agenda(*(item(number, f"Sag {at}") for at, number in enumerate(numbers)), **fields)


def test_a_hole_is_found_with_its_neighbours():
    assert found("number-missing", numbered("1", "2", "4")) == [
        "Punkt 3 mangler: der er et punkt 2 og et punkt 4."
    ]
    assert found("number-missing", numbered("1", "5")) == [
        "Punkt 2-4 mangler: der er et punkt 1 og et punkt 5."
    ]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "3"),
        ("301", "302", "303"),  # through the year
        ("1", "2", "3", "3a", "4"),
        ("1", "17", "2", *map(str, range(3, 17))),  # in groups, out of order
        ("1", None, "2"),
        ("1.1", "1.3"),
        ("A", "C"),
        (),
    ],
)
def test_other_ways_to_number_are_not_holes(numbers):
    assert found("number-missing", numbered(*numbers)) == []
    assert found("number-twice", numbered(*numbers)) == []


def test_a_supplement_may_leave_numbers_out():
    assert found("number-missing", numbered("12", "15", supplement=1)) == []


def test_two_items_with_one_number_are_found():
    assert found("number-twice", numbered("1", "2", "2")) == ["Både »Sag 1« og »Sag 2« har nummer 2."]
    assert len(found("number-twice", numbered("3a", "3A"))) == 1


def test_the_closed_part_may_start_over():
    closed = [item(number, "Lukket sag", part=Part.CLOSED) for number in ("1", "2")]
    record = agenda(item("1"), item("2"), item("3"), *closed)
    assert found("number-twice", record) == []
    assert found("number-missing", record) == []


def test_the_closed_part_may_go_on_with_the_same_numbers():
    record = agenda(item("1"), item("2", part=Part.CLOSED), item("3"))
    assert found("number-missing", record) == []


def test_an_empty_title_is_found():
    record = agenda(item("1", "."), item("2", attachments=(Attachment(title=" "), Attachment(title="Kort"))))
    assert found("empty-title", record) == [
        "Punkt 1 har ingen overskrift.",
        "Bilag 1 til punkt 2 har intet navn.",
    ]
