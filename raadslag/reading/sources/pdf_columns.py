"""Boxes beside the text: a letterhead or a second column is read by itself, a table row by row."""

from dataclasses import dataclass, field

from raadslag.reading.sources.pdf_text import Piece

# the pieces that stand on one base line, from the left
Row = list[Piece]

# in letter sizes: a gap that no two words of one line have between them
GUTTER = 1.5
# in points: how far apart the left edges of one box may lie
EDGE = 3
# in letter sizes: a box ends where the next text at its edge is further down
BREAK = 5
# how many of the page's edges are tried
TRIED = 3
# a box is not to the left of this share of the width of the text
LEFTMOST = 0.4


def in_reading_order(rows: list[Row]) -> list[Row]:
    """The rows from the top; where a box stands beside the text, its rows by themselves."""
    for edge in _edges(rows):
        parts = _parts(rows, edge)
        if any(part.is_box() for part in parts):
            return [row for part in parts for row in part.told()]
    return rows


@dataclass(slots=True)
class _Part:
    """Rows one below the other, each divided at a box's left edge; either side of a row may be empty."""

    edge: float
    rows: list[tuple[Row, Row]] = field(default_factory=list)

    @property
    def lefts(self) -> list[Row]:
        return [left for left, _ in self.rows if left]

    @property
    def rights(self) -> list[Row]:
        return [right for _, right in self.rows if right]

    def is_box(self) -> bool:
        """Whether the two sides are texts of their own, and not the cells of a table's rows."""
        lefts, rights = self.lefts, self.rights
        if len(lefts) < 2 or len(rights) < 2 or not _drawn_at_once(rights, lefts):
            return False
        shared = sum(1 for left, right in self.rows if left and right)
        return shared < max(len(lefts), len(rights) / 2) or self._reaches_edge(lefts)

    def told(self) -> list[Row]:
        """The rows as they are read: a narrow box is a letterhead and comes first, a column last."""
        if not self.is_box():
            return [left + right for left, right in self.rows]
        lefts, rights = self.lefts, self.rights
        is_narrow = 2 * _width(rights) < _width(lefts)
        return rights + lefts if is_narrow else lefts + rights

    def _reaches_edge(self, lefts: list[Row]) -> bool:
        """Whether most of the rows on the left fill their side, as the lines of a column do."""
        near = self.edge - 0.2 * (self.edge - min(row[0].left for row in lefts))
        return 2 * sum(row[-1].right > near for row in lefts) > len(lefts)


def _edges(rows: list[Row]) -> list[float]:
    """Where boxes may begin: the left edges, well into the page, that most texts have in common."""
    if not rows:
        return []
    start = min(row[0].left for row in rows)
    leftmost = start + LEFTMOST * (max(row[-1].right for row in rows) - start)
    lefts = [piece.left for row in rows if row[-1].left > leftmost for piece in _starts(row, leftmost)]
    shared: list[list[float]] = []
    for left in sorted(lefts):
        if shared and left - shared[-1][0] < EDGE:
            shared[-1].append(left)
        else:
            shared.append([left])
    return [edge[0] for edge in sorted(shared, key=len, reverse=True)[:TRIED] if len(edge) > 1]


def _starts(row: Row, leftmost: float) -> list[Piece]:
    """The pieces that begin a stretch of the row, to the right of `leftmost`."""
    return [
        piece
        for before, piece in zip([None, *row], row, strict=False)
        if piece.left > leftmost and (before is None or piece.left - before.right > GUTTER * piece.size)
    ]


def _parts(rows: list[Row], edge: float) -> list[_Part]:
    """The rows in parts that may be a box with what stands beside it, and the rows between such parts."""
    parts = [_Part(edge)]
    beside, lowest = False, 0.0
    for row in rows:
        cut = next((at for at, piece in enumerate(row) if piece.left >= edge), len(row))
        left, right = row[:cut], row[cut:]
        crosses = bool(left) and left[-1].right > edge
        far = beside and row[0].base - lowest > BREAK * row[0].size
        if crosses or far or (right and not beside):
            parts.append(_Part(edge))
            beside = False
        parts[-1].rows.append((row, []) if crosses else (left, right))
        if right and not crosses:
            beside, lowest = True, row[0].base
    return parts


def _drawn_at_once(box: list[Row], text: list[Row]) -> bool:
    """Whether a box was drawn with nothing of the text between its rows; a table is drawn row by row."""
    drawn = [piece.order for row in box for piece in row]
    first, last = min(drawn), max(drawn)
    return not any(first < piece.order < last for row in text for piece in row)


def _width(rows: list[Row]) -> float:
    return max(row[-1].right for row in rows) - min(row[0].left for row in rows)
