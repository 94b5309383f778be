"""One item of a committee agenda: its title, then its plan under labels ("Metode: Mundtlig drøftelse")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from raadslag.reading.account import Account
from raadslag.reading.attachment_list import media_type, names, numbered
from raadslag.reading.dates import clock
from raadslag.reading.decisions import decision
from raadslag.reading.document import Line
from raadslag.reading.formats.headings import openness
from raadslag.reading.formats.short_list import heading_of
from raadslag.reading.layout import Setting, words
from raadslag.reading.outcomes import sentences
from raadslag.reading.prose import paragraphs, running, text_of
from raadslag.record import Attachment, Item, Part, Section

LABELS = {
    "purpose": r"baggrund(?:\s*(?:/|og)\s*formål)?|formål(?:\s*(?:/|og)\s*baggrund| med punktet)?|hvorfor",
    "method": r"metode|form|proces|behandlingsform|behandling|hvordan",
    "responsible": r"ansvarlige?|oplægsholdere?|oplæg\s+(?:v\.?|ved)|ansvarlig for punktet|hvem",
    "time": r"tid|tidsforbrug|tidsramme|varighed|tidspunkt|hvornår",
    "attachments": r"bilag|vedlagt|vedhæftet|materiale",
    "decision": r"beslutning|referat|konklusion",
}
LABEL = {
    name: re.compile(rf"(?:{pattern})\s*:\s*(?P<value>.*)", re.IGNORECASE) for name, pattern in LABELS.items()
}
OTHER_LABEL = re.compile(r"(?!Punkt\b)(?P<heading>[A-ZÆØÅ][\wæøåÆØÅ /-]{2,30}):(?:\s+(?P<value>.*))?")
SUB_ITEM = re.compile(r"(?P<letter>[A-ZÆØÅ])\)\s*(?P<title>\S.*)")
CONDITIONAL = re.compile(r"^\(?evt\.?\)?\s+(?=\S)", re.IGNORECASE)
CONDITION = re.compile(r"\bkan\b.*\bhenvise\b|^(?:såfremt|hvis)\b", re.IGNORECASE)
LONGEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines under one label; `name` is the label's, or None for text before any label."""

    name: str | None
    heading: str
    lines: tuple[Line, ...]


def label_at(text: str) -> str | None:
    """The name of the plan's label that a line starts with."""
    return next((name for name, pattern in LABEL.items() if pattern.fullmatch(text)), None)


class PlanReader:
    """Reads one item at `path` from its lines, the title's first."""

    def __init__(self, account: Account, path: str, setting: Setting) -> None:
        self.account = account
        self.path = path
        self.setting = setting

    def read(self, lines: Sequence[Line], listed: str | None) -> Item:
        """The item; `listed` is its title in the short list, which tells where a wrapped title ends."""
        heading = heading_of(words(lines[0]))
        assert heading is not None
        taken = _title_lines(lines, heading.title, listed)
        self.account.value(lines[:taken], f"{self.path}.title")
        text = running((replace(lines[0], text=heading.title), *lines[1:taken]))
        title, part = openness(text)
        item = Item(number=heading.number, title=title, part=part or Part.OPEN)
        before, *subs = _by_letter(lines[taken:])
        item = self._plan(item, before[1])
        alone = len(subs) == 1 and not any((item.purpose, item.method, item.responsible, item.starts_at))
        for name, own in subs:
            item = self._sub_item(item, name, own, alone=alone)
        return replace(item, condition=_condition(item))

    def _plan(self, item: Item, lines: Sequence[Line]) -> Item:
        for passage in _passages(lines):
            item = self._passage(item, passage)
        return item

    def _passage(self, item: Item, passage: Passage) -> Item:
        text = text_of(passage.lines, self.setting)
        match passage.name:
            case "purpose":
                self._value(passage, "purpose")
                return replace(item, purpose=_added(item.purpose, text))
            case "method":
                self._value(passage, "method")
                return replace(item, method=_added(item.method, text))
            case "responsible":
                self._value(passage, "responsible")
                return replace(item, responsible=_added(item.responsible, text))
            case "time":
                return self._time(item, passage)
            case "attachments":
                item = self._attach(item, passage.lines)
                self._value(passage, "attachments")
                return item
            case "decision":
                self._value(passage, "decision.text" if text else "decision")
                return replace(item, decision=decision(text)) if text else item
            case _:
                return self._section(item, passage)

    def _value(self, passage: Passage, field: str) -> None:
        self.account.value(passage.lines, f"{self.path}.{field}")

    def _time(self, item: Item, passage: Passage) -> Item:
        start, end = clock(running(passage.lines))
        if start is None:
            return self._section(item, passage)
        self.account.value(passage.lines, f"{self.path}.starts_at")
        return replace(item, starts_at=start, ends_at=end)

    def _attach(self, item: Item, lines: Sequence[Line]) -> Item:
        made = list(item.attachments)
        for name in names(lines, self.setting):
            self.account.value(name.lines, f"{self.path}.attachments[{len(made)}].title")
            number, title = numbered(name.text)
            made.append(Attachment(number=number, title=title, media_type=media_type(title)))
        return replace(item, attachments=tuple(made))

    def _section(self, item: Item, passage: Passage) -> Item:
        found = paragraphs(passage.lines, self.setting)
        if not found and not passage.heading:
            return item
        self.account.value(passage.lines, f"{self.path}.sections[{len(item.sections)}].text")
        section = Section(heading=passage.heading or None, text="\n".join(each.text for each in found))
        return replace(item, sections=(*item.sections, section))

    def _sub_item(self, item: Item, title: Line, lines: Sequence[Line], *, alone: bool) -> Item:
        """A lettered sub-item. One alone gives the item its plan; of several each is a section."""
        heading = words(title)
        self.account.value(title, f"{self.path}.sections[{len(item.sections)}].heading")
        if alone:
            return self._plan(replace(item, sections=(*item.sections, Section(heading=heading))), lines)
        attachments = [each for each in _passages(lines) if each.name == "attachments"]
        for each in attachments:
            item = self._attach(item, each.lines)
            self._value(each, "attachments")
        listed = {line for each in attachments for line in each.lines}
        rest = tuple(
            line
            for line in lines
            if line not in listed and LABEL["attachments"].fullmatch(words(line)) is None
        )
        return self._section(item, Passage(None, heading, rest))


def _title_lines(lines: Sequence[Line], first: str, listed: str | None) -> int:
    """How many lines the title takes: as many as make it most like the listed one, else until a blank."""
    reach = 1
    while reach < min(LONGEST_TITLE, len(lines)) and _may_be_title(words(lines[reach])):
        reach += 1
    if listed is None:
        return reach
    options = [running((replace(lines[0], text=first), *lines[1:taken])) for taken in range(1, reach + 1)]
    alike = [
        SequenceMatcher(None, listed.casefold(), each.casefold(), autojunk=False).ratio() for each in options
    ]
    return alike.index(max(alike)) + 1


def _may_be_title(text: str) -> bool:
    return (
        bool(text) and not OTHER_LABEL.fullmatch(text) and not label_at(text) and not SUB_ITEM.fullmatch(text)
    )


def _by_letter(lines: Sequence[Line]) -> list[tuple[Line, tuple[Line, ...]]]:
    """The lines before the first lettered sub-item (under a dummy title), then each sub-item's."""
    starts = [at for at, line in enumerate(lines) if SUB_ITEM.fullmatch(words(line))]
    bounds = [*starts, len(lines)]
    dummy = Line(page=0, number=0, text="")
    before = (dummy, tuple(lines[: bounds[0]]))
    return [before, *((lines[a], tuple(lines[a + 1 : b])) for a, b in pairwise(bounds))]


def _passages(lines: Sequence[Line]) -> list[Passage]:
    """The lines parted at their labels; what follows a label on its own line is the first of its text."""
    made: list[Passage] = [Passage(None, "", ())]
    for line in lines:
        text = words(line)
        name = label_at(text)
        other = None if name else _other_label(text, made[-1].name)
        if name:
            said = LABEL[name].fullmatch(text)
            value = said["value"] if said else ""
            made.append(
                Passage(name, text[: len(text) - len(value)].rstrip(" :"), (replace(line, text=value),))
            )
        elif other:
            made.append(Passage(None, other["heading"], (replace(line, text=other["value"] or ""),)))
        else:
            last = made[-1]
            made[-1] = Passage(last.name, last.heading, (*last.lines, line))
    return made


def _other_label(text: str, under: str | None) -> re.Match[str] | None:
    found = OTHER_LABEL.fullmatch(text)
    return found if found and under != "attachments" and len(found["heading"].split()) < 4 else None


def _added(known: str | None, text: str) -> str | None:
    return "\n".join(filter(None, (known, text))) or None


def _condition(item: Item) -> str | None:
    """When a "perhaps" item is taken up, where its purpose says so: "Byrådet kan … henvise sagen …"."""
    if not CONDITIONAL.match(item.title) or item.purpose is None:
        return None
    return next((each for each in sentences(item.purpose) if CONDITION.search(each)), None)
