"""A pack's stamped pages: "Punkt 3, Bilag 1: name.pdf" on a page makes it a page of that attachment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from raadslag.reading.account import Account
from raadslag.reading.attachment_list import EXTENSION
from raadslag.reading.document import Line
from raadslag.reading.formats.headings import decision_heading, item_heading
from raadslag.reading.furniture import kind_of
from raadslag.reading.hyphens import join_lines
from raadslag.reading.layout import opens_page, words

STAMP = re.compile(
    r"(?:punkt|pkt\.?)\s*(?:nr\.?\s*)?(?P<item>\d{1,4}[a-z]?)\s*[,;–-]?\s*bilag\s*(?:nr\.?\s*)?(?P<number>\d{1,3})\s*"
    r"[:–-]\s*(?P<title>\S.*)",
    re.IGNORECASE,
)
LONGEST_STAMP = 4
# how documents that are attached begin
OPENING = re.compile(
    r"(?:indstilling|notat|emne:?|em-|dagsorden.{0,60}|referat.{0,60}|forklæde|høringssvar.{0,60}|til:? .{3,60})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stamp says."""

    item: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a pack's lines: the meeting's own (`stamp` None), or pages of one attachment."""

    lines: tuple[Line, ...]
    stamp: Stamp | None = None


def is_stamped(lines: Sequence[Line]) -> bool:
    """Does any line carry a stamp?"""
    return any(STAMP.fullmatch(words(line)) for line in lines)


def split(lines: Sequence[Line], account: Account) -> tuple[Part, ...]:
    """The meeting's own lines and the attachments' pages, in order; the stamps themselves are furniture."""
    made: list[Part] = []
    for sheet in _sheets(lines):
        stamp, rest = _take_stamp(sheet, account)
        if stamp is None and made and not _opens_with_a_heading(rest):
            stamp = made[-1].stamp
        if made and made[-1].stamp == stamp:
            made[-1] = Part(made[-1].lines + rest, stamp)
        else:
            made.append(Part(rest, stamp))
    return tuple(made)


def _sheets(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The pages, as far as they can be told: by number, by the mark a lost page break leaves, or by stamps.

    Text with no page breaks at all still ends a page with each stamp, and "side 1 af 3" begins one.
    """
    starts = {at for at in range(len(lines)) if opens_page(lines, at)}
    if len({line.page for line in lines}) == 1:
        starts |= {at for at, line in enumerate(lines) if _is_first_page_number(line)}
        starts |= {
            at + _stamp_length(lines, at) for at in range(len(lines)) if STAMP.fullmatch(words(lines[at]))
        }
    bounds = sorted({0, *starts, len(lines)})
    return [sheet for a, b in pairwise(bounds) for sheet in _unmixed(lines[a:b])]


def _is_first_page_number(line: Line) -> bool:
    return kind_of(words(line)) == "page number" and re.search(r"\b1\s*(?:af|/)", words(line)) is not None


def _unmixed(sheet: Sequence[Line]) -> list[tuple[Line, ...]]:
    """A stamped page that opens with an item is two pages that lost their break: the item's and the stamped."""
    last = max((at for at, line in enumerate(sheet) if _is_heading(words(line))), default=None)
    if last is None or not is_stamped(sheet) or not _opens_with_a_heading(sheet):
        return [tuple(sheet)]
    start = next((at for at in range(last + 1, len(sheet)) if OPENING.fullmatch(words(sheet[at]))), None)
    if start is None:
        start = _after_paragraph(sheet, last + 1)
    return [tuple(sheet[:start]), tuple(sheet[start:])]


def _after_paragraph(sheet: Sequence[Line], at: int) -> int:
    """Where the first passage under a heading ends."""
    for inside in (False, True):
        while at < len(sheet) and bool(sheet[at].text.strip()) is inside:
            at += 1
    return at


def _take_stamp(sheet: Sequence[Line], account: Account) -> tuple[Stamp | None, tuple[Line, ...]]:
    """A page's stamp and the rest of the page. Of several stamps the last is the outermost."""
    found = [at for at, line in enumerate(sheet) if STAMP.fullmatch(words(line))]
    if not found:
        return None, tuple(sheet)
    at = found[-1]
    length = _stamp_length(sheet, at)
    text = ""
    for line in sheet[at : at + length]:
        text = join_lines(text, words(line)) if text else words(line)
    said = STAMP.fullmatch(text)
    assert said is not None
    account.furniture(sheet[at : at + length], "stamp")
    return Stamp(said["item"], said["number"], said["title"].strip()), (*sheet[:at], *sheet[at + length :])


def _stamp_length(lines: Sequence[Line], at: int) -> int:
    """How many lines a stamp is wrapped over: on to the one that ends in a file's extension, if there is one."""
    for length in range(1, LONGEST_STAMP + 1):
        line = lines[at + length - 1] if at + length <= len(lines) else None
        if line is None or not line.text.strip() or (length > 1 and STAMP.fullmatch(words(line))):
            return 1
        if EXTENSION.search(words(line)):
            return length
    return 1


def _opens_with_a_heading(sheet: Sequence[Line]) -> bool:
    """Does a page without a stamp go on with the meeting, rather than with the attachment before it?"""
    first = next((words(line) for line in sheet if line.text.strip() and not kind_of(words(line))), "")
    return _is_heading(first)


def _is_heading(text: str) -> bool:
    return item_heading(text) is not None or decision_heading(text) is not None
