"""The files of the public store."""

from pathlib import Path

from django.conf import settings

from raadslag.files import FileStore


def public_files() -> FileStore:
    """The files of the public store."""
    return FileStore(Path(settings.PUBLIC_FILES_FOLDER))
