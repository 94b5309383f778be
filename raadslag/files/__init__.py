"""Files kept for good, for both stores: whole or not at all, each under the SHA-256 of its bytes."""

from raadslag.files.store import FileStore, NewFile

__all__ = ["FileStore", "NewFile"]
