"""What can be made out in bytes that are no text."""

import re

NARROW = re.compile(rb"[\x20-\x7e\xa0-\xff\t\r\n]{5,}")
WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff\t\r\n]\x00){5,}")


def printable(data: bytes) -> str:
    """The stretches of letters in the bytes, in one-byte and two-byte signs, a line each."""
    found = [each.decode("latin-1") for each in NARROW.findall(data)]
    return "\n".join([*found, *(each.decode("utf-16-le") for each in WIDE.findall(data))])
