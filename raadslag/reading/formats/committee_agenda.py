"""The committee agenda: Emne, Mødedato, Mødetid, Mødested, "Dagsorden kort", then each item's plan.

An item says why, how, who and when: Baggrund/formål, Metode, Ansvarlig, Tid and Bilag.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from raadslag.reading.account import Account
from raadslag.reading.document import Line
from raadslag.reading.formats.family import Found, Nest, inside, record_at
from raadslag.reading.formats.head import AUTHORITY, HeadReader
from raadslag.reading.formats.headings import decision_heading, opens_with_items
from raadslag.reading.formats.meeting import record_of
from raadslag.reading.formats.plan import PlanReader, label_at
from raadslag.reading.formats.short_list import Entry, heading_of, split
from raadslag.reading.formats.stamps import STAMP
from raadslag.reading.furniture import letterhead, sweep
from raadslag.reading.hyphens import join_lines
from raadslag.reading.layout import Setting, words
from raadslag.record import Item, MeetingRecord, Stage

HEAD_LABEL = re.compile(r"(?:emne|mødedato|mødetid(?:spunkt)?|mødested|dato|tid|sted)\s*:", re.IGNORECASE)
SHORT_LIST = re.compile(
    r"dagsorden(?: i)? kort(?:\s*:)?|kort dagsorden(?:\s*:)?|dagsorden\s*:|punkter\s*:", re.IGNORECASE
)
MEETING_OF = re.compile(r"^(?:ordinært |ekstraordinært )?møde i\s+(?:udvalget\s+)?(?=\S)", re.IGNORECASE)
HEAD_LINES = 20


def recognise(lines: Sequence[Line]) -> float:
    """A head of Emne, Mødedato, Mødetid, Mødested, and items with a plan."""
    texts = [text for line in _mended(lines) if (text := words(line))]
    head = {
        found.group().lower().rstrip(" :") for text in texts[:HEAD_LINES] if (found := HEAD_LABEL.match(text))
    }
    plan = {name for text in texts if (name := label_at(text))} & {"purpose", "method", "responsible", "time"}
    short = any(SHORT_LIST.fullmatch(text) for text in texts)
    if not head or (len(plan) < 2 and not short) or _is_inside_another(texts):
        return 0.0
    return min(1.0, 0.15 * min(len(head), 4) + 0.15 * len(plan) + 0.2 * short)


def _is_inside_another(texts: Sequence[str]) -> bool:
    """Does the agenda stand in an item of other minutes, or on stamped pages of a pack?"""
    labelled = next((at for at, text in enumerate(texts) if HEAD_LABEL.match(text)), len(texts))
    if opens_with_items(texts[:labelled]):
        return True
    return any(decision_heading(text) or STAMP.fullmatch(text) for text in texts)


def read(lines: Sequence[Line], account: Account, path: str, nest: Nest) -> Found:
    """The record of an agenda."""
    return Found(record=AgendaReader(account, record_at(path)).read(lines))


class AgendaReader:
    """Reads an agenda whose record stands at `path`."""

    def __init__(self, account: Account, path: str) -> None:
        self.account = account
        self.path = path

    def read(self, lines: Sequence[Line]) -> MeetingRecord:
        """The agenda in the lines."""
        kept, authority = self._without_letterheads(_mended(sweep(lines, self.account)))
        for above, below in _broken(lines):
            self.account.value((above, below), inside(self.path, "body"))
        setting = Setting.of(kept)
        head_lines, entries, rest = split(kept, SHORT_LIST, _is_plan)
        head = HeadReader(self.account, f"{self.path}." if self.path else "", setting).read(head_lines)
        head.authority = head.authority or authority
        head.body = _named(head.body, " ".join(words(line) for line in kept)) if head.body else None
        items = self._items(entries, rest, setting)
        decided = any(item.decision for item in items)
        return record_of(head, head.stage or (Stage.MINUTES if decided else Stage.AGENDA), items)

    def _without_letterheads(self, lines: Sequence[Line]) -> tuple[tuple[Line, ...], str | None]:
        """The lines without letterheads; the municipality's name is the one thing kept of them."""
        authority = None
        while block := letterhead(lines):
            for line in block:
                if AUTHORITY.fullmatch(words(line)) and authority is None:
                    authority = words(line)
                    self.account.value(line, inside(self.path, "authority"))
            self.account.furniture(block, "letterhead")
            lines = tuple(line for line in lines if line not in block)
        return tuple(lines), authority

    def _items(self, entries: Sequence[Entry], lines: Sequence[Line], setting: Setting) -> tuple[Item, ...]:
        """The items from their plans; an entry of the short list that has none is an item all the same."""
        starts = _starts(entries, lines)
        plans = {words(lines[a]): lines[a:b] for a, b in pairwise([*starts, len(lines)])}
        numbers = {int(heading.number): first for first in plans if (heading := heading_of(first))}
        items: list[Item] = []
        for number in sorted({*numbers, *(int(entry.number) for entry in entries)}):
            entry = next((each for each in entries if int(each.number) == number), None)
            path = inside(self.path, f"items[{len(items)}]")
            if number in numbers:
                self.account.furniture(entry.lines if entry else (), "contents")
                reader = PlanReader(self.account, path, setting)
                items.append(reader.read(plans[numbers[number]], entry.title if entry else None))
            elif entry:
                self.account.value(entry.lines, f"{path}.title")
                items.append(Item(number=entry.number, title=entry.title))
        return tuple(items)


def _starts(entries: Sequence[Entry], lines: Sequence[Line]) -> list[int]:
    """The lines where items start: numbered upwards, and called what the short list calls them."""
    listed = {int(entry.number): entry.title for entry in entries}
    found: list[int] = []
    expected = min(listed, default=1)
    for at, line in enumerate(lines):
        heading = heading_of(words(line))
        if heading is None:
            continue
        number = int(heading.number)
        title = listed.get(number)
        if _alike(title, heading.title) if title and number >= expected else number == expected:
            found.append(at)
            expected = number + 1
    return found


def _alike(listed: str, heading: str) -> bool:
    """Is a heading's first line the start of a title, give or take a word?"""
    a, b = ("".join(filter(str.isalnum, each.casefold())) for each in (listed, heading))
    shared = min(len(a), len(b), 12)
    return a[:shared] == b[:shared]


def _is_plan(text: str) -> bool:
    return label_at(text) is not None


def _broken(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Pairs of lines that are one label broken in two ("Em-" and "ne:")."""
    full = [line for line in lines if line.text.strip()]
    return [
        (a, b)
        for a, b in pairwise(full)
        if words(a).endswith("-") and HEAD_LABEL.fullmatch(join_lines(words(a), words(b)))
    ]


def _mended(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, a broken label made whole on the first of its two."""
    broken = _broken(lines)
    whole = {a: replace(a, text=join_lines(words(a), words(b))) for a, b in broken}
    gone = {b for _, b in broken}
    return tuple(whole.get(line, line) for line in lines if line not in gone)


def _named(body: str, text: str) -> str:
    """A body by its own name: "Skoleudvalgsmøde" is of the "Skoleudvalget" that the agenda speaks of."""
    plain = MEETING_OF.sub("", body)
    if found := re.fullmatch(r"(.*udvalg|.*råd|.*bestyrelse)s?møde(?:t)?", plain, re.IGNORECASE):
        definite = re.search(rf"{re.escape(found[1])}(?:et|en)\b", text)
        return definite.group() if definite else plain
    return plain
