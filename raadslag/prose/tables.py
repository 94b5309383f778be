"""Tables whose rows fill one rectangle, so that print, Word and browser show them alike."""

from collections.abc import Sequence
from dataclasses import replace

from raadslag.prose.blocks import Cell, Table

MOST_SPANNED = 50


def sound(rows: Sequence[Sequence[Cell]]) -> Table | None:
    """The rows as a table where no cell reaches into another or out of it; None for no cells."""
    kept = [at for at, row in enumerate(rows) if row]
    if not kept:
        return None
    taken: set[tuple[int, int]] = set()
    placed: list[list[Cell]] = []
    for new, old in enumerate(kept):
        placed.append([])
        column = 0
        for cell in rows[old]:
            while (new, column) in taken:
                column += 1
            span = _free(taken, new, column, min(max(cell.columns, 1), MOST_SPANNED))
            tall = sum(old <= each < old + max(cell.rows, 1) for each in kept)
            taken.update((new + down, column + over) for down in range(tall) for over in range(span))
            placed[-1].append(replace(cell, columns=span, rows=tall))
            column += span
    width = 1 + max(column for _, column in taken)
    return Table(
        tuple(
            (*row, *(Cell(header=row[-1].header) for column in range(width) if (at, column) not in taken))
            for at, row in enumerate(placed)
        )
    )


def _free(taken: set[tuple[int, int]], row: int, column: int, wanted: int) -> int:
    """How many of the columns that a cell wants are not taken."""
    return next((over for over in range(1, wanted) if (row, column + over) in taken), wanted)


def width(table: Table) -> int:
    """How many columns a table has."""
    return sum(cell.columns for cell in table.rows[0])
