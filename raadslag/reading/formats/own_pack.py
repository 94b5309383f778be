"""Our own pack read back: minutes or an agenda as we print them, then every attachment on stamped pages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from raadslag.reading.account import Account
from raadslag.reading.document import Line
from raadslag.reading.formats import own_print
from raadslag.reading.formats.attached import Attacher
from raadslag.reading.formats.family import Found, Nest, inside, record_at
from raadslag.reading.formats.stamps import Part, Stamp
from raadslag.reading.layout import words

# a stamp and the page's number in the pack; a label too long for the page ends in "…"
STAMP = re.compile(
    r"(?:Punkt )?(?P<item>.+?), Bilag(?: (?P<number>[^:]+))?: (?P<title>.*?)…? side \d+ af \d+"
)
MISSING = "Bilaget mangler i denne pakke"


def recognise(lines: Sequence[Line]) -> float:
    """As sure as of the pages without a stamp, where there are others with one."""
    stamps = stamps_in(lines)
    return own_print.recognise([line for line in lines if line.page not in stamps]) if stamps else 0.0


def read(lines: Sequence[Line], account: Account, path: str, nest: Nest) -> Found:
    """The record of the meeting's own pages, with what the stamped pages hold in its attachments."""
    stamps = stamps_in(lines)
    found = own_print.read([line for line in lines if line.page not in stamps], account, path, nest)
    if found.record is None:
        return found
    items = list(found.record.items)
    attacher = Attacher(account, nest)
    for part in attached(lines, stamps, account):
        for at, item in enumerate(items):
            if part.stamp and part.stamp.item in (item.number, item.title):
                items[at] = attacher.add(item, inside(record_at(path), f"items[{at}]"), part)
                break
    return replace(found, record=replace(found.record, items=tuple(items)))


def stamps_in(lines: Sequence[Line]) -> Mapping[int, Line]:
    """The line with the stamp, of each page that has one."""
    return {line.page: line for line in lines if STAMP.fullmatch(words(line))}


def attached(lines: Sequence[Line], stamps: Mapping[int, Line], account: Account) -> Iterator[Part]:
    """Each attachment's pages. One that only says that the attachment is missing is furniture."""
    account.furniture(stamps.values(), "stamp")
    for stamp, numbers in groupby(sorted(stamps), key=lambda page: said_by(stamps[page])):
        pages = frozenset(numbers)
        own = tuple(line for line in lines if line.page in pages and line is not stamps[line.page])
        if own and words(own[0]) == MISSING:
            account.furniture(own, "missing attachment")
        else:
            yield Part(own, stamp, pages)


def said_by(line: Line) -> Stamp:
    """What the line with a stamp says."""
    said = STAMP.fullmatch(words(line))
    assert said is not None
    return Stamp(said["item"], said["number"], said["title"])
