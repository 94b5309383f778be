"""What stands under an item's title: its case number, sections, recommendation, decision and attachments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from raadslag.reading.account import Account
from raadslag.reading.attachment_list import media_type, names, numbered
from raadslag.reading.case_numbers import case_number
from raadslag.reading.clauses import clauses
from raadslag.reading.dates import find_date
from raadslag.reading.decision_end import end_of_decision
from raadslag.reading.decisions import decision, tells_of_a_decision
from raadslag.reading.document import Line
from raadslag.reading.labels import Passage, body_in
from raadslag.reading.layout import Setting, words
from raadslag.reading.passages import Stretch, split
from raadslag.reading.prose import Paragraph, paragraphs
from raadslag.record import Attachment, Decision, Item, Part, Section

GROUND = re.compile(
    r"(?=.*§)(?=.*(?:lukke|styrelseslov|forvaltningslov|offentlighedslov|tavshed)).{4,200}", re.IGNORECASE
)
OPENNESS = re.compile(r"\(?(?:åben|åbent|lukket)(?: (?:punkt|sag|dagsorden))?\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What an item must know of its meeting: whose it is, when it was, and whether it has been held."""

    body: str | None = None
    held_on: date | None = None
    decided: bool = True


@dataclass(slots=True)
class ItemReader:
    """Reads the lines under one item's title into the item; `path` is the item's own ("items[2]")."""

    account: Account
    path: str
    setting: Setting
    meeting: Meeting
    sections: list[Section] = field(default_factory=list)

    def read(self, item: Item, lines: Sequence[Line]) -> Item:
        """The item with all that the lines say of it."""
        item, rest = self._head(item, lines)
        for stretch in split(rest, self.setting):
            item = self._stretch(item, stretch)
        return replace(item, sections=tuple(self.sections))

    def _head(self, item: Item, lines: Sequence[Line]) -> tuple[Item, tuple[Line, ...]]:
        """Case number, openness and ground, which stand alone on lines right under the title."""
        rest = list(lines)
        for line in [line for line in lines if line.text.strip()][:4]:
            text = words(line)
            if number := item.case_number is None and case_number(text):
                item = replace(item, case_number=number)
                self.account.value(line, f"{self.path}.case_number")
            elif OPENNESS.fullmatch(text):
                item = replace(item, part=Part.CLOSED if "lukket" in text.lower() else item.part)
                self.account.value(line, f"{self.path}.part")
            elif GROUND.fullmatch(text):
                item = replace(item, part=Part.CLOSED, closed_ground=text.strip("()"))
                self.account.value(line, f"{self.path}.closed_ground")
            else:
                break
            rest.remove(line)
        return item, tuple(rest)

    def _stretch(self, item: Item, stretch: Stretch) -> Item:
        if stretch.label is None:
            return self._unlabelled(item, stretch)
        if (
            stretch.passage is Passage.DECISION
            and item.decision is None
            and self._is_ours(stretch.label.heading)
        ):
            self.account.value(stretch.heading, f"{self.path}.decision")
            return self._decided(item, stretch.lines)
        if stretch.passage is Passage.ATTACHMENTS:
            self.account.value(stretch.heading, f"{self.path}.attachments")
            return self.attach(item, stretch.lines)
        if stretch.passage is Passage.RECOMMENDATION:
            return self._recommended(item, stretch)
        self._section(stretch.label.heading, stretch.heading, paragraphs(stretch.lines, self.setting))
        return item

    def _unlabelled(self, item: Item, stretch: Stretch) -> Item:
        """Text before the first label: a closed item's decision has none over it, other text is a section."""
        found = paragraphs(stretch.lines, self.setting)
        if not found:
            return item
        bare = item.part is Part.CLOSED and item.decision is None and self.meeting.decided
        if bare and tells_of_a_decision(found[0].text):
            return self._decided(item, stretch.lines)
        self._section(None, (), found)
        return item

    def _decided(self, item: Item, lines: Sequence[Line]) -> Item:
        """The decision, and the item's own text where that goes on under it."""
        end = end_of_decision(lines, item.title, self.setting)
        found = paragraphs(lines[:end], self.setting)
        if not found:
            return item
        if not self.meeting.decided and not tells_of_a_decision(found[0].text):
            self._section("Beslutning", (), found)
        else:
            item = replace(item, decision=self.decide(found))
        self._section(None, (), paragraphs(lines[end:], self.setting))
        return item

    def decide(self, found: Sequence[Paragraph]) -> Decision:
        """The decision in these paragraphs."""
        for paragraph in found:
            self.account.value(paragraph.lines, f"{self.path}.decision.text")
        return decision("\n".join(paragraph.text for paragraph in found))

    def _recommended(self, item: Item, stretch: Stretch) -> Item:
        label = stretch.label
        assert label is not None
        found = clauses(stretch.lines, self.setting)
        if not found.clauses or item.recommendation:
            self._section(label.heading, stretch.heading, paragraphs(stretch.lines, self.setting))
            return item
        self.account.value((*stretch.heading, *found.bare), f"{self.path}.recommendation")
        for at, clause in enumerate(found.clauses):
            self.account.value(clause.lines, f"{self.path}.recommendation[{at}]")
        if found.lead_in:
            self._section(label.heading, (), (found.lead_in,))
        return replace(item, recommendation=tuple(clause.text for clause in found.clauses))

    def attach(self, item: Item, lines: Sequence[Line]) -> Item:
        """The item with the attachments that a list names."""
        made = list(item.attachments)
        for name in names(lines, self.setting):
            number, title = numbered(name.text)
            self.account.value(name.lines, f"{self.path}.attachments[{len(made)}].title")
            part = Part.CLOSED if re.search(r"\(lukket\)|^lukket ", name.text, re.IGNORECASE) else Part.OPEN
            made.append(Attachment(number=number, title=title, part=part, media_type=media_type(title)))
        return replace(item, attachments=tuple(made))

    def _section(
        self, heading: str | None, heading_lines: Sequence[Line], found: Sequence[Paragraph]
    ) -> None:
        if heading is None and not found:
            return
        path = f"{self.path}.sections[{len(self.sections)}]"
        self.account.value(heading_lines, f"{path}.heading")
        for paragraph in found:
            self.account.value(paragraph.lines, f"{path}.text")
        self.sections.append(Section(heading=heading, text="\n".join(paragraph.text for paragraph in found)))

    def _is_ours(self, heading: str) -> bool:
        """Is it this meeting's decision? An earlier body's names that body, or another day."""
        on = find_date(heading)
        if on and self.meeting.held_on and on != self.meeting.held_on:
            return False
        whose = body_in(heading)
        if whose is None or self.meeting.body is None:
            return True
        return _same_body(whose, self.meeting.body)


def _same_body(one: str, other: str) -> bool:
    a, b = (
        re.sub(r"(?:et|en|s)?\b", "", re.sub(r"\s+den\s+\d.*| d\. .*", "", each.lower()))
        for each in (one, other)
    )
    return a in b or b in a
