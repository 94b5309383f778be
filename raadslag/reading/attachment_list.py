"""The list of an item's attachments (Bilag): one name to a line, long names wrapped."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from raadslag.reading.document import Line
from raadslag.reading.hyphens import ends_broken
from raadslag.reading.layout import Setting, gap
from raadslag.reading.prose import Paragraph, Row, joined, rows

NUMBERED = re.compile(
    r"^(?:åbent? |lukket )?bilag\s+(?P<number>\d+(?:\.\d+)*[a-z]?)\s*[:.–-]\s*(?P<title>.+)$", re.IGNORECASE
)
NUMBER_FIRST = re.compile(r"^(?P<number>\d{1,2})[.)]\s+(?P<title>\D.*)$")
BULLET = re.compile(r"^[-–•·*]\s*")
EXTENSION = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|html?|txt|msg|jpe?g|png|zip)$", re.IGNORECASE)
GLUED_TYPE = re.compile(r"(?<=[a-zæøå)])PDF$")
NONE = re.compile(r"(?:ingen(?: bilag)?|intet|-)\.?", re.IGNORECASE)
# one word of a name that cannot end it
UNFINISHED = re.compile(
    r"(?:\b(?:og|eller|samt|i|på|til|af|for|fra|med|om|den|det|en|et|ved|vedr\.|nr\.|,)|[,&(–])$",
    re.IGNORECASE,
)
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "txt": "text/plain",
    "html": "text/html",
}


def names(lines: Iterable[Line], setting: Setting) -> tuple[Paragraph, ...]:
    """The names in a list, each with the lines it stands on."""
    groups: list[list[Row]] = []
    found = rows(tuple(lines))
    bulleted = any(BULLET.match(row.text) for row in found)
    step = _step(found) if setting.printed else 0.0
    for row in found:
        if groups and _goes_on(groups[-1][-1], row, setting, bulleted, step):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(_name(group) for group in groups if not NONE.fullmatch(_name(group).text))


def numbered(name: str) -> tuple[str | None, str]:
    """A name's number and the rest of it: "Bilag 2: Kort" is ("2", "Kort")."""
    found = NUMBERED.match(name) or NUMBER_FIRST.match(name)
    return (found["number"], found["title"]) if found else (None, name)


def media_type(name: str) -> str | None:
    """The media type that a file name's ending tells."""
    found = EXTENSION.search(name)
    return MEDIA_TYPES.get(found.group()[1:].lower()) if found else None


def _goes_on(above: Row, below: Row, setting: Setting, bulleted: bool, step: float) -> bool:
    if above.line.style is not None or BULLET.match(below.text) or NUMBERED.match(below.text):
        return False
    if bulleted or ends_broken(above.text) or UNFINISHED.search(above.text) or below.text[:1].islower():
        return True
    if setting.printed and above.line.page == below.line.page and step:
        return gap(above.line, below.line) < step * 0.75
    return False


def _step(found: Sequence[Row]) -> float:
    """The step between two names: the widest that is common, where the list is set wider than its wraps."""
    steps = sorted(gap(a.line, b.line) for a, b in pairwise(found) if a.line.page == b.line.page)
    return steps[len(steps) // 2] if len(steps) > 1 else 0.0


def _name(group: Sequence[Row]) -> Paragraph:
    found = joined(group)
    return Paragraph(GLUED_TYPE.sub("", BULLET.sub("", found.text)).strip(), found.lines)
