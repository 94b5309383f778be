"""The fonts of our print, and which characters they have."""

import struct
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
# the first has our labels' and values' letters, the last the rest of what we can print
TEXT = "IBMPlexSans-Regular.ttf"
FALLBACK = "DejaVuSans.ttf"


@cache
def characters() -> frozenset[int]:
    """The code points that print."""
    return _characters(FOLDER / TEXT) | _characters(FOLDER / FALLBACK)


def _characters(font: Path) -> frozenset[int]:
    """The code points in a TrueType font's `cmap`: its Unicode subtables of formats 4 and 12."""
    data = font.read_bytes()
    cmap = _table(data, b"cmap")
    found: set[int] = set()
    for at in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        _, _, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * at)
        (form,) = struct.unpack_from(">H", data, cmap + offset)
        if form in readers:
            found.update(readers[form](data, cmap + offset))
    return frozenset(found)


def _table(data: bytes, tag: bytes) -> int:
    tables = struct.unpack_from(">H", data, 4)[0]
    records = (struct.unpack_from(">4sLLL", data, 12 + 16 * at) for at in range(tables))
    offsets: dict[bytes, int] = {name: offset for name, _, offset, _ in records}
    return offsets[tag]


def _segments(data: bytes, at: int) -> set[int]:
    """Format 4: ends and beginnings of segments; U+FFFF ends the table and is no character."""
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
    return {code for start, end in zip(starts, ends, strict=True) for code in range(start, end + 1)} - {
        0xFFFF
    }


def _groups(data: bytes, at: int) -> set[int]:
    """Format 12: groups of consecutive code points."""
    (count,) = struct.unpack_from(">L", data, at + 12)
    groups = (struct.unpack_from(">LLL", data, at + 16 + 12 * each) for each in range(count))
    return {code for start, end, _ in groups for code in range(start, end + 1)}


readers = {4: _segments, 12: _groups}
