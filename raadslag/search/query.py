"""What a person asks for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

PAGE_SIZE = 20


class Order(StrEnum):
    """How hits are sorted. With no text, relevance is newest first."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Words and choices. Every field may be left out; an empty query lists everything, newest first.

    `text` is what was typed: words (all must be there), "a phrase", -unwanted, case numbers. Within a facet
    the chosen values are alternatives; between facets all must hold. `since` and `until` are inclusive.
    `page` is from 1, and one past the end is the last; `page_size` at most 100.
    """

    text: str = ""
    body: tuple[str, ...] = ()  # slugs
    year: tuple[int, ...] = ()
    level: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    order: Order = Order.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
