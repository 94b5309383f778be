"""Pieces of text on a page become its printed lines, in the order in which a person reads them."""

from raadslag.reading.document import Line, Run
from raadslag.reading.sources.length import refuse_long
from raadslag.reading.sources.pdf_columns import Row, in_reading_order
from raadslag.reading.sources.pdf_text import Piece, Ways

# as shares of the letter size: how far a line's pieces stand off its base, and the gap that is a space
SAME_BASE = 0.25
RAISED_BASE = 0.55
SMALLER = 0.8
SPACE = 0.17
# a "1" is narrower than its place, so that much of the gap beside it is its own
BESIDE_A_ONE = 0.06


def lines(page: int, ways: Ways, first: int = 1) -> tuple[Line, ...]:
    """The lines of a page, numbered from `first`; upright text before text that is turned."""
    rows = [row for way in sorted(ways) for row in in_reading_order(_rows(ways[way]))]
    return tuple(_line(page, number, row) for number, row in enumerate(rows, start=first))


def _rows(pieces: list[Piece]) -> list[Row]:
    """The pieces gathered by the base line they stand on, from the top, each row from the left."""
    rows: list[Row] = []
    base, size = 0.0, 0.0
    for piece in sorted(pieces):
        if rows and _stands_on(piece, base, size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
            size = 0.0
        if piece.size > size:
            base, size = piece.base, piece.size
    for row in rows:
        row.sort(key=_left)
    return rows


def _left(piece: Piece) -> float:
    return piece.left


def _stands_on(piece: Piece, base: float, size: float) -> bool:
    """Whether a piece belongs to the line with this base; a note mark or an index stands off it."""
    larger, smaller = (piece.size, size) if piece.size > size else (size, piece.size)
    reach = RAISED_BASE if smaller < SMALLER * larger else SAME_BASE
    return abs(piece.base - base) <= reach * larger


def _line(page: int, number: int, row: Row) -> Line:
    runs = _runs(row)
    text = "".join([run.text for run in runs])
    refuse_long(text, page, number)
    return Line(
        page=page,
        number=number,
        text=text,
        left=round(row[0].left, 2),
        top=round(min([piece.top for piece in row]), 2),
        right=round(max([piece.right for piece in row]), 2),
        bottom=round(max([piece.bottom for piece in row]), 2),
        size=round(max([piece.size for piece in row]), 1),
        bold=all(piece.bold for piece in row),
        runs=runs,
    )


def _runs(row: Row) -> tuple[Run, ...]:
    """The row's text in runs of one font: single spaces between words, none at the line's ends."""
    runs: list[Run] = []
    stretch: list[Piece] = []
    words = ""
    for piece in row:
        text = " ".join(piece.text.split())
        if stretch:
            text = " " + text if _is_apart(stretch[-1], piece) else text
            if not _in_one_font(stretch[-1], piece):
                runs.append(_run(stretch, words))
                stretch, words = [], ""
        stretch.append(piece)
        words += text
    runs.append(_run(stretch, words))
    return tuple(runs)


def _is_apart(piece: Piece, following: Piece) -> bool:
    """Whether there is a space between two pieces: one that either holds, or a gap on the paper."""
    if piece.text[-1] == " " or following.text[0] == " ":
        return True
    space = SPACE + BESIDE_A_ONE * ((piece.text[-1] == "1") + (following.text[0] == "1"))
    return following.left - piece.right > space * max(piece.size, following.size)


def _in_one_font(piece: Piece, following: Piece) -> bool:
    return piece.font == following.font and piece.size == following.size


def _run(stretch: list[Piece], text: str) -> Run:
    first = stretch[0]
    return Run(text, first.left, stretch[-1].right, round(first.size, 1), first.bold, first.font)
