"""What a search gives back: plain values, no mark-up. Whoever prints them escapes and decorates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text; `hit` says that it is a word the query found. Segments joined are the text."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One entry found. `title` and `snippet` are segments; a cut in a snippet is an "…" of its own."""

    address: str
    level: str
    title: tuple[Segment, ...]
    snippet: tuple[Segment, ...]
    body: str
    body_slug: str
    date: date
    stage: str
    kind: str | None
    outcome: str | None
    case_number: str | None
    publication_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetCount:
    """One alternative of a facet, and how many hits choosing it (alone in its facet) would give."""

    value: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One page of hits, the exact total over all pages, and the facets.

    `facets` has the keys body (slugs), year, level, kind and outcome, each with its alternatives, most hits
    first (years: newest first). `respelled` is (typed, searched for) where an error was forgiven.
    """

    total: int
    page: int
    pages: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetCount, ...]]
    respelled: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A completion while typing: a `title` with its `address`, or a word (address None)."""

    text: str
    address: str | None = None
