"""A pack's stamped pages: "Punkt 3, Bilag 1: name.pdf" on a page makes it a page of that attachment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from raadslag.reading.account import Account
from raadslag.reading.attachment_list import EXTENSION
from raadslag.reading.document import Line
from raadslag.reading.formats.headings import decision_heading, item_heading, part_heading
from raadslag.reading.furniture import kind_of
from raadslag.reading.hyphens import join_lines
from raadslag.reading.layout import opens_page, words

STAMP = re.compile(
    r"(?:punkt|pkt\.?)\s*(?:nr\.?\s*)?(?P<item>\d{1,4}[a-z]?)\s*[,;–-]?\s*bilag\s*(?:nr\.?\s*)?(?P<number>\d{1,3})\s*"
    r"[:–-]\s*(?P<title>\S.*)",
    re.IGNORECASE,
)
LONGEST_STAMP = 4
# so many lines below the top of a page a page number may stand
PAGE_HEAD = 12
# how documents that are attached begin
OPENING = re.compile(
    r"indstilling|notat|emne:?|em-|dagsorden.{0,60}|referat.{0,60}|forklæde|høringssvar.{0,60}|til:? .{3,60}",
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
    """A run of a pack's lines: the meeting's own (`stamp` None), or `pages` of one attachment."""

    lines: tuple[Line, ...]
    stamp: Stamp | None = None
    pages: frozenset[int] = frozenset()


def is_stamped(lines: Sequence[Line]) -> bool:
    """Does any line carry a stamp?"""
    return any(STAMP.fullmatch(words(line)) for line in lines)


def split(lines: Sequence[Line], account: Account) -> tuple[Part, ...]:
    """The meeting's own lines and the attachments' pages, in order; the stamps themselves are furniture."""
    made: list[Part] = []
    for sheet in _sheets(lines):
        stamp, rest = _take_stamp(sheet, account)
        pages = frozenset(line.page for line in sheet)
        attached = made[-1].stamp if made else None
        back = _back_in_the_meeting(rest, attached) if attached and not stamp else 0
        if back:
            _add(made, Part(rest[:back], attached, pages))
        if back < len(rest) or stamp:
            _add(made, Part(rest[back:], stamp, pages))
    return tuple(made)


def _add(made: list[Part], part: Part) -> None:
    """Adds a part, to the one before it where both are of the same."""
    if made and made[-1].stamp == part.stamp:
        part = Part(made[-1].lines + part.lines, part.stamp, made.pop().pages | part.pages)
    made.append(part)


def _back_in_the_meeting(sheet: Sequence[Line], attached: Stamp) -> int:
    """Where a page without a stamp leaves the attachment before it and goes on with the meeting.

    It does with its first line where that is a heading; text may have lost the page break before it.
    """
    if _opens_with_a_heading(sheet):
        return 0
    for at, line in enumerate(sheet):
        heading = None if line.size else item_heading(words(line))
        if heading and _figure(heading.number) == _figure(attached.item) + 1:
            return at
    return len(sheet)


def _sheets(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The pages, as far as they can be told: by number, by the mark of a lost page break, or by stamps.

    Text with no page breaks at all still ends a page with each stamp, and "side 1 af 3" begins one.
    """
    starts = {at for at in range(len(lines)) if opens_page(lines, at)}
    ends = {at + _stamp_length(lines, at) for at, line in enumerate(lines) if STAMP.fullmatch(words(line))}
    if not lines[0].size:
        starts |= {at for at in ends if _opens_with_a_heading(lines[at:])}
    if len({line.page for line in lines}) == 1:
        starts |= ends
        first = (at for at, line in enumerate(lines) if _is_first_page_number(line))
        starts |= {at for at in first if starts.isdisjoint(range(at - PAGE_HEAD, at))}
    sheets = [tuple(lines[a:b]) for a, b in pairwise(sorted({0, *starts, len(lines)}))]
    return sheets if len({line.page for line in lines}) > 1 else _all_unmixed(sheets)


def _all_unmixed(sheets: Sequence[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    """The sheets, each apart; where the item on the stamp has been reached, all is the attachment's."""
    made: list[tuple[Line, ...]] = []
    reached: str | None = None
    for sheet in sheets:
        stamped = _stamped_item(sheet)
        if stamped is None:
            numbers = [heading.number for line in sheet if (heading := item_heading(words(line)))]
            reached = numbers[-1] if numbers else reached
        made += [sheet] if stamped is None or stamped == reached else _unmixed(sheet)
        reached = stamped or reached
    return made


def _stamped_item(sheet: Sequence[Line]) -> str | None:
    """The number of the item that a sheet's stamp names."""
    return next((found["item"] for line in sheet if (found := STAMP.fullmatch(words(line)))), None)


def _is_first_page_number(line: Line) -> bool:
    return kind_of(words(line)) == "page number" and re.search(r"\b1\s*(?:af|/)", words(line)) is not None


def _unmixed(sheet: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The pages that a stamped stretch of text holds, where the breaks between them were lost.

    They are the end of an earlier attachment, the meeting's own page with the stamp's item, and the
    stamped page itself, which starts with a document's opening or after the item's first passage.
    """
    own = _own_headings(sheet)
    if not own:
        return [tuple(sheet)]
    below = range(own[-1] + 1, len(sheet))
    start = next((at for at in below if OPENING.fullmatch(words(sheet[at]))), None)
    bounds = (0, own[0], _after_paragraph(sheet, own[-1] + 1) if start is None else start, len(sheet))
    return [tuple(sheet[a:b]) for a, b in pairwise(bounds) if a < b]


def _own_headings(sheet: Sequence[Line]) -> list[int]:
    """The lines of a stamped stretch of text that head the meeting's items, up to the stamp's own item."""
    stamped = _stamped_item(sheet)
    if stamped is None or sheet[0].size:
        return []
    headed: list[tuple[int, str]] = []
    for at, line in enumerate(sheet):
        heading = item_heading(words(line)) or decision_heading(words(line))
        if heading:
            headed.append((at, heading.number))
    last = max((order for order, (_, number) in enumerate(headed) if number == stamped), default=-1)
    first = last
    while first > 0 and _figure(headed[first][1]) - _figure(headed[first - 1][1]) in (0, 1):
        first -= 1
    return [at for at, _ in headed[first : last + 1]] if last >= 0 else []


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
    """How many lines a stamp is wrapped over: on to one that ends in a file's extension, if there is one."""
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
    return any(each(text) is not None for each in (item_heading, decision_heading, part_heading))


def _figure(number: str) -> int:
    return int("".join(filter(str.isdigit, number)))
