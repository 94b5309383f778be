"""The index in its folder: one writer at a time, any number of readers."""

import json
import math
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from shutil import rmtree

import tantivy

from raadslag.search import schema
from raadslag.search.tokens import tokens
from raadslag.search.entry import Entry
from raadslag.search.query import Query
from raadslag.search.result import FacetCount, Hit, Result, Segment, Suggestion

STAMP = "raadslag-search.json"
WRITER_HEAP = 100_000_000
FACETS = ("body", "year", "level", "kind", "outcome")


class IndexUnusable(Exception):
    """The folder holds no index, a damaged one, or one of another version. Create it anew and fill it."""


class IndexBusy(Exception):
    """Another process is writing to the index."""


class Index:
    """A search index in a folder. Use `Index.open` or `Index.create`."""

    def __init__(self, folder: Path, opened: tantivy.Index) -> None:
        self._folder = folder
        self._index = opened
        self._writer: tantivy.IndexWriter | None = None

    @classmethod
    def open(cls, folder: Path) -> "Index":
        """The index in the folder. Raises IndexUnusable."""
        try:
            stamp = json.loads((folder / STAMP).read_text())
            if stamp != {"version": schema.VERSION}:
                raise IndexUnusable(f"Søgeindekset i {folder} er af en anden version.")
            opened = tantivy.Index.open(str(folder))
            opened.config_reader("manual")
        except (OSError, ValueError) as error:
            raise IndexUnusable(f"Søgeindekset i {folder} kan ikke læses.") from error
        return cls(folder, opened)

    @classmethod
    def create(cls, folder: Path) -> "Index":
        """A new, empty index in the folder, in place of whatever was there."""
        with suppress(FileNotFoundError):
            rmtree(folder)
        folder.mkdir(parents=True)
        tantivy.Index(schema.SCHEMA, path=str(folder))
        (folder / STAMP).write_text(json.dumps({"version": schema.VERSION}))
        return cls.open(folder)

    def replace(self, publication_id: int, entries: Iterable[Entry]) -> None:
        """Put these entries in place of all that the publication had. Seen by searches after `commit`."""
        self.remove(publication_id)
        for entry in entries:
            self._writing().add_document(schema.document(entry, publication_id))

    def remove(self, publication_id: int) -> None:
        """Take out all entries of a publication. Seen by searches after `commit`."""
        self._writing().delete_documents_by_term("publication", publication_id)

    def commit(self) -> None:
        """Make the changes lasting and visible, and let other processes write."""
        if self._writer is None:
            return
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._writer = None

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            try:
                self._writer = self._index.writer(WRITER_HEAP, 1)
            except ValueError as error:
                raise IndexBusy(str(error)) from error
        return self._writer

    def search(self, query: Query) -> Result:
        """One page of what the query finds. Never raises on what a person may type."""
        self._index.reload()
        searcher = self._index.searcher()
        asked = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, tantivy.Query.term_query(schema.SCHEMA, "words", token.term.lemmas[0]))
                for token in tokens(query.text)
            ]
            or [(tantivy.Occur.Must, tantivy.Query.all_query())]
        )
        found = searcher.search(asked, limit=query.page_size, offset=(query.page - 1) * query.page_size)
        total = found.count
        hits = tuple(self._hit(searcher.doc(address)) for _, address in found.hits)
        terms = {name: {"terms": {"field": name, "size": 1000}} for name in FACETS}
        counts = searcher.aggregate(asked, terms)
        facets = {
            name: tuple(
                FacetCount(value=str(bucket["key"]), count=bucket["doc_count"], chosen=False)
                for bucket in counts[name]["buckets"]
            )
            for name in FACETS
        }
        pages = max(1, math.ceil(total / query.page_size))
        return Result(total=total, page=query.page, pages=pages, hits=hits, facets=facets)

    def suggest(self, prefix: str) -> tuple[Suggestion, ...]:
        """Completions of what is being typed, best first, at most ten."""
        words = self._index.searcher().terms_with_prefix("forms", prefix.lower(), limit=10)
        return tuple(Suggestion(text=word) for word, _ in words)

    def _hit(self, document: tantivy.Document) -> Hit:
        return Hit(
            address=document.get_first("address"),
            level=document.get_first("level"),
            title=(Segment(document.get_first("title") or ""),),
            snippet=(Segment((document.get_first("text") or "")[:200]),),
            body=document.get_first("body_name"),
            body_slug=document.get_first("body"),
            date=date.fromordinal(document.get_first("day")),
            stage=document.get_first("stage"),
            kind=document.get_first("kind"),
            outcome=document.get_first("outcome"),
            case_number=document.get_first("case_number"),
            publication_id=document.get_first("publication"),
        )
