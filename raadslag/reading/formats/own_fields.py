"""Fields of a record that is being read from a sheet of ours: where a value goes, and how it is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from raadslag.record import Item, MeetingRecord, Paper, danish

Data = dict[str, Any]
Read = Callable[[str], Any]

KINDS = {word: kind for kind, word in danish.KINDS.items()}
day_and_clock = re.compile(rf"(\d+)\. ({'|'.join(danish.MONTHS)}) (\d+)(?: kl\. (\d\d)\.(\d\d))?$")
clock = re.compile(r"(\d\d)\.(\d\d)")


class SheetError(ValueError):
    """A span that no sheet of ours has where it stands."""


@dataclass(slots=True)
class Thing:
    """An object of the record being read, as JSON data, and its path in the record."""

    of: type
    path: str
    data: Data = field(default_factory=dict)

    def inside(self, name: str) -> str:
        """The path of one of its fields; the document's own record stands at ""."""
        return f"{self.path}.{name}" if self.path else name

    def new(self, key: str, of: type = object, **data: Any) -> "Thing":
        """A new object at the end of one of its lists."""
        held = self.data.setdefault(key, [])
        held.append(data)
        return Thing(of, f"{self.inside(key)}[{len(held) - 1}]", data)


@dataclass(slots=True)
class Place:
    """Where the next value goes, and further paragraphs of it: a field of an object, or a text in a list."""

    holder: Any
    key: Any
    path: str
    read: Read = str

    def put(self, text: str) -> str:
        """Puts a value or a further paragraph there; gives its path."""
        try:
            value = self.read(text)
        except (ValueError, KeyError) as error:
            raise SheetError(f"{self.path}: {text}") from error
        held = self.holder[self.key] if isinstance(self.holder, list) else self.holder.get(self.key)
        self.holder[self.key] = f"{held}\n{value}" if held else value
        return self.path


@dataclass(slots=True)
class Frame:
    """What spans belong to: the document, or an attachment in it; `focus` is what the facts are about."""

    holder: Thing
    focus: Thing
    meeting: Thing | None = None
    to_reproduce: list[Thing] = field(default_factory=list)


def read_clock(text: str) -> str:
    """ "16.30" as "16:30"."""
    found = clock.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return ":".join(found.groups())


def read_moment(text: str) -> str:
    """ "onsdag den 27. august 2025 kl. 16.00" as "2025-08-27T16:00", and a day alone as "2025-08-27"."""
    found = day_and_clock.search(text)
    if found is None:
        raise ValueError(text)
    day, month, year, *clock_face = found.groups()
    on = f"{int(year):04}-{danish.MONTHS.index(month) + 1:02}-{int(day):02}"
    return f"{on}T{':'.join(clock_face)}" if clock_face[0] else on


readers: dict[tuple[type, str], Read] = {
    (MeetingRecord, "starts_at"): read_moment,
    (MeetingRecord, "ends_at"): read_moment,
    (Item, "starts_at"): read_clock,
    (Item, "ends_at"): read_clock,
    (Item, "kind"): KINDS.__getitem__,
    (Paper, "dated_on"): read_moment,
    (Paper, "characters"): int,
}
