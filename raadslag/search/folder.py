"""The folder an index lives in: opened, made anew and swapped into place, locked for one writer."""

import fcntl
import json
import time
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import IO

import tantivy

from raadslag.search import schema

STAMP = "raadslag-search.json"
PATIENCE = 10.0  # seconds to wait for another writer


class IndexUnusable(Exception):
    """The folder holds no index, a damaged one, or one of another version. Create it anew and fill it."""


class IndexBusy(Exception):
    """Another process has been writing to the index for longer than a writer waits."""


def open_folder(folder: Path) -> tantivy.Index:
    """The tantivy index in a folder. Raises IndexUnusable."""
    try:
        stamp = json.loads((folder / STAMP).read_text())
    except (OSError, ValueError) as error:
        raise IndexUnusable(f"Der er intet søgeindeks i {folder}.") from error
    if stamp != {"version": schema.VERSION}:
        raise IndexUnusable(f"Søgeindekset i {folder} hører til en anden udgave af Rådslag.")
    try:
        opened = tantivy.Index.open(str(folder))
        opened.config_reader("manual")
        opened.searcher()
    except (OSError, ValueError) as error:
        raise IndexUnusable(f"Søgeindekset i {folder} er beskadiget.") from error
    return opened


def make_beside(folder: Path) -> tantivy.Index:
    """A new, empty index beside the folder, to be filled and then swapped into its place."""
    new = beside(folder)
    with suppress(FileNotFoundError):
        rmtree(new)
    new.mkdir(parents=True)
    tantivy.Index(schema.SCHEMA, path=str(new))
    (new / STAMP).write_text(json.dumps({"version": schema.VERSION}))
    return open_folder(new)


def swap_in(folder: Path) -> None:
    """Put the new index in the folder's place. Readers keep the old one open until they look again."""
    old = folder.with_name(f"{folder.name}.old")
    with suppress(FileNotFoundError):
        rmtree(old)
    with suppress(FileNotFoundError):
        folder.rename(old)
    beside(folder).rename(folder)
    with suppress(FileNotFoundError):
        rmtree(old)


def beside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.new")


def last_change(folder: Path) -> tuple[int, int] | None:
    """Something that differs after every commit; None while the folder is being swapped."""
    try:
        status = (folder / "meta.json").stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns


def lock(folder: Path, patience: float = PATIENCE) -> IO[str]:
    """The right to write, until the file given back is closed or the process ends. Raises IndexBusy."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    file = folder.with_name(f"{folder.name}.lock").open("w")
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                file.close()
                raise IndexBusy(f"En anden proces skriver i søgeindekset i {folder}.") from None
            time.sleep(0.05)
        else:
            return file
