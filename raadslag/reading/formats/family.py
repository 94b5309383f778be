"""What every format family offers, so that it can be read on its own or inside a pack."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from raadslag.reading.account import Account
from raadslag.reading.document import Line
from raadslag.record import MeetingRecord, Paper

# from here on a stretch of lines counts as a family's
CERTAIN = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """What a stretch of lines turned out to be; both None where no family knows it."""

    record: MeetingRecord | None = None
    paper: Paper | None = None


# reads the lines of an attachment at a path ("items[2].attachments[0]")
Nest: TypeAlias = Callable[[Sequence[Line], Account, str], Found]


class Family(NamedTuple):
    """A format family: how sure it is of a stretch of lines (0 to 1), and how it reads them at a path."""

    name: str
    recognise: Callable[[Sequence[Line]], float]
    read: Callable[[Sequence[Line], Account, str, Nest], Found]


def inside(path: str, name: str) -> str:
    """The path of a field of what stands at `path`; the document itself stands at ""."""
    return f"{path}.{name}" if path else name


def record_at(path: str) -> str:
    """Where the record of an attachment at `path` stands; a document's own record stands at ""."""
    return f"{path}.record" if path else ""
