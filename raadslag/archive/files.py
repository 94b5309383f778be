"""The public store's files, each under the SHA-256 of its bytes. A file is never changed."""

import os
import tempfile
from hashlib import file_digest, sha256
from pathlib import Path

from django.conf import settings


def folder() -> Path:
    """Where the files lie."""
    return Path(settings.PUBLIC_FOLDER) / "files"


def path(fingerprint: str) -> Path:
    """Where the file with that SHA-256 (hex) lies, or would."""
    return folder() / fingerprint[:2] / fingerprint


def keep(data: bytes) -> str:
    """Keeps the bytes for good and gives their SHA-256.

    They are written beside their place, forced to the disk and only then named, so that a file with a
    name is always whole. Raises OSError (a full disk, say), having kept nothing.
    """
    fingerprint = sha256(data).hexdigest()
    place = path(fingerprint)
    if place.exists() and is_whole(fingerprint):
        return fingerprint
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(place.parent)
    return fingerprint


def is_whole(fingerprint: str) -> bool:
    """Whether the file is there, with the bytes that its name promises."""
    try:
        with path(fingerprint).open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == fingerprint
    except FileNotFoundError:
        return False


def sync_folder(place: Path) -> None:
    """Forces the folder's list of names to the disk."""
    handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
