"""Names in a PDF as text. They are bytes, and older programs wrote æ, ø and å in them as it suited."""

from collections.abc import Iterable
from typing import cast

from pikepdf import Dictionary, Name, Object


def text(value: Object | None) -> str:
    """A name or a string as text; "" for nothing. What is no UTF-8 in a name stays as surrogates."""
    if value is None:
        return ""
    return bytes(value).decode("utf-8", "surrogateescape") if isinstance(value, Name) else str(value)


def find(holder: Object | None, key: str) -> Object | None:
    """What a dictionary has under a key, where it is one and has it."""
    if not isinstance(holder, Dictionary) or key not in set(holder.keys()):
        return None
    found = holder.get(_key(key))
    return found if isinstance(found, Object) else None


def drop(holder: Object, keys: Iterable[str]) -> None:
    """Take keys from a dictionary or a stream that has them."""
    for key in list(keys):
        del holder[_key(key)]


def _key(key: str) -> str | Name:
    """A key as pikepdf takes it."""
    if key.isprintable():
        return key
    written = b"".join(b"#%02x" % byte for byte in key[1:].encode("utf-8", "surrogateescape"))
    return cast(Name, Object.parse(b"/" + written))
