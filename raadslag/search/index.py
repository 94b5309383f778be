"""The index: what is published goes in, what people ask comes out. One writer, any number of readers."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import IO, Any

import tantivy

from raadslag.search import facets, folder, schema
from raadslag.search.entry import Entry
from raadslag.search.excerpts import Marker
from raadslag.search.folder import IndexUnusable
from raadslag.search.matching import match
from raadslag.search.query import Order, Query
from raadslag.search.result import Hit, Result, Suggestion
from raadslag.search.suggesting import suggestions
from raadslag.search.words import Words, parse

WRITER_MEMORY = 100_000_000  # bytes of new documents held before they are written out
LARGEST_PAGE = 100


class Index:
    """A search index in a folder. Made by `Index.open` or `Index.create`.

    Searches may run in many threads and processes while one process writes. `replace`, `remove` and
    `commit` are for one thread.
    """

    def __init__(self, place: Path, opened: tantivy.Index, *, lock: IO[str] | None = None) -> None:
        self._place = place
        self._index = opened
        self._seen = None if lock else folder.last_change(place)
        self._lock = lock
        self._is_new = lock is not None
        self._writer: tantivy.IndexWriter | None = None

    @classmethod
    def open(cls, place: Path) -> "Index":
        """The index in the folder. Raises IndexUnusable: then `create` it and put everything in again."""
        return cls(place, folder.open_folder(place))

    @classmethod
    def create(cls, place: Path) -> "Index":
        """A new, empty index. At its first `commit` it takes the folder's place. Raises IndexBusy."""
        lock = folder.lock(place)
        return cls(place, folder.make_beside(place), lock=lock)

    def replace(self, publication_id: int, entries: Iterable[Entry]) -> None:
        """Put these entries in place of all that the publication had. Searches see it after `commit`.

        Raises IndexBusy while another process has changes that it has not committed.
        """
        writer = self._writing()
        writer.delete_documents_by_term("publication", publication_id)
        for entry in entries:
            writer.add_document(schema.document(entry, publication_id))

    def remove(self, publication_id: int) -> None:
        """Take out all entries of a publication. Searches see it after `commit`. Raises IndexBusy."""
        self._writing().delete_documents_by_term("publication", publication_id)

    def commit(self) -> None:
        """Make the changes lasting and visible, and let other processes write."""
        if self._writer is not None:
            self._writer.commit()
            self._writer.wait_merging_threads()
            self._writer = None
        if self._is_new:
            folder.swap_in(self._place)
            self._index = folder.open_folder(self._place)
            self._is_new = False
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _writing(self) -> tantivy.IndexWriter:
        if self._lock is None:
            self._lock = folder.lock(self._place)
            self._catch_up()
        if self._writer is None:
            self._writer = self._index.writer(WRITER_MEMORY, 1)
        return self._writer

    def _catch_up(self) -> None:
        """Open the index again where another process made it anew; see its last commit."""
        changed = folder.last_change(self._place)
        if self._is_new or changed is None or changed == self._seen:
            return
        try:
            self._index = folder.open_folder(self._place)
        except IndexUnusable:
            if folder.last_change(self._place) == changed:
                raise
            return  # swapped between two looks: the one that is open will do until the next search
        self._seen = changed

    def search(self, query: Query) -> Result:
        """One page of what the query finds. Never raises on anything a person may type.

        Raises IndexUnusable where another version of the program has made the index anew.
        """
        self._catch_up()
        searcher = self._index.searcher()
        words = parse(query.text)
        matched = match(words, searcher)
        chosen = facets.filters(query)
        size = max(1, min(query.page_size, LARGEST_PAGE))
        asked = facets.narrowed(matched.query, chosen)
        marker = Marker(matched)
        total, page, found = page_of(asked, sorting(query.order, words), query.page, size, searcher)
        return Result(
            total=total,
            page=page,
            pages=page_count(total, size),
            hits=tuple(hit(searcher.doc(address), marker) for address in found),
            facets=facets.counts(matched.query, query, chosen, searcher),
            respelled=matched.respelled,
        )

    def suggest(self, prefix: str) -> tuple[Suggestion, ...]:
        """What may be meant by a query that is still being typed: titles first, then words. At most ten."""
        self._catch_up()
        return suggestions(prefix, self._index.searcher())


def page_of(
    asked: tantivy.Query, order: dict[str, Any], wanted: int, size: int, searcher: tantivy.Searcher
) -> tuple[int, int, list[tantivy.DocAddress]]:
    """How many there are, which page this is (the last, if less than asked for), and what is on it."""
    page = max(1, min(wanted, page_count(searcher.num_docs, size)))
    found = searcher.search(asked, limit=size, offset=(page - 1) * size, **order)
    last = page_count(found.count, size)
    if page > last:
        page = last
        found = searcher.search(asked, limit=size, offset=(page - 1) * size, **order)
    return found.count, page, [address for _, address in found.hits]


def sorting(order: Order, words: Words) -> dict[str, Any]:
    """How tantivy is told the order. Without words nothing is more relevant than the newest."""
    if order is Order.OLDEST:
        return {"order_by_field": "day", "order": tantivy.Order.Asc}
    if order is Order.NEWEST or not (words.wanted or words.small):
        return {"order_by_field": "day", "order": tantivy.Order.Desc}
    return {}


def page_count(total: int, size: int) -> int:
    """At least one: an empty result has a page too."""
    return max(1, -(-total // size))


def hit(document: tantivy.Document, marker: Marker) -> Hit:
    """The stored entry, with the words found marked."""
    fields = {name: values[0] for name, values in document.to_dict().items()}
    texts = {name: bytes(fields.get(name, b"")).decode() for name in schema.STORED_TEXTS}
    return Hit(
        address=texts["address"],
        level=fields["level"],
        title=marker.marked(texts["title"]),
        snippet=marker.excerpt(texts["text"]),
        body=texts["body_name"],
        body_slug=fields["body"],
        date=date.fromordinal(fields["day"]),
        stage=texts["stage"],
        kind=fields.get("kind"),
        outcome=fields.get("outcome"),
        case_number=texts["case_number"] or None,
        publication_id=fields["publication"],
    )
