"""Files kept for good, each under the SHA-256 of its bytes. A file is never changed."""

import os
import tempfile
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path

from django.conf import settings


class FileStore:
    """A folder of such files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, fingerprint: str) -> Path:
        """Where the file with that SHA-256 (hex) lies, or would."""
        return self.folder / fingerprint[:2] / fingerprint

    def keep(self, data: bytes) -> str:
        """Keeps the bytes and gives their SHA-256.

        They are written beside their place, forced to the disk and only then named, so that a file with
        a name is always whole. Raises OSError (a full disk, say), having kept nothing.
        """
        fingerprint = sha256(data).hexdigest()
        if self.is_whole(fingerprint):
            return fingerprint
        place = self.path(fingerprint)
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                os.fchmod(handle, 0o644)
                file.flush()
                os.fsync(handle)
            Path(name).replace(place)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
        for folder in (place.parent, self.folder):
            force_names_to_disk(folder)
        return fingerprint

    def is_whole(self, fingerprint: str) -> bool:
        """Whether the file is there, with the bytes that its name promises."""
        try:
            with self.path(fingerprint).open("rb") as file:
                return file_digest(file, "sha256").hexdigest() == fingerprint
        except FileNotFoundError:
            return False


def public_files() -> FileStore:
    """The files of the public store."""
    return FileStore(Path(settings.PUBLIC_FILES_FOLDER))


def force_names_to_disk(folder: Path) -> None:
    """A new file survives a power cut when the folder's list of names does."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
