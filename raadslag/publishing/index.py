"""Keeps the search index in step with the archive.

The index follows the archive's chain: beside it stands how far along the chain it is. Whoever publishes
or withdraws brings it up to date afterwards; had they died first, the next one does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from heapq import merge
from pathlib import Path

from django.conf import settings

from raadslag.archive import reached
from raadslag.archive.models import Publication, Withdrawal
from raadslag.archive.reached import MARK, Reached
from raadslag.publishing.entries import entries
from raadslag.search import Index, IndexUnusable


def catch_up() -> int:
    """Puts into the index what was published since last time, and gives how many publications that was.

    An index that is missing, damaged, of another version or of another archive is made anew.
    """
    folder = Path(settings.SEARCH_INDEX_FOLDER)
    with one_at_a_time(folder):
        try:
            index = Index.open(folder)
            place = reached_place(folder)
        except (IndexUnusable, OSError, ValueError, KeyError):
            return build(folder)
        return follow(index, folder, place)


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
    mark = reached.read(folder)
    known = {"place_in_chain": mark.place, "hash": mark.hash}
    links = (Publication.objects, Withdrawal.objects)
    if mark.place and not any(each.filter(**known).exists() for each in links):
        raise ValueError("the index does not follow this archive's chain")
    return mark.place


def build(folder: Path) -> int:
    """A new index, which takes the old one's place when it is whole; searches go on meanwhile."""
    return follow(Index.create(folder), folder, 0)


def follow(index: Index, folder: Path, place: int) -> int:
    """Goes along the chain from the link after that place and marks the last one."""
    count = 0
    last: Publication | Withdrawal | None = None
    for last in links_after(place):
        if isinstance(last, Withdrawal):
            for version in last.versions.all():
                index.remove(version.publication_id)
            continue
        if last.replaces_id is not None:
            index.remove(last.replaces_id)
        if not last.is_withdrawn:
            index.replace(last.pk, entries(last))
        count += 1
    index.commit()
    if last is not None or not (folder / MARK).exists():
        reached.write(folder, Reached(last.place_in_chain, last.hash) if last else Reached())
    return count


def links_after(place: int) -> Iterator[Publication | Withdrawal]:
    """What was published and withdrawn after that place in the chain, in its order."""
    later = {"place_in_chain__gt": place}
    publications = Publication.objects.filter(**later).order_by("place_in_chain")
    withdrawals = Withdrawal.objects.filter(**later).order_by("place_in_chain")
    yield from merge(publications, withdrawals, key=lambda link: link.place_in_chain)
