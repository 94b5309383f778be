"""Choices that narrow a search, and the counts of their alternatives."""

from collections.abc import Mapping

import tantivy
from tantivy import FieldType, Occur

from raadslag.search.query import Query
from raadslag.search.result import FacetCount
from raadslag.search.schema import SCHEMA

FACETS = ("body", "year", "level", "kind", "outcome")
MOST_ALTERNATIVES = 10_000  # more than any municipality has bodies; below it the counts are exact

Filter = tuple[Occur, tantivy.Query]


def filters(query: Query) -> dict[str, Filter]:
    """The chosen facets by name, and the range of days under "day"."""
    chosen = {name: getattr(query, name) for name in FACETS}
    found = {
        name: must(tantivy.Query.term_set_query(SCHEMA, name, list(values)))
        for name, values in chosen.items()
        if values
    }
    if query.since or query.until:
        since = query.since.toordinal() if query.since else None
        until = query.until.toordinal() if query.until else None
        found["day"] = must(tantivy.Query.range_query(SCHEMA, "day", FieldType.Integer, since, until))
    return found


def must(query: tantivy.Query) -> Filter:
    """A filter decides what is found and leaves the ranking alone."""
    return Occur.Must, tantivy.Query.const_score_query(query, 0.0)


def narrowed(matched: tantivy.Query, chosen: Mapping[str, Filter], *, but: str = "") -> tantivy.Query:
    """The query with the filters, but for one of them."""
    return tantivy.Query.boolean_query(
        [(Occur.Must, matched), *(one for name, one in chosen.items() if name != but)]
    )


def counts(
    matched: tantivy.Query, query: Query, chosen: Mapping[str, Filter], searcher: tantivy.Searcher
) -> dict[str, tuple[FacetCount, ...]]:
    """The alternatives of every facet. A chosen one counts as if it were not: its others stay in view."""
    open_facets = [name for name in FACETS if name not in chosen]
    buckets = aggregate(narrowed(matched, chosen), open_facets, searcher)
    for name in FACETS:
        if name in chosen:
            buckets |= aggregate(narrowed(matched, chosen, but=name), [name], searcher)
    return {
        name: alternatives(name, buckets[name], {str(value) for value in getattr(query, name)})
        for name in FACETS
    }


def aggregate(
    query: tantivy.Query, names: list[str], searcher: tantivy.Searcher
) -> dict[str, dict[str, int]]:
    """How many documents have each value of each facet."""
    if not names:
        return {}
    asked = {name: {"terms": {"field": name, "size": MOST_ALTERNATIVES}} for name in names}
    answer = searcher.aggregate(query, asked)
    return {
        name: {str(bucket["key"]): bucket["doc_count"] for bucket in answer[name]["buckets"]}
        for name in names
    }


def alternatives(name: str, counted: Mapping[str, int], chosen: set[str]) -> tuple[FacetCount, ...]:
    """Most hits first, years newest first. What is chosen is always there, so that it can be unchosen."""
    all_counts = dict.fromkeys(chosen, 0) | dict(counted)
    values = sorted(all_counts, key=lambda value: (-all_counts[value], value))
    if name == "year":
        values = sorted(all_counts, key=int, reverse=True)
    return tuple(FacetCount(value=value, count=all_counts[value], chosen=value in chosen) for value in values)
