"""Hypothesis strategies for records, made from the record's own classes so that no field is forgotten."""

from dataclasses import is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from raadslag.record import MeetingRecord
from raadslag.record.codec import optional, shape_of

minutes = st.times().map(lambda at: at.replace(second=0, microsecond=0))
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: st.integers(),
    date: st.dates(),
    time: minutes,
    datetime: st.builds(datetime.combine, st.dates(), minutes),
}


def records(depth: int = 2) -> st.SearchStrategy[MeetingRecord]:
    """Records of every shape, holding other records at most `depth` deep."""
    return _instances(MeetingRecord, depth)


def _instances(cls: type, depth: int) -> st.SearchStrategy[Any]:
    return st.builds(cls, **{field.name: _values(hint, depth) for field, hint in shape_of(cls)})


def _values(hint: Any, depth: int) -> st.SearchStrategy[Any]:
    hint, may_be_none = optional(hint)
    if may_be_none:
        return st.none() if hint is MeetingRecord and depth == 0 else st.none() | _values(hint, depth)
    if get_origin(hint) is tuple:
        return st.lists(_values(get_args(hint)[0], depth), max_size=2).map(tuple)
    if is_dataclass(hint):
        return _instances(hint, depth - 1 if hint is MeetingRecord else depth)
    return st.sampled_from(hint) if issubclass(hint, StrEnum) else PLAIN[hint]
