"""SQLite compares letters in words that are searched for as PostgreSQL does: Æ is æ."""

from __future__ import annotations

import re
from functools import lru_cache
from sqlite3 import Connection
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

WILD = {"%": ".*", "_": "."}


def teach(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """For the signal `connection_created`: SQLite's own LIKE knows no capitals but A to Z."""
    if connection.vendor == "sqlite":
        raw: Connection = connection.connection
        raw.create_function("like", 3, like, deterministic=True)


def like(pattern: str | None, text: Any, escape: str) -> bool | None:
    """`text LIKE pattern ESCAPE escape`, which Django's `icontains` and its like become."""
    if pattern is None or text is None:
        return None
    return compiled(pattern, escape).fullmatch(str(text)) is not None


@lru_cache(maxsize=256)
def compiled(pattern: str, escape: str) -> re.Pattern[str]:
    said = re.finditer(f"{re.escape(escape)}(.)|(.)", pattern, re.DOTALL)
    parts = (re.escape(found[1]) if found[1] else WILD.get(found[2]) or re.escape(found[2]) for found in said)
    return re.compile("".join(parts), re.IGNORECASE | re.DOTALL)
