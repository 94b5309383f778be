"""Reading many documents at once, each in a process of its own."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from raadslag.reading import Reading, UnreadableDocument, read
from raadslag.record import NotJsonError, RecordError, from_json


def read_each(paths: Iterable[Path]) -> Iterator[Reading | UnreadableDocument]:
    """What reading each document gave, in the order of the paths, as soon as that is known."""
    waiting = list(paths)
    if len(waiting) < 2:
        yield from map(read_one, waiting)
        return
    # Started afresh rather than forked: this process has threads and database connections.
    with ProcessPoolExecutor(min(len(waiting), os.cpu_count() or 1), get_context("spawn")) as pool:
        yield from pool.map(read_one, waiting)


def read_one(path: Path) -> Reading | UnreadableDocument:
    """The reading of one document, or why there is none."""
    try:
        # the account of the lines is long, and not asked for here
        return replace(reading_of(path), entries=())
    except UnreadableDocument as error:
        return error


def reading_of(path: Path) -> Reading:
    """What one document says. Raises UnreadableDocument."""
    if path.suffix.lower() != ".json":
        return read(path)
    try:
        return Reading(from_json(path.read_bytes()), ())
    except NotJsonError as error:
        raise UnreadableDocument("Filen er ikke JSON.") from error
    except (RecordError, OSError) as error:
        raise UnreadableDocument(f"Filen er ikke et møde i Rådslags format ({error}).") from error
