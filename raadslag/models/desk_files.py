"""The desk's files: documents and attachments as they came, closed ones too, and the copies made of them."""

from pathlib import Path

from django.conf import settings

from raadslag.files import FileStore


def desk_files() -> FileStore:
    """The files of the desk store."""
    return FileStore(Path(settings.DESK_FOLDER) / "files")
