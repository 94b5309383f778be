"""Page furniture: what a page carries because it is a page, and no part of what the document says."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from raadslag.reading.account import Account
from raadslag.reading.dates import is_only_a_date
from raadslag.reading.document import Line
from raadslag.reading.layout import words

NUMERAL = r"(?:\d{1,4}|[ivxlcdm]{1,7})"
PAGE_NUMBER = re.compile(
    rf"(?:side|s\.|page|pagina)\s*{NUMERAL}(?:\s*(?:af|/|of|ud af)\s*{NUMERAL})?\.?"
    rf"|[-–—]\s*{NUMERAL}\s*[-–—]|\d{{1,4}}\s*(?:/|af)\s*\d{{1,4}}",
    re.IGNORECASE,
)
PAGE_NUMBER_AT_AN_END = re.compile(
    r"(?:^|(?<=\s))side\s+\d{1,4}(?:\s*(?:af|/)\s*\d{1,4})?$|^side\s+\d{1,4}(?:\s*(?:af|/)\s*\d{1,4})?(?=\s)",
    re.IGNORECASE,
)
BARE_NUMBER = re.compile(r"\d{1,4}|[ivxlc]{1,5}")
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
    r"(?:punkt|pkt\.?|sag nr\.?|beslutning|bilag|baggrund|formål|metode|ansvarlig|tid|at \d)\b"
    r"|\d{1,2}\.|[-•–] ",
    re.IGNORECASE,
)


def sweep(lines: Sequence[Line], account: Account) -> tuple[Line, ...]:
    """The lines without page numbers, heads that every page repeats, template leftovers and lone marks."""
    kinds = {(line.page, line.number): kind for line in lines if (kind := kind_of(words(line)))}
    kinds |= _dates_over_page_numbers(lines, kinds)
    kinds |= _at_page_edges(lines, kinds)
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
        while first > 0 and _is_short(blocks[first - 1]) and blocks[first - 1][0].page == block[0].page:
            first -= 1
        found = tuple(line for each in blocks[first : last + 1] for line in each)
        if sum(CONTACT.search(words(line)) is not None for line in found) > 1:
            return found
    return ()


def _is_contact(block: Sequence[Line]) -> bool:
    return _is_short(block) and any(CONTACT.search(words(line)) for line in block)


def _is_short(block: Sequence[Line]) -> bool:
    return not words(block[0])[0].islower() and all(
        len(words(line)) <= 45 and not STRUCTURE.match(words(line)) and not words(line).endswith((".", "-"))
        for line in block
    )


def _blocks(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines that stand together, parted by blank lines."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.text.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


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


def _at_page_edges(lines: Sequence[Line], kinds: dict[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """Bare page numbers, and what the pages repeat, in the outermost lines of three pages or more."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.text.strip() and (line.page, line.number) not in kinds:
            pages.setdefault(line.page, []).append(line)
    if len(pages) < 3:
        return {}
    found: dict[tuple[int, int], str] = {}
    for edge in (0, -1):
        for _ in range(3):
            peeled = _peel(pages, edge)
            if not peeled:
                break
            found |= peeled
            pages = {n: [x for x in page if (x.page, x.number) not in found] for n, page in pages.items()}
    return found


def _peel(pages: dict[int, list[Line]], edge: int) -> dict[tuple[int, int], str]:
    outermost = [page[edge] for page in pages.values() if page]
    faces = Counter(_face(line) for line in outermost)
    return {
        (line.page, line.number): "page number" if _face(line) == "#" else "page head"
        for line in outermost
        if faces[_face(line)] >= max(3, 0.4 * len(pages)) and not STRUCTURE.match(words(line))
    }


def _face(line: Line) -> str:
    """What a line looks like when its figures are hidden."""
    text = words(line).lower()
    return "#" if BARE_NUMBER.fullmatch(text) else re.sub(r"\d+", "#", text)
