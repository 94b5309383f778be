"""Page furniture: what a page carries because it is a page, and no part of what the document says."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from raadslag.reading.account import Account
from raadslag.reading.case_numbers import case_number
from raadslag.reading.dates import is_only_a_date
from raadslag.reading.document import Document, Line
from raadslag.reading.layout import words

NUMERAL = r"(?:\d{1,4}|[ivxlcdm]{1,7})"
PAGE_NUMBER = re.compile(
    rf"(?:side|s\.|page|pagina)\s*{NUMERAL}(?:\s*(?:af|/|of|ud af)\s*{NUMERAL})?\.?"
    # "24/11" is a case number as often; the pages together tell
    rf"|[-–—]\s*{NUMERAL}\s*[-–—]|\d{{1,4}}\s*af\s*\d{{1,4}}|[1-7]\s*/\s*\d{{1,2}}",
    re.IGNORECASE,
)
PAGE_NUMBER_AT_AN_END = re.compile(
    r"(?:^|(?<=\s))side\s+\d{1,4}(?:\s*(?:af|/)\s*\d{1,4})?$|^side\s+\d{1,4}(?:\s*(?:af|/)\s*\d{1,4})?(?=\s)",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d{1,9}")
FIRST, LAST = 0, -1
# as many pages make a habit
FEWEST = 3
NEARLY_ALL = 0.8
# this share of a page's height, at its top and at its bottom, holds no text
MARGIN = 0.065
LEFTOVER = re.compile(
    r"klik(?: eller tryk)? (?:her )?for at (?:angive|skrive|indtaste|tilføje|indsætte) [\w ]+\.?"
    r"|\[(?:skriv|indsæt|angiv|tekst|navn|titel)[^\]]*\]|<(?:skriv|indsæt|angiv)[^>]*>"
    r"|click here to enter text\.?",
    re.IGNORECASE,
)
LONE_MARK = re.compile(r"[.·•_…*\-–—|]+")
CONTACT = re.compile(
    r"\b(?:telefon|tlf|mobil|fax|e-?mail|e-?post|www|cvr|ean|postboks|direkte|sikker post|åbningstid\w*)\b"
    r"|\S+@\S+|^\d{4} [A-ZÆØÅ]\w+|^sag(?:snr|snummer|sbehandler|sid)?\.?:|^www\.",
    re.IGNORECASE,
)
STRUCTURE = re.compile(
    r"(?:punkt|pkt\.?|sag nr\.?|beslutning|bilag|baggrund|formål|metode|ansvarlig|tid|at \d|til|fra|dato|emne"
    r"|\w*indstilling|notat|referat|dagsorden)\b"
    r"|\d{1,2}\.|[-•–] ",
    re.IGNORECASE,
)


def sweep(lines: Sequence[Line], account: Account) -> tuple[Line, ...]:
    """The lines without page numbers, heads that every page repeats, template leftovers and lone marks."""
    kinds = {(line.page, line.number): kind for line in lines if (kind := kind_of(words(line)))}
    kinds |= _dates_over_page_numbers(lines, kinds)
    kinds |= _with_page_numbers(lines)
    kinds |= _at_page_edges(lines, kinds, account.document)
    kept = []
    for line in lines:
        kind = kinds.get((line.page, line.number))
        if kind:
            account.furniture(line, kind)
        else:
            kept.append(line)
    return tuple(kept)


def kind_of(text: str) -> str | None:
    """The kind of furniture that a line is by its words alone, None where it is none."""
    if not text:
        return None
    if LONE_MARK.fullmatch(text):
        return "lone mark"
    if PAGE_NUMBER.fullmatch(text):
        return "page number"
    if LEFTOVER.fullmatch(text):
        return "template leftover"
    rest = PAGE_NUMBER_AT_AN_END.sub("", text).strip(" -–|•")
    if rest != text and (not rest or LEFTOVER.fullmatch(rest) or is_only_a_date(rest)):
        return "page number"
    return None


def letterhead(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a letterhead standing inside the text: short lines, with ways to reach the sender.

    Returns the first such block, empty where there is none.
    """
    blocks = _blocks(lines)
    for first, block in enumerate(blocks):
        if not _is_contact(block):
            continue
        last = first
        while last + 1 < len(blocks) and _is_short(blocks[last + 1]) and _is_contact(blocks[last + 1]):
            last += 1
        while first > 0 and _is_short(blocks[first - 1]) and _is_beside(blocks[first - 1][0], block[0]):
            first -= 1
        found = tuple(line for each in blocks[first : last + 1] for line in each)
        if sum(CONTACT.search(words(line)) is not None for line in found) > 1:
            return found
    return ()


def _is_beside(above: Line, below: Line) -> bool:
    """Do two blocks stand in one box: on one page, and on paper at one edge in one size?"""
    same_edge = abs(above.left - below.left) < 20 and abs(above.size - below.size) < 1.5
    return above.page == below.page and same_edge


def _is_contact(block: Sequence[Line]) -> bool:
    return _is_short(block) and any(CONTACT.search(words(line)) for line in block)


def _is_short(block: Sequence[Line]) -> bool:
    return not words(block[0])[0].islower() and all(
        len(words(line)) <= 45 and not STRUCTURE.match(words(line)) and not words(line).endswith((".", "-"))
        for line in block
    )


def _blocks(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines that stand together: parted by blank lines, or on paper by place and size."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if not line.text.strip() or (blocks[-1] and _is_elsewhere(blocks[-1][-1], line)):
            blocks.append([])
        if line.text.strip():
            blocks[-1].append(line)
    return [block for block in blocks if block]


def _is_elsewhere(above: Line, below: Line) -> bool:
    if not below.size:
        return above.page != below.page
    apart = below.top - above.bottom > below.size or below.top < above.top
    return above.page != below.page or apart or abs(below.size - above.size) > 0.5


def _dates_over_page_numbers(
    lines: Sequence[Line], kinds: dict[tuple[int, int], str]
) -> dict[tuple[int, int], str]:
    """A date alone directly above a page number is a page head ("24. november 2022 / Side 2 af 5")."""
    full = [line for line in lines if line.text.strip()]
    return {
        (above.page, above.number): "page head"
        for above, below in pairwise(full)
        if kinds.get((below.page, below.number)) == "page number"
        and is_only_a_date(words(above))
        and below.number - above.number < 4
    }


def _with_page_numbers(lines: Sequence[Line]) -> dict[tuple[int, int], str]:
    """Lines that say the same each time but for a page number that goes up ("Skoleudvalget … Side 4")."""
    alike: dict[str, list[tuple[int, Line]]] = {}
    for line in lines:
        text = words(line)
        if (found := PAGE_NUMBER_AT_AN_END.search(text)) and (figure := FIGURE.search(found.group())):
            face = PAGE_NUMBER_AT_AN_END.sub("", text).strip().lower()
            alike.setdefault(face, []).append((int(figure.group()), line))
    return {
        (line.page, line.number): "page head"
        for face, group in alike.items()
        if face and len(group) > 1 and all(a < b for (a, _), (b, _) in pairwise(group))
        for _, line in group
    }


def _at_page_edges(
    lines: Sequence[Line], kinds: dict[tuple[int, int], str], document: Document
) -> dict[tuple[int, int], str]:
    """What the pages repeat in their outermost lines, where three pages or more do it."""
    heights = {page.number: page.height for page in document.pages}
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.text.strip() and (line.page, line.number) not in kinds:
            pages.setdefault(line.page, []).append(line)
    found: dict[tuple[int, int], str] = {}
    for edge in (FIRST, LAST):
        while peeled := _peel(pages, edge, heights):
            found |= peeled
            pages = {n: [x for x in page if (x.page, x.number) not in found] for n, page in pages.items()}
    return found


def _peel(pages: dict[int, list[Line]], edge: int, heights: dict[int, float]) -> dict[tuple[int, int], str]:
    """The lines at one edge of the pages that recur there: they count the pages, or stand in the margin."""
    recurring: dict[str, list[Line]] = {}
    for page in pages.values():
        if page and not STRUCTURE.match(words(page[edge])):
            recurring.setdefault(FIGURE.sub("#", words(page[edge]).lower()), []).append(page[edge])
    return {
        (line.page, line.number): "page number" if face == "#" else "page head"
        for face, group in recurring.items()
        if len(group) >= FEWEST and (_count_pages(group) or _stand_in_margin(group, len(pages), heights))
        for line in group
    }


def _count_pages(group: Sequence[Line]) -> bool:
    """Does a figure in the lines go up with the pages?"""
    figures = [[int(each) for each in FIGURE.findall(words(line))] for line in group]
    if case_number(words(group[0])):  # a year and a number that goes up from item to item
        figures = [row[:1] for row in figures]
    steps = [
        {value - line.page for value, line in zip(column, group, strict=True)}
        for column in zip(*figures, strict=False)
    ]
    return any(len(step) == 1 for step in steps)


def _stand_in_margin(group: Sequence[Line], pages: int, heights: dict[int, float]) -> bool:
    """Do the lines stand outside the text? In plain text only words over nearly all the pages do."""
    if not group[0].size:
        text = words(group[0])
        says_nothing = " " in text and not text.endswith(".") and not case_number(text)
        return says_nothing and len(group) >= NEARLY_ALL * pages
    return all(
        line.bottom < MARGIN * heights[line.page] or line.top > (1 - MARGIN) * heights[line.page]
        for line in group
    )
