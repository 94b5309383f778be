"""Reading many documents at once, each in a process of its own."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from raadslag.reading import Reading, UnreadableDocument, read
from raadslag.record import RecordError, from_json


def read_each(paths: Iterable[Path]) -> Iterator[Reading | UnreadableDocument]:
    """What reading each document gave, in the order of the paths, as soon as that is known."""
    waiting = list(paths)
    if not waiting:
        return
    workers = min(len(waiting), os.cpu_count() or 1)
    # Started afresh rather than forked: this process has threads and database connections.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures: list[Future[Reading]] = [pool.submit(read_one, path) for path in waiting]
        for future in futures:
            try:
                yield future.result()
            except UnreadableDocument as error:
                yield error


def read_one(path: Path) -> Reading:
    """The reading of one document. Raises UnreadableDocument."""
    if path.suffix.lower() != ".json":
        return read(path)
    try:
        return Reading(from_json(path.read_bytes()), ())
    except (RecordError, OSError) as error:
        raise UnreadableDocument(f"Filen er ikke et møde i Rådslags format ({error}).") from error
