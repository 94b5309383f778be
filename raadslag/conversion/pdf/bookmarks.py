"""A PDF's bookmarks: where they lead stays, what they do goes."""

from collections import Counter

import pikepdf
from pikepdf import Dictionary, Name, Object

from raadslag.conversion.finding import What
from raadslag.conversion.pdf.actions import safe_action
from raadslag.conversion.pdf.keys import drop

KEEPS = frozenset(
    {
        *("/Title", "/Parent", "/Prev", "/Next", "/First", "/Last", "/Count", "/Dest", "/A", "/C"),
        *("/F"),
    }
)
TOP_KEEPS = frozenset({"/Type", "/First", "/Last", "/Count"})


def settle(pdf: pikepdf.Pdf, found: Counter[What]) -> None:
    """Make every bookmark's action safe, or take it. In place."""
    top = pdf.Root.get(Name.Outlines)
    if not isinstance(top, Dictionary):
        return
    drop(top, top.keys() - TOP_KEEPS)
    seen = set()
    waiting: list[Object | None] = [top.get(Name.First)]
    while waiting:
        mark = waiting.pop()
        if not isinstance(mark, Dictionary) or mark.objgen in seen:
            continue
        seen.add(mark.objgen)
        _settle(mark, found)
        waiting += [mark.get(Name.Next), mark.get(Name.First)]


def _settle(mark: Object, found: Counter[What]) -> None:
    action = safe_action(mark.get(Name.A), found)
    drop(mark, mark.keys() - KEEPS)
    if action is not None:
        mark.A = action
    elif Name.A in mark:
        del mark[Name.A]
