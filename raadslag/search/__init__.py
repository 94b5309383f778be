"""Search over what is published: Danish analysis, the index, and the query. Knows nothing of Django.

index = Index.open(folder)              # IndexUnusable: Index.create(folder) and fill it again
index.replace(publication_id, entries)
index.commit()
index.search(Query(text="ledighed"))    # -> Result
"""

from raadslag.search.entry import Entry, Level
from raadslag.search.folder import IndexBusy, IndexUnusable
from raadslag.search.index import Index
from raadslag.search.query import Order, Query
from raadslag.search.result import FacetCount, Hit, Result, Segment, Suggestion

__all__ = [
    "Entry",
    "FacetCount",
    "Hit",
    "Index",
    "IndexBusy",
    "IndexUnusable",
    "Level",
    "Order",
    "Query",
    "Result",
    "Segment",
    "Suggestion",
]
