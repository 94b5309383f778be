"""The sections of a recommendation paper: "2. Beslutningspunkter", numbered one after the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from raadslag.reading.dates import starts_with_date
from raadslag.reading.document import Line
from raadslag.reading.labels import Passage, label_of
from raadslag.reading.layout import Setting, words
from raadslag.reading.passages import split
from raadslag.reading.prose import rows, running

NUMBERED = re.compile(r"(?P<number>\d{1,2})\.\s*(?P<heading>[A-ZÆØÅ].{1,110}?)\s*:?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section's lines under its heading; the first stretch of a paper has no heading."""

    number: str | None
    heading: str
    heading_lines: tuple[Line, ...]
    lines: tuple[Line, ...]

    @property
    def recommends(self) -> bool:
        """Is it the section that holds the clauses?"""
        label = label_of(self.heading)
        return label is not None and label.passage is Passage.RECOMMENDATION


def heads_attachments(heading: str) -> bool:
    """Does a list of attachments stand under a heading?"""
    label = label_of(heading)
    return label is not None and label.passage is Passage.ATTACHMENTS


def numbered_heading(text: str) -> re.Match[str] | None:
    """A line that may be a numbered heading: short, capital first, no full stop."""
    found = NUMBERED.fullmatch(text)
    if found is None or text.endswith((".", ",", ";")) or starts_with_date(text):
        return None
    return found


def stretches(lines: Sequence[Line], setting: Setting) -> tuple[Stretch, ...]:
    """What stands before the first section, then each section; without numbers their labels tell."""
    starts = _starts(lines, setting)
    if len(starts) < 2:
        return _labelled(lines, setting)
    bounds = [*starts, len(lines)]
    made = [Stretch(None, "", (), tuple(lines[: starts[0]]))]
    for start, end in pairwise(bounds):
        taken = _wrapped(lines, start, setting)
        found = NUMBERED.fullmatch(running(lines[start : start + taken]))
        assert found is not None
        heading = tuple(lines[start : start + taken])
        made.append(Stretch(found["number"], found["heading"], heading, tuple(lines[start + taken : end])))
    return (*made[:-1], *_ended(made[-1]))


def _ended(last: Stretch) -> tuple[Stretch, ...]:
    """The last section, and the unnumbered lists that may end a paper: attachments, earlier decisions."""
    starts = [at for at, line in enumerate(last.lines) if _ends_paper(words(line))]
    bounds = [*starts, len(last.lines)]
    lists = [
        Stretch(None, words(last.lines[a]).rstrip(" :"), (last.lines[a],), last.lines[a + 1 : b])
        for a, b in pairwise(bounds)
    ]
    return (Stretch(last.number, last.heading, last.heading_lines, last.lines[: bounds[0]]), *lists)


def _ends_paper(text: str) -> bool:
    label = label_of(text)
    return label is not None and label.passage in (Passage.ATTACHMENTS, Passage.EARLIER)


def _labelled(lines: Sequence[Line], setting: Setting) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(None, each.label.heading if each.label else "", each.heading, each.lines)
        for each in split(lines, setting)
    )


def _starts(lines: Sequence[Line], setting: Setting) -> list[int]:
    """The lines where sections start: numbered one up, and not inside a list that counts too."""
    marked = any(setting.is_heading(line) and numbered_heading(words(line)) for line in lines)
    found: list[int] = []
    listed = 0
    for at, line in enumerate(lines):
        text = words(line)
        counted = re.match(r"(\d{1,2})[.)]", text)
        if not counted:
            continue
        number = int(counted[1])
        in_list = listed and number == listed + 1
        heads = numbered_heading(text) is not None and (not marked or setting.is_heading(line))
        if heads and number == len(found) + 1 and not (in_list and not _stands_apart(lines, at)):
            found.append(at)
            listed = 0
        elif number == 1 or in_list:
            listed = number
    return found


def _stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Is there more room over a line than over the lines of a list, and a line of text under it?"""
    below = next((words(line) for line in lines[at + 1 :] if line.text.strip()), "")
    above_blank = at == 0 or not lines[at - 1].text.strip()
    return above_blank and not re.match(r"\d{1,2}[.)]", below)


def _wrapped(lines: Sequence[Line], at: int, setting: Setting) -> int:
    """How many lines a heading takes: a full line goes on with the next where that begins small."""
    below = rows(lines[at : at + 3])
    if len(below) < 2 or words(lines[at]).endswith(("?", ":")):
        return 1
    line, next_line = below[0].line, below[1].line
    if setting.is_heading(line):
        return 2 if setting.is_heading(next_line) and not numbered_heading(below[1].text) else 1
    full = (
        len(below[0].text) > 0.8 * setting.right if not setting.printed else line.right > 0.85 * setting.right
    )
    goes_on = full and below[1].text[:1].islower() and below[1].blanks <= setting.blanks
    return 1 + (below[1].blanks + 1) * goes_on
