"""The published JSON Schema and the codec agree on what a record is."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from raadslag.cli import main
from raadslag.record import MeetingRecord, RecordError, Stage, from_data, from_json, to_data, to_json
from raadslag.record.schema import record_schema
from tests.record.strategies import records

PUBLISHED = Path(__file__).parents[2] / "docs" / "meeting-record.schema.json"
VALIDATOR = Draft202012Validator(record_schema())
BOUNDED = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

ODD_VALUES = st.sampled_from(
    [
        *(None, True, 0, 3.0, 3.5, "", "godkendt", "agenda", [], {}, [None], ["x"], {"title": "x"}),
        *("2022-11-28", "2022-11-28T10:30", "10:30", "2023-02-29", "2024-02-29", "1900-02-29", "2000-02-29"),
        *("2022-W48-1", "24:00", "9:30", "10:30\n", "0000-01-01", "0987-01-01T00:00", "２０２２-11-28"),
    ]
)


def accepted(data: Any) -> bool:
    try:
        from_data(data)
    except RecordError:
        return False
    return True


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in the data where a value stands or might stand: its container and key."""
    if isinstance(data, dict):
        yield data, "unknown"
    for key, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
        yield data, key
        if isinstance(value, dict | list):
            yield from places(value)


def test_the_published_file_is_the_schema_and_the_command_prints_it():
    printed = CliRunner().invoke(main, ["schema"])
    assert printed.exit_code == 0
    assert PUBLISHED.read_text(encoding="utf-8") == printed.output


def test_the_schema_is_itself_valid():
    Draft202012Validator.check_schema(record_schema())


@BOUNDED
@given(records())
def test_every_record_keeps_to_the_schema_and_survives_json(record: MeetingRecord):
    VALIDATOR.validate(json.loads(to_json(record)))
    assert from_json(to_json(record)) == record


@BOUNDED
@given(records(depth=1), st.data())
def test_schema_and_codec_agree_on_changed_data(record: MeetingRecord, data: st.DataObject):
    changed = to_data(record)
    place, key = data.draw(st.sampled_from(list(places(changed))))
    if isinstance(place, dict) and data.draw(st.booleans()):
        place.pop(key, None)
    else:
        place[key] = data.draw(ODD_VALUES)
    assert VALIDATOR.is_valid(changed) == accepted(changed)


@pytest.mark.parametrize("field", ["starts_at", "ends_at"])
@given(ODD_VALUES)
def test_schema_and_codec_agree_on_every_way_to_write_a_time(field: str, value: Any):
    data = {**to_data(MeetingRecord(stage=Stage.AGENDA)), field: value}
    assert VALIDATOR.is_valid(data) == accepted(data)


@given(st.dates(), st.sampled_from(["31", "30", "29", "28"]), st.sampled_from(["02", "04", "12"]))
def test_schema_and_codec_agree_on_the_calendar(day: Any, last: str, month: str):
    data = {**to_data(MeetingRecord(stage=Stage.AGENDA)), "starts_at": f"{day.year:04}-{month}-{last}T10:30"}
    assert VALIDATOR.is_valid(data) == accepted(data)
