"""An item's lines parted at their labels: known by their setting on paper, by their words in text."""

from collections.abc import Sequence
from dataclasses import dataclass

from raadslag.reading.document import Line
from raadslag.reading.labels import CAPITALS, Label, Passage, label_of
from raadslag.reading.layout import Setting, words
from raadslag.reading.prose import SENTENCE_END, running

PROSE = 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines under a label; `label` is None for what stands before the first one."""

    label: Label | None
    heading: tuple[Line, ...]
    lines: tuple[Line, ...]

    @property
    def passage(self) -> Passage | None:
        return self.label.passage if self.label else None


def split(lines: Sequence[Line], setting: Setting) -> tuple[Stretch, ...]:
    """The stretches of an item, in order; the first has no label and may be empty."""
    marked = any(setting.is_heading(line) for line in lines)
    found: list[Stretch] = []
    label: Label | None = None
    heading: tuple[Line, ...] = ()
    at = start = 0
    while at < len(lines):
        taken = _heading_at(lines, at, setting) if marked else 0
        next_label = _label(lines, at, taken, label, setting)
        if next_label is None:
            at += 1
            continue
        found.append(Stretch(label, heading, tuple(lines[start:at])))
        label, heading = next_label, tuple(lines[at : at + max(taken, 1)])
        at = start = at + max(taken, 1)
    found.append(Stretch(label, heading, tuple(lines[start:])))
    return tuple(found)


def _label(lines: Sequence[Line], at: int, taken: int, under: Label | None, setting: Setting) -> Label | None:
    if taken:
        text = running(lines[at : at + taken])
        return label_of(text) or Label(Passage.SECTION, text.rstrip(" :"))
    text = words(lines[at])
    label = label_of(text)
    if label is None or not label.heading[0].isupper():
        return None
    if label.passage is not Passage.DECISION and _goes_on(lines, at, setting):
        return None
    if any(setting.is_heading(line) for line in lines):
        return label if CAPITALS.fullmatch(text) else None
    if under is not None and under.passage is Passage.ATTACHMENTS and not _heads_prose(lines, at, label):
        return None
    return label


def _heading_at(lines: Sequence[Line], at: int, setting: Setting) -> int:
    """How many lines from `at` are one heading: set as one, in one size, with no break between."""
    taken = 0
    for line in lines[at:]:
        same = line.size == lines[at].size and line.page == lines[at].page and line.style == lines[at].style
        if not line.text.strip() or not setting.is_heading(line) or not same:
            break
        if taken and (line.style is not None or line.top - lines[at + taken - 1].bottom > line.size):
            break
        taken += 1
    return taken


def _goes_on(lines: Sequence[Line], at: int, setting: Setting) -> bool:
    """Is the line the wrapped end of the line above it?"""
    if at == 0 or not lines[at - 1].text.strip():
        return False
    above = words(lines[at - 1])
    full = (
        len(above) > 0.9 * setting.right
        if not setting.printed
        else lines[at - 1].right > 0.95 * setting.right
    )
    return above.endswith((",", "-")) or (full and not SENTENCE_END.search(above))


def _heads_prose(lines: Sequence[Line], at: int, label: Label) -> bool:
    """Does text follow a label in a list of attachments, so that it is no attachment's name?"""
    below = next((words(line) for line in lines[at + 1 :] if line.text.strip()), "")
    if label.passage is Passage.RECOMMENDATION:
        return below.lower().startswith(("det indstilles", "at ", "indstilles")) or " indstiller" in below
    return label.passage is Passage.DECISION or len(below) > PROSE or below.endswith(".")
