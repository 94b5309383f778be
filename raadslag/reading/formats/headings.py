"""Item headings as they are printed: "Punkt 3: title", "Beslutning for Punkt 3: title", closed or open."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from raadslag.reading.case_numbers import case_number
from raadslag.reading.document import Line
from raadslag.reading.labels import label_of
from raadslag.reading.layout import Setting, words
from raadslag.reading.prose import running
from raadslag.record import Part

NUMBER = r"(?P<number>\d{1,4})\s?(?P<letter>[a-z])?"
OPENNESS = r"(?:\s*[(\[](?P<openness>åben|åbent|lukket)[^)\]]*[)\]])?"
ITEM = re.compile(
    rf"(?:(?P<closed>lukket|åbent)\s+)?(?:dagsordens)?(?:punkt|pkt\.?)\s*(?:nr\.?\s*)?{NUMBER}{OPENNESS}"
    r"\s*(?:[:.–-]\s*|(?<=[)\]])\s*|$)(?P<title>.*)",
    re.IGNORECASE,
)
DECISION = re.compile(
    rf"(?:beslutning(?:er)?|referat|konklusion)\s+(?:for|til|vedr\.?|vedrørende|på|i)\s+(?:(?:punkt|pkt\.?)\s*)"
    rf"(?:nr\.?\s*)?{NUMBER}{OPENNESS}\s*(?:[:.–-]\s*|$)(?P<title>.*)",
    re.IGNORECASE,
)
# titles begin with a capital, or with a name that does not ("p-pladser", "eID")
SENTENCE = re.compile(r"[a-zæøå]+(?:[ ,]|$)")
CLOSED_TITLE = re.compile(r"^[(\[]?lukket(?:\s+(?:punkt|sag))?[)\]]?\s*[:–-]\s*(?=\S)", re.IGNORECASE)
CLOSED_END = re.compile(r"\s*[(\[]lukket(?:\s+(?:punkt|sag))?[)\]]$", re.IGNORECASE)
CLOSED_ALONE = re.compile(r"lukket(?:\s+(?:punkt|sag))?", re.IGNORECASE)
OPEN_TITLE = re.compile(r"^[(\[](?:åben|åbent)[)\]]\s*|\s*[(\[](?:åben|åbent)[)\]]$", re.IGNORECASE)
PART = re.compile(
    r"(?:(?P<closed>lukkede?|fortrolige?)|(?P<open>åbne|åben|åbent))\s+(?:punkter|dagsorden|del|møde|sager|referat)\s*:?",
    re.IGNORECASE,
)
LONGEST_TITLE = 4
OPENING_LINES = 30
# no printed page is so narrow that a shorter heading is wrapped
SHORTEST_WRAPPED = 34


class Heading(NamedTuple):
    """A heading as its first line gives it; `wraps` counts the lines below that belong to its title."""

    number: str
    title: str
    part: Part | None
    wraps: int = 0


def item_heading(text: str) -> Heading | None:
    """The item heading that a line is, or starts; a sentence of a point ("Punkt 4: i notatet …") is none."""
    found = ITEM.fullmatch(text)
    if found is None or SENTENCE.match(found["title"]):
        return None
    return _heading(found, found["closed"] or found["openness"])


def body_setting(lines: Sequence[Line]) -> Setting:
    """The measures of what stands under the headings, which may be more lines than the text has."""
    body = [line for line in lines if not item_heading(words(line)) and not decision_heading(words(line))]
    return Setting.of(body) if any(line.text.strip() for line in body) else Setting.of(lines)


def opens_with_items(texts: Sequence[str]) -> bool:
    """Do a document's first lines hold an item, so that whatever else it holds stands inside items?"""
    return any(item_heading(text) for text in texts[:OPENING_LINES])


def decision_heading(text: str) -> Heading | None:
    """The heading over an item's decision that a line is, or starts."""
    found = DECISION.fullmatch(text)
    return _heading(found, found["openness"]) if found else None


def part_heading(text: str) -> Part | None:
    """The part of the agenda that a line opens: "Lukkede punkter"."""
    found = PART.fullmatch(text)
    return (Part.CLOSED if found["closed"] else Part.OPEN) if found else None


def openness(title: str) -> tuple[str, Part | None]:
    """A title without its mark of open or closed, and what the mark says."""
    bare = CLOSED_END.sub("", CLOSED_TITLE.sub("", title))
    if bare != title or CLOSED_ALONE.fullmatch(title):
        return bare, Part.CLOSED
    bare = OPEN_TITLE.sub("", title)
    return bare, (Part.OPEN if bare != title else None)


def titles(lines: Sequence[Line], at: int, first: str, setting: Setting) -> list[str]:
    """The title as it may be: its first line alone, then with one more line each, as far as it can reach."""
    found = [first]
    for taken in range(1, LONGEST_TITLE):
        if at + taken >= len(lines) or not _may_go_on(lines, at, taken, setting):
            break
        found.append(running((_titled(lines[at], first), *lines[at + 1 : at + taken + 1])))
    return found


def wraps(
    candidates: Sequence[str], lines: Sequence[Line], at: int, known: Collection[str], setting: Setting
) -> int:
    """How many lines below the first belong to a title.

    The title printed again elsewhere (over the decision, in the contents) tells; else its setting does.
    """
    if setting.printed or lines[at].style is not None:
        return len(candidates) - 1
    again = {_bare(each) for each in known}
    for taken in reversed(range(len(candidates))):
        if _bare(candidates[taken]) in again:
            return taken
    for taken, (shorter, longer) in enumerate(pairwise(map(_bare, candidates)), start=1):
        if any(longer.startswith(cut) and cut.startswith(shorter) and cut != shorter for cut in again):
            return taken
    return _before_what_follows(lines, at, len(candidates)) or _in_one_block(lines, at, candidates)


def _before_what_follows(lines: Sequence[Line], at: int, reach: int) -> int:
    """The lines between a heading and the case number or the label under it, 0 where none stands there."""
    for taken, line in enumerate(lines[at + 1 : at + 1 + reach]):
        text = words(line)
        if case_number(text) or (label_of(text) and len(words(lines[at])) >= SHORTEST_WRAPPED):
            return taken
        if not text or text.endswith("."):
            return 0
    return 0


def _in_one_block(lines: Sequence[Line], at: int, candidates: Sequence[str]) -> int:
    """The lines that stand together with a heading, where that is long enough to be wrapped."""
    below = lines[at + 1 : at + LONGEST_TITLE + 1]
    if len(words(lines[at])) < SHORTEST_WRAPPED:
        return 0
    block = next((taken for taken, line in enumerate(below) if not line.text.strip()), None)
    block = min(block, len(candidates) - 1) if block is not None else 0
    small = next((taken for taken, line in enumerate(below) if not words(line)[:1].islower()), 0)
    return block if block and not candidates[block].endswith(".") else min(small, len(candidates) - 1)


def _heading(found: re.Match[str], mark: str | None) -> Heading:
    title, part = openness(found["title"].strip())
    if mark:
        part = Part.CLOSED if mark.lower() == "lukket" else Part.OPEN
    return Heading(found["number"] + (found["letter"] or ""), title, part)


def _may_go_on(lines: Sequence[Line], at: int, taken: int, setting: Setting) -> bool:
    first, above, line = lines[at], lines[at + taken - 1], lines[at + taken]
    text = words(line)
    if not text or item_heading(text) or decision_heading(text) or case_number(text):
        return False
    if line.style is not None:
        return line.style == first.style and setting.is_heading(line) and label_of(text) is None
    if setting.printed:
        alike = abs(line.size - first.size) < 0.5 and line.bold == first.bold
        return (
            alike
            and setting.is_heading(line)
            and line.page == above.page
            and line.top - above.bottom < line.size
        )
    return label_of(text) is None


def _titled(line: Line, title: str) -> Line:
    return Line(page=line.page, number=line.number, text=title)


def _bare(title: str) -> str:
    return "".join(title.casefold().split())
