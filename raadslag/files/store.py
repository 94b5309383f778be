"""A folder of files, each under the SHA-256 of its bytes. A file is never changed."""

import os
import tempfile
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path

ON_ITS_WAY = ".new-"


class NewFile:
    """A file on its way into a store. Until it is kept it has no name there; dropped, it never was."""

    def __init__(self, store: "FileStore") -> None:
        """Raises OSError (a full disk, say)."""
        self._store = store
        store.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=store.folder, prefix=ON_ITS_WAY)
        self.path = Path(name)
        self.size = 0
        self._digest = sha256()
        self._file = os.fdopen(handle, "wb")

    @property
    def fingerprint(self) -> str:
        """The SHA-256 (hex) of what is written so far."""
        return self._digest.hexdigest()

    def write(self, data: bytes) -> None:
        """Adds bytes. Raises OSError, having dropped the file."""
        try:
            self._file.write(data)
        except OSError:
            self.drop()
            raise
        self._digest.update(data)
        self.size += len(data)

    def written(self) -> Path:
        """The file with all that was written so far, to look at before it is kept. Raises OSError."""
        try:
            self._file.flush()
        except OSError:
            self.drop()
            raise
        return self.path

    def keep(self) -> str:
        """Forces it to the disk, then names it; gives its SHA-256. Raises OSError, having dropped it."""
        if self._store.is_whole(self.fingerprint):
            self.drop()
            return self.fingerprint
        place = self._store.path(self.fingerprint)
        try:
            with self._file as file:
                file.flush()
                os.fchmod(file.fileno(), 0o644)
                os.fsync(file.fileno())
            place.parent.mkdir(parents=True, exist_ok=True)
            self.path.replace(place)
        except BaseException:
            self.drop()
            raise
        for folder in (place.parent, self._store.folder):
            force_names_to_disk(folder)
        return self.fingerprint

    def drop(self) -> None:
        """Leaves nothing of it. Does nothing to a file that is kept."""
        with suppress(OSError):
            self._file.close()
        with suppress(OSError):
            self.path.unlink()


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
        new = self.begin()
        new.write(data)
        return new.keep()

    def begin(self) -> NewFile:
        """A file that comes bit by bit. Raises OSError."""
        return NewFile(self)

    def is_whole(self, fingerprint: str) -> bool:
        """Whether the file is there, with the bytes that its name promises."""
        try:
            with self.path(fingerprint).open("rb") as file:
                return file_digest(file, "sha256").hexdigest() == fingerprint
        except FileNotFoundError:
            return False

    def drop_left_behind(self, before: float) -> int:
        """Removes what a process that died was writing before that moment (seconds since 1970); how many."""
        dropped = 0
        for path in self.folder.glob(f"{ON_ITS_WAY}*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    path.unlink()
                    dropped += 1
        return dropped


def force_names_to_disk(folder: Path) -> None:
    """A new file survives a power cut when the folder's list of names does."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
