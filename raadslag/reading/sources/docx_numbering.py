"""The numbers that Word prints before the paragraphs of its automatic lists."""

import re
from dataclasses import dataclass

from lxml import etree

from raadslag.reading.sources.docx_package import W

BULLET = "•"
DEEPEST = 9
MOST_LETTERED = 260  # "zzzzzzzzzz"
placeholder = re.compile(r"%([1-9])")
romans = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list prints: "At %1)" with the number written as `form` says."""

    form: str
    text: str
    start: int


class Numbering:
    """The lists of one document. Ask for each paragraph's label once, in order: the count goes on."""

    def __init__(self, part: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        if part is not None:
            self._learn(part)

    def label(self, list_id: str, depth: int) -> str:
        """What stands before the next paragraph of a list at a depth counted from 0: "At 1)", "•" or ""."""
        abstract = self._lists.get(list_id, "")
        level = self._levels.get(abstract, {}).get(depth)
        if level is None:
            return ""
        if level.form == "bullet":
            return BULLET
        counts = self._count(list_id, abstract, depth, level)
        return placeholder.sub(lambda at: self._number(abstract, counts, int(at[1]) - 1), level.text).strip()

    def _count(self, list_id: str, abstract: str, depth: int, level: Level) -> list[int | None]:
        """The counts of every depth, this one's moved on by one and those below it begun anew."""
        counts = self._counts.setdefault(abstract, [None] * DEEPEST)
        restart = self._restarts.get(list_id, {}).pop(depth, None)
        before = counts[depth]
        if restart is not None:
            counts[depth] = restart
        else:
            counts[depth] = level.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (DEEPEST - depth - 1)
        return counts

    def _number(self, abstract: str, counts: list[int | None], depth: int) -> str:
        level = self._levels[abstract].get(depth)
        if level is None:
            return ""
        count = counts[depth]
        return written(level.start if count is None else count, level.form)

    def _learn(self, part: etree._Element) -> None:
        for abstract in part.iterfind(f"{W}abstractNum"):
            levels = {whole(level, "ilvl"): _level(level) for level in abstract.iterfind(f"{W}lvl")}
            self._levels[abstract.get(f"{W}abstractNumId", "")] = levels
        for each in part.iterfind(f"{W}num"):
            list_id = each.get(f"{W}numId", "")
            self._lists[list_id] = value(each.find(f"{W}abstractNumId"))
            self._restarts[list_id] = {
                whole(override, "ilvl"): _number_in(override.find(f"{W}startOverride"), 1)
                for override in each.iterfind(f"{W}lvlOverride")
                if override.find(f"{W}startOverride") is not None
            }


def written(number: int, form: str) -> str:
    """A number as a list writes it: 3, c, C, iii or III."""
    if form in ("lowerLetter", "upperLetter") and 0 < number <= MOST_LETTERED:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < number < 400:
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    return "" if form == "none" else str(number)


def value(element: etree._Element | None) -> str:
    """The `w:val` of an element that may not be there."""
    return "" if element is None else element.get(f"{W}val", "")


def _level(element: etree._Element) -> Level:
    return Level(
        form=value(element.find(f"{W}numFmt")) or "decimal",
        text=value(element.find(f"{W}lvlText")),
        start=_number_in(element.find(f"{W}start"), 0),
    )


def _number_in(element: etree._Element | None, usual: int) -> int:
    text = value(element)
    return int(text) if text.isdecimal() and len(text) < 10 else usual


def whole(element: etree._Element | None, name: str) -> int:
    """A depth in an attribute of an element that may not be there: 0 to 8."""
    text = "" if element is None else element.get(f"{W}{name}", "")
    return min(int(text), DEEPEST - 1) if text.isdecimal() and len(text) < 3 else 0


def _roman(number: int) -> str:
    text = ""
    for worth, letters in romans:
        text += letters * (number // worth)
        number %= worth
    return text
