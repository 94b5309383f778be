"""Django's key: what signs sessions and one-time links, and so must outlive the process."""

import os
from contextlib import suppress
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

NAME = "secret_key"


def kept_key(folder: Path) -> str:
    """The key that is kept in the desk's folder, drawn the first time and readable by its owner alone.

    Where there is no folder yet, nothing is served either, and one drawn for this process will do.
    Raises ImproperlyConfigured where it can be neither read nor written.
    """
    path = folder / NAME
    try:
        if not folder.is_dir():
            return get_random_secret_key()
        if not path.exists():
            _write_first(path, get_random_secret_key())
        if key := path.read_text(encoding="ascii").strip():
            return key
    except OSError as error:
        raise ImproperlyConfigured(
            f"Nøglen {path} kan hverken læses eller skrives. Giv adgang, eller sæt RAADSLAG_SECRET_KEY."
        ) from error
    raise ImproperlyConfigured(f"Nøglen {path} er tom. Slet filen, eller sæt RAADSLAG_SECRET_KEY.")


def _write_first(path: Path, key: str) -> None:
    """Writes the whole key at once. Of two processes that start together, the first to finish wins."""
    draft = path.with_name(f"{NAME}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(key)
    try:
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
