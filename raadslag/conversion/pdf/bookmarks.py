"""A PDF's bookmarks: where they lead stays, what they do goes."""

from collections import Counter

import pikepdf
from pikepdf import Dictionary, Name, Object

from raadslag.conversion.finding import What
from raadslag.conversion.pdf.actions import safe_action

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
    for key in top.keys() - TOP_KEEPS:
        del top[key]
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
    for key in mark.keys() - KEEPS:
        del mark[key]
    if action is not None:
        mark.A = action
    elif Name.A in mark:
        del mark[Name.A]
