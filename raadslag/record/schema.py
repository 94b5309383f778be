"""The published JSON Schema of the meeting record, made from the same classes that the codec reads by."""

from dataclasses import MISSING, Field
from datetime import date, datetime, time
from enum import StrEnum
from inspect import getdoc
from typing import Any, get_args, get_origin

from raadslag.record.codec import SCHEMA, is_object, key_of, moments, optional, shape_of
from raadslag.record.meeting import MeetingRecord

# A schema's `format` is only a remark to its reader; these patterns refuse what the calendar has not got.
LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][48]|[2468]0|[13579][26])00)"
DAY = (
    "(?!0000)"
    "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    f"|{LEAP_YEAR}-02-29)"
)
CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
PATTERNS: dict[Any, str] = {datetime: f"{DAY}T{CLOCK}", date: DAY, time: CLOCK}
PLAIN_TYPES = {str: "string", int: "integer"}


def record_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 that accepts exactly what `from_data` accepts."""
    kinds: dict[str, Any] = {}
    root = _object(MeetingRecord, kinds)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        **root,
        "required": ["schema", *root["required"]],
        "properties": {"schema": {"const": SCHEMA}, **root["properties"]},
        "$defs": dict(sorted(kinds.items())),
    }


def _object(cls: type, kinds: dict[str, Any]) -> dict[str, Any]:
    shape = shape_of(cls)
    return {
        "description": getdoc(cls),
        "type": "object",
        "required": [key_of(field) for field, _ in shape if field.default is MISSING],
        "properties": {key_of(field): _property(field, hint, kinds) for field, hint in shape},
        "additionalProperties": False,
    }


def _property(field: "Field[Any]", hint: Any, kinds: dict[str, Any]) -> dict[str, Any]:
    schema = _type(hint, kinds)
    if field.default is MISSING:
        return schema
    return {**schema, "default": list(field.default) if isinstance(field.default, tuple) else field.default}


def _type(hint: Any, kinds: dict[str, Any]) -> dict[str, Any]:
    hint, may_be_none = optional(hint)
    if may_be_none:
        return {"anyOf": [_type(hint, kinds), {"type": "null"}]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], kinds)}
    if hint in moments:
        example = moments[hint]
        return {
            "type": "string",
            "pattern": f"^{PATTERNS[hint]}$",
            "maxLength": len(example),
            "examples": [example],
        }
    if is_object(hint) or issubclass(hint, StrEnum):
        return _reference(hint, kinds)
    return {"type": PLAIN_TYPES[hint]}


def _reference(hint: Any, kinds: dict[str, Any]) -> dict[str, Any]:
    if hint.__name__ not in kinds:
        kinds[hint.__name__] = {}  # so that a record inside a record ends here
        kinds[hint.__name__] = _object(hint, kinds) if is_object(hint) else _choice(hint)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _choice(words: type[StrEnum]) -> dict[str, Any]:
    return {"description": getdoc(words), "enum": [str(word) for word in words]}
