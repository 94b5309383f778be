"""Where a record came from, and what its reader could not place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document a record was read from. `sha256` is of its bytes, in hex."""

    name: str
    sha256: str
    pages: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A line of the source that is neither a value nor known furniture. `page` and `line` count from 1."""

    page: int
    line: int
    text: str
    why: str
