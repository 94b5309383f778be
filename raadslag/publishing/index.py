"""Keeps the search index in step with the archive.

The index follows the archive's chain: beside it stands how far along the chain it is. Whoever publishes
brings it up to date afterwards; had they died first, the next one does.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

from django.conf import settings

from raadslag.archive.models import Publication
from raadslag.publishing.entries import entries
from raadslag.search import Index, IndexUnusable

MARK = "reached.json"


def catch_up() -> int:
    """Puts into the index what was published since last time, and gives how many publications that was.

    An index that is missing, damaged, of another version or of another archive is made anew.
    """
    folder = Path(settings.SEARCH_INDEX_FOLDER)
    with one_at_a_time(folder):
        try:
            index = Index.open(folder)
            reached = reached_place(folder)
        except (IndexUnusable, OSError, ValueError):
            return build(folder)
        return follow(index, folder, reached)


def rebuild() -> int:
    """Makes the index anew from the archive, and gives how many publications are in it."""
    folder = Path(settings.SEARCH_INDEX_FOLDER)
    with one_at_a_time(folder):
        return build(folder)


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Waits until no other process is bringing the index along."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.following").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


def reached_place(folder: Path) -> int:
    """How far along this archive's chain the index is. Raises ValueError if it is of another archive."""
    mark = json.loads((folder / MARK).read_text())
    if (
        mark["place"]
        and not Publication.objects.filter(place_in_chain=mark["place"], hash=mark["hash"]).exists()
    ):
        raise ValueError("the index does not follow this archive's chain")
    return int(mark["place"])


def build(folder: Path) -> int:
    """A new index, which takes the old one's place when it is whole; searches go on meanwhile."""
    return follow(Index.create(folder), folder, 0)


def follow(index: Index, folder: Path, reached: int) -> int:
    """Goes along the chain from the place after `reached` and marks the last one."""
    count, last = 0, None
    for publication in Publication.objects.filter(place_in_chain__gt=reached).order_by("place_in_chain"):
        if publication.replaces_id is not None:
            index.remove(publication.replaces_id)
        index.replace(publication.pk, entries(publication))
        count, last = count + 1, publication
    index.commit()
    if last is not None or not (folder / MARK).exists():
        mark = {"place": last.place_in_chain, "hash": last.hash} if last else {"place": 0, "hash": ""}
        half = folder / f"{MARK}.new"
        half.write_text(json.dumps(mark))
        half.replace(folder / MARK)
    return count
