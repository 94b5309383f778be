"""A Compound File Binary, the container of old Office files and Outlook messages, written small and plain."""

import struct
from collections.abc import Mapping
from typing import TypeAlias

Tree: TypeAlias = Mapping[str, "bytes | Tree"]

SECTOR, SMALL_SECTOR, SMALL = 512, 64, 4096
FREE, END, IN_TABLE, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
STORAGE, STREAM, ROOT = 1, 2, 5


def compound_file(tree: Tree) -> bytes:
    """The file that holds the streams, and the storages with theirs, by name."""
    writer = _Writer()
    writer.entries.append(["Root Entry", ROOT, NONE, NONE, NONE, END, 0])
    writer.entries[0][4] = writer.children(tree)
    return writer.file()


class _Writer:
    def __init__(self) -> None:
        # name, type, left, right, child, first sector, size
        self.entries: list[list] = []
        self.sectors: list[bytes] = []
        self.table: list[int] = []
        self.small = bytearray()
        self.small_table: list[int] = []

    def children(self, tree: Tree) -> int:
        """Adds a storage's content; the entries hang on each other's right, in the order of names."""
        first = before = NONE
        for name, content in sorted(tree.items(), key=lambda each: (len(each[0]), each[0].upper())):
            at = len(self.entries)
            if isinstance(content, bytes):
                start = self.stream(content)
                self.entries.append([name, STREAM, NONE, NONE, NONE, start, len(content)])
            else:
                self.entries.append([name, STORAGE, NONE, NONE, NONE, 0, 0])
                self.entries[at][4] = self.children(content)
            if before == NONE:
                first = at
            else:
                self.entries[before][3] = at
            before = at
        return first

    def stream(self, data: bytes) -> int:
        if len(data) >= SMALL:
            return self.chain(data)
        if not data:
            return END
        start = len(self.small_table)
        count = -(-len(data) // SMALL_SECTOR)
        self.small += data.ljust(count * SMALL_SECTOR, b"\0")
        self.small_table += [*range(start + 1, start + count), END]
        return start

    def chain(self, data: bytes) -> int:
        start = len(self.sectors)
        count = max(1, -(-len(data) // SECTOR))
        self.sectors += [data[at * SECTOR : (at + 1) * SECTOR].ljust(SECTOR, b"\0") for at in range(count)]
        self.table += [*range(start + 1, start + count), END]
        return start

    def file(self) -> bytes:
        if self.small:
            self.entries[0][5], self.entries[0][6] = self.chain(bytes(self.small)), len(self.small)
        small_table = struct.pack(f"<{len(self.small_table)}I", *self.small_table)
        small_sectors = -(-len(small_table) // SECTOR)
        small_start = self.chain(small_table.ljust(small_sectors * SECTOR, b"\xff")) if small_table else END
        listing = b"".join(map(_entry, self.entries))
        directory = self.chain(listing)
        tables = 1
        while (len(self.table) + tables) * 4 > tables * SECTOR:
            tables += 1
        assert tables <= 109, "too large for the plain form of the file"
        places = [*range(len(self.sectors), len(self.sectors) + tables)]
        table = [*self.table, *[IN_TABLE] * tables]
        packed = struct.pack(f"<{len(table)}I", *table).ljust(tables * SECTOR, b"\xff")
        head = struct.pack(
            "<8s16sHHHHHHIIIIIIIIII",
            *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, tables),
            *(directory, 0, SMALL, small_start, small_sectors, END, 0),
        )
        head += struct.pack("<109I", *places, *[FREE] * (109 - tables))
        return head + b"".join(self.sectors) + packed


def _entry(entry: list) -> bytes:
    name, kind, left, right, child, start, size = entry
    letters = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", letters, len(letters), kind, 1, left, right, child, b"", 0, 0, 0, start, size
    )
