"""FirstAgenda's agenda and minutes: a title, a table of contents, items with sections under headings."""

from collections.abc import Sequence

from raadslag.reading.account import Account
from raadslag.reading.case_numbers import case_number
from raadslag.reading.document import Line
from raadslag.reading.formats import contents
from raadslag.reading.formats.family import Found, Nest, record_at
from raadslag.reading.formats.head import stage_in
from raadslag.reading.formats.headings import body_setting, decision_heading, item_heading
from raadslag.reading.formats.meeting import MeetingReader
from raadslag.reading.formats.stamps import Part
from raadslag.reading.formats.tree import Planter, stands_as_heading
from raadslag.reading.furniture import sweep
from raadslag.reading.labels import Passage, label_of
from raadslag.reading.layout import words

HEAD_LINES = 12


def recognise(lines: Sequence[Line]) -> float:
    """Items by "Punkt N:" under a titled head, with contents, case numbers or labelled sections."""
    texts = [text for line in lines if (text := words(line))]
    if not any(item_heading(text) for text in texts) or any(decision_heading(text) for text in texts):
        return 0.0
    setting = body_setting(lines)
    if not any(stands_as_heading(line, setting) for line in lines if item_heading(words(line))):
        return 0.0
    signs = (
        any(stage_in(text) for text in texts[:HEAD_LINES]),
        any(contents.HEADING.fullmatch(text) for text in texts),
        any(case_number(text) for text in texts),
        any((label := label_of(text)) and label.passage is not Passage.SECTION for text in texts),
    )
    return 0.3 + 0.15 * sum(signs)


def read(lines: Sequence[Line], account: Account, path: str, nest: Nest) -> Found:
    """The record of an agenda or of minutes."""
    kept = sweep(lines, account)
    setting = body_setting(kept)
    listed = contents.take(kept, account)
    tree = Planter((Part(listed.lines),), setting, listed.titles).grow(account)
    return Found(
        record=MeetingReader(account, setting, nest, tuple(listed.closed)).read(tree, record_at(path))
    )
