"""Files on a paper of Lindevad, for tests that start processes: `python -m tests.jobs.attached FILE…`."""

import sys
from importlib import import_module
from pathlib import Path


def attach(*paths: Path) -> None:
    """Karen's paper with the files, in the desk that the environment names; each asks for its conversion."""
    import_module("config.start")
    lindevad = import_module("tests.models.lindevad").Lindevad()
    models = import_module("raadslag.models")
    store = import_module("raadslag.models.desk_files").desk_files()
    convert_soon = import_module("raadslag.jobs.conversion").convert_soon
    files = [models.Incoming(path.name, store.keep(path.read_bytes()), path.stat().st_size) for path in paths]
    for attachment in models.Attachment.objects.add(
        lindevad.paper(), files, by=lindevad.cast.karen, at=lindevad.now
    ):
        convert_soon(attachment.file)


if __name__ == "__main__":
    attach(*map(Path, sys.argv[1:]))
