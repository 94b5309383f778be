"""What a conversion found in a file that is not to be seen, and what it did about it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from raadslag.conversion import english
from raadslag.conversion.danish import NOTICE, ROUTINE, SENTENCES, WARNING

LONGEST_NAME = 255


class Weight(StrEnum):
    """How much a person needs to know of a finding."""

    ROUTINE = ROUTINE  # every other file has such, and nothing that was seen is gone
    NOTICE = NOTICE  # somebody may miss it, or should know that it was there
    WARNING = WARNING  # somebody must look


class What(StrEnum):
    """What was found."""

    SCRIPT = "script"
    ACTION = "action"
    MACRO = "macro"
    EMBEDDED_FILE = "embedded-file"
    OUTSIDE_LINK = "outside-link"
    HIDDEN_LAYER = "hidden-layer"
    HIDDEN_TEXT = "hidden-text"
    HIDDEN_SHEET = "hidden-sheet"
    HIDDEN_CELLS = "hidden-cells"
    HIDDEN_SLIDE = "hidden-slide"
    HIDDEN_SHAPE = "hidden-shape"
    SPEAKER_NOTE = "speaker-note"
    TRACKED_CHANGE = "tracked-change"
    COMMENT = "comment"
    SIGNATURE = "signature"
    FORM = "form"
    STAMP = "stamp"
    METADATA = "metadata"
    POSITION = "position"
    REPAIRED = "repaired"
    UNSEEN_TEXT = "unseen-text"
    UNDONE_REDACTION = "undone-redaction"
    NOT_RECOGNISED = "not-recognised"


@dataclass(frozen=True)
class Finding:
    """What was found, how many, and which where that can be told: names of sheets, numbers of pages."""

    what: What
    count: int = 1
    which: tuple[str, ...] = ()

    @property
    def weight(self) -> Weight:
        return Weight(SENTENCES[self.what].weight)

    @property
    def sentence(self) -> str:
        """It in Danish, without `which`."""
        words = SENTENCES[self.what]
        return words.one if self.count == 1 else words.more.format(self.count)

    @property
    def english(self) -> str:
        """It in English, without `which`."""
        one, more = english.SENTENCES[self.what]
        return one if self.count == 1 else more.format(self.count)

    def to_data(self) -> dict[str, Any]:
        """It as JSON data."""
        return {"what": str(self.what), "count": self.count, "which": list(self.which)}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Finding":
        """The finding that such data holds."""
        return cls(What(data["what"]), int(data["count"]), tuple(map(str, data["which"])))


def plain_line(text: str) -> str:
    """A name from anywhere as a line that can be kept and shown: no control characters or half letters."""
    seen = "".join(each if each.isprintable() else " " for each in text[:LONGEST_NAME])
    return " ".join(seen.split())


def gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding of each sort, in the order of `What`: counts added, names once each."""
    counts: Counter[What] = Counter()
    names: dict[What, dict[str, None]] = {what: {} for what in What}
    for finding in findings:
        counts[finding.what] += finding.count
        names[finding.what].update(dict.fromkeys(filter(None, map(plain_line, finding.which))))
    return tuple(Finding(what, counts[what], tuple(names[what])) for what in What if counts[what])


def counted(found: Counter[What]) -> tuple[Finding, ...]:
    """The findings that such counts come to."""
    return gathered(Finding(what, count) for what, count in found.items())
