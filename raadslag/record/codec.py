"""The record as JSON, both ways, strictly: what is not in the shape is refused with its path."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from raadslag.record.meeting import MeetingRecord

SCHEMA = "raadslag/meeting-record/1"

type_names = {str: "text", int: "a whole number"}
moments: dict[Any, str] = {datetime: "2022-11-28T10:30", date: "2022-11-28", time: "10:30"}


class RecordError(ValueError):
    """The JSON is not a record. The message is `path: fault`, as in `items[3].title: missing`."""


class NotJsonError(RecordError):
    """The text is not even JSON."""


def to_json(record: MeetingRecord, *, indent: int | None = None) -> str:
    """The record as JSON text; keys in the order of the design, every key present."""
    return json.dumps(to_data(record), ensure_ascii=False, indent=indent)


def to_data(record: MeetingRecord) -> dict[str, Any]:
    """The record as plain dicts, lists, texts and numbers."""
    return {"schema": SCHEMA, **_encode(record)}


def from_json(text: str | bytes) -> MeetingRecord:
    """The record in a JSON text. Raises RecordError."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotJsonError(f"not JSON: {error}") from error
    return from_data(data)


def from_data(data: Any) -> MeetingRecord:
    """The record in parsed JSON. Raises RecordError."""
    if not isinstance(data, Mapping):
        raise RecordError("a record is an object")
    if data.get("schema") != SCHEMA:
        raise RecordError(f"schema: {data.get('schema')!r} is not {SCHEMA!r}")
    rest = {key: value for key, value in data.items() if key != "schema"}
    record = _decode(MeetingRecord, rest, "")
    assert isinstance(record, MeetingRecord)
    return record


def key_of(field: "Field[Any]") -> str:
    """The JSON key of a field: its name, less the underscore that keeps `from` out of Python's way."""
    return field.name.removesuffix("_")


@cache
def shape_of(cls: Any) -> tuple[tuple["Field[Any]", Any], ...]:
    """A dataclass's fields with their resolved types."""
    hints = get_type_hints(cls)
    return tuple((field, hints[field.name]) for field in fields(cls))


def optional(hint: Any) -> tuple[Any, bool]:
    """`X | None` as (X, True), any other type as (type, False)."""
    if get_origin(hint) is UnionType:
        (inner,) = [arg for arg in get_args(hint) if arg is not NoneType]
        return inner, True
    return hint, False


def is_object(hint: Any) -> bool:
    """A dataclass: what JSON has as an object."""
    return is_dataclass(hint)


def _encode(value: Any) -> Any:
    kind: Any = type(value)
    if is_object(kind):
        return {key_of(field): _encode(getattr(value, field.name)) for field, _ in shape_of(kind)}
    if isinstance(value, tuple):
        return [_encode(each) for each in value]
    return _written(value) if kind in moments else value


def _written(moment: Any) -> str:
    """ISO 8601, times to the minute. (strftime would not pad the year 987.)"""
    written: str = moment.isoformat() if type(moment) is date else moment.isoformat(timespec="minutes")
    return written


def _decode(hint: Any, value: Any, path: str) -> Any:
    hint, may_be_none = optional(hint)
    if value is None and may_be_none:
        return None
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise RecordError(f"{path}: {value!r} is not a list")
        return tuple(_decode(get_args(hint)[0], each, f"{path}[{at}]") for at, each in enumerate(value))
    if is_object(hint):
        return _decode_object(hint, value, path)
    if hint in moments:
        return _decode_moment(hint, value, path)
    if issubclass(hint, StrEnum):
        if value not in tuple(hint):
            raise RecordError(f"{path}: {value!r} is not one of {', '.join(hint)}")
        return hint(value)
    if hint is int and isinstance(value, float) and value.is_integer():
        return int(value)  # JSON has one kind of number: 3.0 is the whole number 3
    if type(value) is not hint:
        raise RecordError(f"{path}: {value!r} is not {type_names[hint]}")
    return value


def _decode_object(cls: type, value: Any, path: str) -> Any:
    if not isinstance(value, Mapping):
        raise RecordError(f"{path}: {value!r} is not an object")
    inside = f"{path}." if path else ""
    shape = {key_of(field): (field, hint) for field, hint in shape_of(cls)}
    for key in value:
        if key not in shape:
            raise RecordError(f"{inside}{key}: unknown key")
    arguments = {}
    for key, (field, hint) in shape.items():
        if key in value:
            arguments[field.name] = _decode(hint, value[key], inside + key)
        elif field.default is MISSING:
            raise RecordError(f"{inside}{key}: missing")
    return cls(**arguments)


def _decode_moment(kind: Any, value: Any, path: str) -> Any:
    fault = RecordError(f"{path}: {value!r} is not written like {moments[kind]}")
    if not isinstance(value, str) or len(value) != len(moments[kind]):
        raise fault
    try:
        moment = kind.fromisoformat(value)
    except ValueError:
        raise fault from None
    if _written(moment) != value:  # fromisoformat knows week dates and other ways to write it
        raise fault
    return moment
