"""A record survives JSON, and what is not a record is refused with its path."""

from datetime import datetime, time

import pytest

from raadslag.record import (
    Attachment,
    Attendance,
    Decision,
    Item,
    MeetingRecord,
    Outcome,
    RecordError,
    Stage,
    from_data,
    from_json,
    to_data,
    to_json,
)

RECORD = MeetingRecord(
    body="Byrådet",
    stage=Stage.MINUTES,
    starts_at=datetime(2022, 11, 28, 10, 30),
    attendance=(Attendance(person="Anna Holm", from_=time(10, 30), topic="social kapital"),),
    items=(
        Item(
            number="1",
            title="Dagsorden",
            decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED),
            attachments=(Attachment(title="Referat", record=MeetingRecord(stage=Stage.AGENDA)),),
        ),
    ),
)


def test_a_record_comes_back_from_json_as_it_was():
    assert from_json(to_json(RECORD)) == RECORD


def test_the_json_says_from_and_times_to_the_minute():
    data = to_data(RECORD)
    assert data["starts_at"] == "2022-11-28T10:30"
    assert data["attendance"][0]["from"] == "10:30"


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (
            ("items", 0, "decision", "outcome"),
            "godkendt",
            "items[0].decision.outcome: 'godkendt' is not one of approved",
        ),
        (("items", 0, "number"), 1, "items[0].number: 1 is not text"),
        (("items", 0, "titel"), "x", "items[0].titel: unknown key"),
        (("items",), {}, "items: {} is not a list"),
        (("supplement",), True, "supplement: True is not a whole number"),
        (("starts_at",), "28-11-2022", "starts_at: '28-11-2022' is not written like"),
        (("attendance", 0, "from"), "24:00", "attendance[0].from: '24:00' is not written like"),
        (
            ("items", 0, "attachments", 0, "record", "stage"),
            None,
            "items[0].attachments[0].record.stage: None is not one of",
        ),
        (("schema",), "raadslag/meeting-record/2", "schema: "),
    ],
)
def test_what_is_not_in_the_shape_is_refused_with_its_path(path, value, message):
    data = to_data(RECORD)
    *way, last = path
    place = data
    for step in way:
        place = place[step]
    place[last] = value
    with pytest.raises(RecordError) as fault:
        from_data(data)
    assert str(fault.value).startswith(message)


def test_a_missing_title_is_named():
    data = to_data(RECORD)
    del data["items"][0]["title"]
    with pytest.raises(RecordError, match=r"^items\[0\]\.title: missing$"):
        from_data(data)


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 100_000])
def test_what_is_not_a_json_object_is_refused(text):
    with pytest.raises(RecordError):
        from_json(text)
