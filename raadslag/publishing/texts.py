"""The texts in a record."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum


def texts_of(value: object) -> Iterator[str]:
    """Every text in a value of the record, however deep, in the record's order; not its fixed words."""
    if is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value
