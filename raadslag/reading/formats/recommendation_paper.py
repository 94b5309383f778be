"""The recommendation paper (indstilling): to, from, date, numbered sections, "At 1)" clauses, a caseworker.

Each step takes from the paper's lines what it knows and leaves the rest to the next.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from raadslag.reading.account import Account
from raadslag.reading.attachment_list import numbered
from raadslag.reading.case_numbers import case_number
from raadslag.reading.clauses import Clauses, clauses
from raadslag.reading.dates import find_date, is_only_a_date
from raadslag.reading.document import Line
from raadslag.reading.formats.family import Found, Nest
from raadslag.reading.formats.headings import opens_with_items
from raadslag.reading.formats.paper_fields import fields, names_in
from raadslag.reading.formats.paper_sections import (
    Stretch,
    heads_attachments,
    numbered_heading,
    stretches,
)
from raadslag.reading.furniture import letterhead, sweep
from raadslag.reading.layout import Setting, words
from raadslag.reading.prose import Paragraph, paragraphs, running
from raadslag.record import Attachment, Item, MeetingRecord, Paper, PaperSection, Section, Stage

KIND = re.compile(r"\w*indstilling(?:\s+(?:til|fra)\s+.{3,80})?", re.IGNORECASE)
CLAUSE = re.compile(r"at\s*\d{1,2}\s*\)|det indstilles\b", re.IGNORECASE)
# a blank stretch this long parts the last section from what stands under it
FAR = 4
STRAY = "Linjen står efter det sidste afsnit, og det kan ikke ses, hvad den hører til."


@dataclass(slots=True)
class PaperReader:
    """Takes a paper's lines apart; `path` is the paper's own."""

    account: Account
    path: str
    values: dict[str, str] = field(default_factory=dict)

    def read(self, lines: Sequence[Line]) -> Paper:
        """The paper in the lines. What no step places becomes a doubt."""
        rest = list(sweep(lines, self.account))
        setting = Setting.of(rest)
        for step in (self._fields, self._letterhead, self._case_number):
            rest = step(rest)
        first, *sections = stretches(rest, setting)
        title = self._title(first, setting)
        made: list[PaperSection] = []
        recommendation: tuple[str, ...] = ()
        for at, stretch in enumerate(self._without_stray(sections)):
            section, found = self._section(stretch, f"{self.path}.sections[{at}]", setting)
            made.append(section)
            recommendation = recommendation or found
        return self._paper(title, tuple(made), recommendation)

    def _paper(
        self, title: str | None, sections: tuple[PaperSection, ...], clauses: tuple[str, ...]
    ) -> Paper:
        value = self.values.get
        figures = "".join(filter(str.isdigit, value("characters", "")))
        return Paper(
            title=title,
            to=value("to"),
            from_=value("from"),
            dated_on=find_date(value("dated_on", "")),
            case_number=value("case_number"),
            sections=sections,
            recommendation=clauses,
            caseworker=value("caseworker"),
            phone=value("phone"),
            email=value("email"),
            characters=int(figures) if figures else None,
        )

    def _fields(self, lines: list[Line]) -> list[Line]:
        found = fields(lines)
        for name, each in found.items():
            self.values[name] = each.value
            self.account.value(each.lines, f"{self.path}.{name}")
        taken = {line for each in found.values() for line in each.lines}
        return [line for line in lines if line not in taken]

    def _letterhead(self, lines: list[Line]) -> list[Line]:
        while block := letterhead(lines):
            self.account.furniture(block, "letterhead")
            lines = [line for line in lines if line not in block]
        return lines

    def _case_number(self, lines: list[Line]) -> list[Line]:
        for line in lines:
            if number := case_number(words(line)):
                self.values["case_number"] = number
                self.account.value(line, f"{self.path}.case_number")
                return [each for each in lines if each is not line]
        return lines

    def _title(self, first: Stretch, setting: Setting) -> str | None:
        """The paper's title: what stands before the first section, less the word that says it is a paper."""
        found = self._without_sender(paragraphs(first.lines, setting))
        for each in tuple(found):
            if len(found) > 1 and (KIND.fullmatch(each.text) or is_only_a_date(each.text)):
                self.account.value(each.lines, self.path)
                found.remove(each)
        if not found:
            return None
        for each in found:
            self.account.value(each.lines, f"{self.path}.title")
        return running([line for each in found for line in each.lines])

    def _without_sender(self, found: Sequence[Paragraph]) -> list[Paragraph]:
        """The title and what is around it; over the word that says it is a paper stands its sender."""
        kind = next((at for at, each in enumerate(found) if KIND.fullmatch(each.text)), 0)
        below = [each for each in found[kind + 1 :] if not is_only_a_date(each.text)]
        if not below:
            return list(found)
        for each in found[:kind]:
            self.account.furniture(each.lines, "letterhead")
        return list(found[kind:])

    def _without_stray(self, sections: Sequence[Stretch]) -> list[Stretch]:
        """The sections, the last one without what stands far below its text (links, a sender's name)."""
        if not sections:
            return []
        *before, last = sections
        blanks = 0
        for at, line in enumerate(last.lines):
            blanks = 0 if line.text.strip() else blanks + 1
            if blanks > FAR and any(each.text.strip() for each in last.lines[:at]):
                self._stray([each for each in last.lines[at:] if each.text.strip()])
                return [*before, Stretch(last.number, last.heading, last.heading_lines, last.lines[:at])]
        return [*before, last]

    def _stray(self, lines: Sequence[Line]) -> None:
        if running(lines) == self.values.get("from"):
            self.account.value(lines, f"{self.path}.from")
        else:
            self.account.doubt(lines, STRAY)

    def _section(self, stretch: Stretch, path: str, setting: Setting) -> tuple[PaperSection, tuple[str, ...]]:
        """A section, and its clauses where it is the recommendation; its text then leads in to them."""
        found = clauses(stretch.lines, setting) if stretch.recommends else Clauses((), None, ())
        self.account.value((*stretch.heading_lines, *found.bare), f"{path}.heading")
        for at, clause in enumerate(found.clauses):
            self.account.value(clause.lines, f"{self.path}.recommendation[{at}]")
        text: tuple[Paragraph, ...] = paragraphs(stretch.lines, setting)
        if found.clauses:
            text = (found.lead_in,) if found.lead_in else ()
        for each in text:
            self.account.value(each.lines, f"{path}.text")
        section = PaperSection(
            number=stretch.number, heading=stretch.heading, text="\n".join(p.text for p in text)
        )
        return section, tuple(clause.text for clause in found.clauses)


def recognise(lines: Sequence[Line]) -> float:
    """Numbered sections, clauses "At 1)", and the fields around them, under the word "Indstilling"."""
    texts = [text for line in lines if (text := words(line))]
    named = any(KIND.fullmatch(text) for text in texts[:8])
    clause = any(CLAUSE.match(text) for text in texts)
    around = names_in(texts)
    sections = sum(numbered_heading(text) is not None for text in texts)
    inside_items = opens_with_items(texts[:8] if named else texts)
    if not (named or clause) or inside_items or (not sections and len(around) < 3):
        return 0.0
    return min(1.0, 0.3 * named + 0.25 * clause + 0.08 * len(around) + 0.08 * min(sections, 3))


def read(lines: Sequence[Line], account: Account, path: str, nest: Nest) -> Found:
    """The paper of an attachment; on its own a paper makes an agenda with the one item it is for."""
    if path:
        return Found(paper=PaperReader(account, f"{path}.paper").read(lines))
    paper = PaperReader(account, "items[0].attachments[0].paper").read(lines)
    return Found(record=agenda_of(paper), paper=paper)


def agenda_of(paper: Paper) -> MeetingRecord:
    """The agenda that a lone paper is the only item of."""
    title = paper.title or "Indstilling"
    item = Item(
        title=title,
        case_number=paper.case_number,
        sections=tuple(Section(heading=each.heading, text=each.text) for each in paper.sections if each.text),
        recommendation=paper.recommendation,
        attachments=(Attachment(title=title, paper=paper), *_listed(paper)),
    )
    return MeetingRecord(stage=Stage.AGENDA, items=(item,))


def _listed(paper: Paper) -> tuple[Attachment, ...]:
    """The attachments that a paper lists under "Bilag"."""
    listed = [each.text for each in paper.sections if heads_attachments(each.heading)]
    named = [numbered(name) for text in listed for name in text.split("\n") if name]
    return tuple(Attachment(number=number, title=title) for number, title in named)
