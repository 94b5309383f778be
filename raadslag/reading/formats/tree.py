"""A document of "Punkt N" items as a tree: meetings, their items, and meetings inside items."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from raadslag.reading.account import Account
from raadslag.reading.attendance import in_prose, minute_taker
from raadslag.reading.document import Line
from raadslag.reading.formats import headings
from raadslag.reading.formats.head import PROSE_LABEL, stage_in
from raadslag.reading.formats.headings import Heading
from raadslag.reading.formats.nesting import Mark, Place, places
from raadslag.reading.formats.stamps import Part as Sheets
from raadslag.reading.layout import Setting, opens_page, words
from raadslag.record import Part


@dataclass(slots=True)
class ItemNode:
    """One item's lines: its heading, what stands under it, and its decision where that has a heading."""

    heading: Heading
    heading_lines: tuple[Line, ...]
    part: Part
    part_line: tuple[Line, ...] = ()
    body: list[Line] = field(default_factory=list)
    decision_heading: tuple[Line, ...] = ()
    decision: list[Line] | None = None
    meetings: list["MeetingNode"] = field(default_factory=list)
    stamped: list[Sheets] = field(default_factory=list)

    @property
    def text(self) -> list[Line]:
        """Where a line that follows goes: to the decision once its heading has been met."""
        return self.body if self.decision is None else self.decision


@dataclass(slots=True)
class MeetingNode:
    """One meeting's lines: what stands before the first item, and the items."""

    head: list[Line] = field(default_factory=list)
    items: list[ItemNode] = field(default_factory=list)
    part: Part = Part.OPEN
    part_line: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """An item's or a decision's heading, found at a line of a part."""

    sheets: int
    at: int
    heading: Heading
    decides: bool


class Planter:
    """Grows the tree line by line."""

    def __init__(self, parts: Sequence[Sheets], setting: Setting, known_titles: Collection[str]) -> None:
        self.parts = parts
        self.setting = setting
        self.tokens = _resolved(list(_tokens(parts, setting)), parts, setting, known_titles)
        self.places = _places(self.tokens, parts, setting)
        self.open: list[MeetingNode] = [MeetingNode()]

    def grow(self, account: Account) -> MeetingNode:
        """The outermost meeting."""
        root = self.open[0]
        for number, part in enumerate(self.parts):
            if part.stamp:
                self._stamped(part)
            else:
                self._lines(number, part.lines, account)
        return root

    def _lines(self, number: int, lines: Sequence[Line], account: Account) -> None:
        at = 0
        while at < len(lines):
            token = self.tokens.get((number, at))
            if token is None:
                self._line(lines[at], account)
                at += 1
                continue
            taken = _with_blanks(lines, at, token.heading.wraps)
            if token.decides:
                self._decision(token, lines[at : at + taken])
            else:
                self._item(token, lines[at : at + taken])
            at += taken

    def _line(self, line: Line, account: Account) -> None:
        meeting = self.open[-1]
        part = headings.part_heading(words(line))
        if part is not None:
            meeting.part = part
            account.furniture(line, "part heading")
        elif meeting.items:
            meeting.items[-1].text.append(line)
        else:
            meeting.head.append(line)

    def _item(self, token: Token, lines: Sequence[Line]) -> None:
        place = self.places[(token.sheets, token.at)]
        if place.starts_meeting and place.depth:
            self.open = self.open[: place.depth]
            host = self.open[-1].items[-1]
            host.meetings.append(MeetingNode(head=_take_head(host.text)))
            self.open.append(host.meetings[-1])
        self.open = self.open[: place.depth + 1]
        meeting = self.open[-1]
        part = token.heading.part or meeting.part
        meeting.items.append(ItemNode(token.heading, tuple(lines), part))

    def _decision(self, token: Token, lines: Sequence[Line]) -> None:
        """A decision belongs to the item above it with its number, the innermost first."""
        for meeting in reversed(self.open):
            item = meeting.items[-1] if meeting.items else None
            if item and item.heading.number == token.heading.number and item.decision is None:
                item.decision, item.decision_heading = [], tuple(lines)
                return
        for line in lines:
            (self.open[-1].items[-1].text if self.open[-1].items else self.open[-1].head).append(line)

    def _stamped(self, part: Sheets) -> None:
        """Stamped pages belong to the innermost item with the stamp's number, else to the last item."""
        assert part.stamp is not None
        current = [meeting.items[-1] for meeting in reversed(self.open) if meeting.items]
        every = [item for meeting in reversed(self.open) for item in meeting.items]
        hosts = [item for item in (*current, *every) if item.heading.number == part.stamp.item]
        for host in (*hosts, *current)[:1]:
            host.stamped.append(part)


def _tokens(parts: Sequence[Sheets], setting: Setting) -> Iterable[Token]:
    for number, part in enumerate(parts):
        if part.stamp:
            continue
        for at, line in enumerate(part.lines):
            text = words(line)
            if heading := headings.decision_heading(text):
                yield Token(number, at, heading, True)
            elif (heading := headings.item_heading(text)) and stands_as_heading(line, setting):
                yield Token(number, at, heading, False)


def stands_as_heading(line: Line, setting: Setting) -> bool:
    """In print a heading is set as one; running text may begin a line with "Punkt 4: " too."""
    return not setting.printed or setting.is_heading(line) or setting.size == 0


def _resolved(
    tokens: Sequence[Token], parts: Sequence[Sheets], setting: Setting, known: Collection[str]
) -> dict[tuple[int, int], Token]:
    """Every token with its whole title; the one over an item and over its decision tell each other's end."""
    options = [headings.titles(parts[t.sheets].lines, t.at, t.heading.title, setting) for t in tokens]
    found: dict[tuple[int, int], Token] = {}
    for number, token in enumerate(tokens):
        twins = [
            title
            for other in range(max(0, number - 2), min(len(tokens), number + 3))
            if tokens[other].decides != token.decides and tokens[other].heading.number == token.heading.number
            for title in options[other]
        ]
        lines = parts[token.sheets].lines
        wraps = headings.wraps(options[number], lines, token.at, [*twins, *known], setting)
        title, part = headings.openness(options[number][wraps])
        heading = token.heading._replace(title=title, part=token.heading.part or part, wraps=wraps)
        found[(token.sheets, token.at)] = Token(token.sheets, token.at, heading, token.decides)
    return found


def _places(
    tokens: dict[tuple[int, int], Token], parts: Sequence[Sheets], setting: Setting
) -> dict[tuple[int, int], Place]:
    items = [token for token in tokens.values() if not token.decides]
    opens = [opens_page(parts[token.sheets].lines, token.at) or token.at == 0 for token in items]
    paged = any(opens[1:])
    marks = [
        Mark(
            number=int("".join(filter(str.isdigit, token.heading.number))),
            opens_page=each if paged else None,
            about_minutes=stage_in(token.heading.title) is not None,
        )
        for token, each in zip(items, opens, strict=True)
    ]
    return dict(zip(((t.sheets, t.at) for t in items), places(marks), strict=True)) if marks else {}


def _take_head(lines: list[Line]) -> list[Line]:
    """Takes from the end of an item the head of the meeting that starts after it.

    The head is the pages of its own, or else the sentences at the end that only a head has.
    """
    first = next((at for at, line in enumerate(lines) if line.text.strip()), len(lines))
    page = next((at for at in range(len(lines) - 1, first, -1) if opens_page(lines, at)), None)
    if page is None:
        page = len(lines)
        while page > first and (not lines[page - 1].text.strip() or _is_head(words(lines[page - 1]))):
            page -= 1
    taken = lines[page:]
    del lines[page:]
    return taken


def _is_head(text: str) -> bool:
    bare = PROSE_LABEL.sub("", text)
    return bare != text or bool(in_prose(bare)) or minute_taker(bare) is not None


def _with_blanks(lines: Sequence[Line], at: int, wraps: int) -> int:
    """How many lines a heading takes, blank ones between its lines included."""
    taken, left = 1, wraps
    while left and at + taken < len(lines):
        left -= bool(lines[at + taken].text.strip())
        taken += 1
    return taken
