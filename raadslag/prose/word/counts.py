"""What number a list goes on with in Word, marked in the file so that it can be read with the list."""

import re
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARK = "raadslag_start_"
MARKED_LIST = re.compile(rf'<ol>(<li>(?:<p>)?<a id="{MARK}(\d+)"></a>)')


def mark_starts(document: Any, numbering: Any) -> None:
    """Bookmark the first paragraph of each stretch of a counted list that does not begin with 1.

    Both are trees of the file's parts; only the outermost level of lists is looked at.
    """
    starts = _starts(numbering)
    counts: dict[str, int] = {}
    before: str | None = None
    for paragraph in document.iter(f"{W}p"):
        listed = paragraph.find(f"{W}pPr/{W}numPr")
        number = _value(listed, "numId") if listed is not None else None
        if listed is None or number not in starts:
            before = None
            continue
        if _value(listed, "ilvl") not in (None, "0"):
            continue
        counts[number] = counts.get(number, starts[number] - 1) + 1
        if before != number and counts[number] != 1:
            _mark(paragraph, counts[number])
        before = number


def with_starts(html: str) -> str:
    """The HTML of such a file, its lists begun where they are marked."""
    return MARKED_LIST.sub(r'<ol start="\2">\1', html)


def _starts(numbering: Any) -> dict[str, int]:
    """By the number of each list, what it begins with."""
    kinds = {
        each.get(f"{W}abstractNumId"): each.find(f"{W}lvl[@{W}ilvl='0']/{W}start")
        for each in numbering.findall(f"{W}abstractNum")
    }
    found: dict[str, int] = {}
    for each in numbering.findall(f"{W}num"):
        own = each.find(f"{W}lvlOverride[@{W}ilvl='0']/{W}startOverride")
        start = own if own is not None else kinds.get(_value(each, "abstractNumId"))
        said = start.get(f"{W}val", "1") if start is not None else "1"
        found[each.get(f"{W}numId")] = int(said) if said.isdecimal() else 1
    return found


def _value(element: Any, tag: str) -> str | None:
    found = element.find(f"{W}{tag}")
    return found.get(f"{W}val") if found is not None else None


def _mark(paragraph: Any, number: int) -> None:
    start, end = etree.Element(f"{W}bookmarkStart"), etree.Element(f"{W}bookmarkEnd")
    for element in (start, end):
        element.set(f"{W}id", "99999")
    start.set(f"{W}name", f"{MARK}{number}")
    paragraph.insert(1, start)
    paragraph.append(end)
