"""Lines to paragraphs: wrapped lines joined, paragraphs told apart by what the document's setting shows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from raadslag.reading.dates import goes_on_over, starts_with_date
from raadslag.reading.document import Line
from raadslag.reading.hyphens import ends_broken, join_lines
from raadslag.reading.layout import Setting, gap, words

# marks that open a paragraph of their own: bullets, "At 1)", "2.", "c)"
MARK = re.compile(r"(?:[-–•·▪\uf0b7]\s|at\s*\d*\s*\)|\(?(?:\d{1,2}|[a-zæøå])[.)]\s+\S)", re.IGNORECASE)
LABEL = re.compile(r"[A-ZÆØÅ][\w/ æøåÆØÅ-]{2,40}:\s")
SENTENCE_END = re.compile(r"[.!?:;…]['\"”»)]*$")
# a full stop that ends no sentence: "den 16. / november", "bl.a. / om"
NO_END = re.compile(
    r"(?:\b\d{1,2}|\b(?:bl\.a|f\.eks|m\.fl|ca|evt|nr|pkt|vedr|jf|inkl|hhv|mio|kr|stk|m\.v))\.$", re.IGNORECASE
)
CLEARLY_SHORT = 0.97
# so much room at a line's end is more than any word needs
MUCH_ROOM = 12


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, and the lines it stood on."""

    text: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank, and how many blank lines stood above it."""

    line: Line
    text: str
    blanks: int


def text_of(lines: Iterable[Line], setting: Setting | None = None) -> str:
    """The lines as text, a newline between paragraphs."""
    return "\n".join(paragraph.text for paragraph in paragraphs(lines, setting))


def running(lines: Iterable[Line]) -> str:
    """The lines as one run of text, whatever their setting."""
    text = ""
    for line in lines:
        if line.text.strip():
            text = join_lines(text, words(line)) if text else words(line)
    return text


def paragraphs(lines: Iterable[Line], setting: Setting | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of a stretch; `setting` is that of the document around it."""
    lines = tuple(lines)
    setting = setting or Setting.of(lines)
    groups: list[list[Row]] = []
    for row in rows(lines):
        if groups and not parts(groups[-1][-1], row, setting):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(joined(group) for group in groups)


def rows(lines: Sequence[Line]) -> tuple[Row, ...]:
    """The lines that are not blank."""
    found: list[Row] = []
    blanks = 0
    for line in lines:
        if line.text.strip():
            found.append(Row(line, words(line), blanks))
            blanks = 0
        else:
            blanks += 1
    return tuple(found)


def parts(above: Row, below: Row, setting: Setting) -> bool:
    """Does a paragraph end between two lines?"""
    if above.line.style is not None or below.line.style is not None:
        return True
    if MARK.match(below.text) and not starts_with_date(below.text) and not ends_broken(above.text):
        return True
    if _runs_on(above.text, below.text):
        return False
    if above.line.page != below.line.page:
        return SENTENCE_END.search(above.text) is not None or _ends_early(above, below, setting)
    if setting.printed:
        return _parts_on_paper(above.line, below.line, setting)
    return below.blanks > setting.blanks or _ends_short(above, below, setting)


def _runs_on(above: str, below: str) -> bool:
    """Do the words themselves run on: inside a broken word or a date, or a sentence that has not ended?"""
    if goes_on_over(above, below):
        return True
    if ends_broken(above) and (below[:1].islower() or below[:1].isdigit()):
        return True
    return below[:1].islower() and (not SENTENCE_END.search(above) or NO_END.search(above) is not None)


def _parts_on_paper(above: Line, below: Line, setting: Setting) -> bool:
    if setting.is_wide(gap(above, below)) or setting.is_heading(above) != setting.is_heading(below):
        return True
    return _had_room(above, below, setting)


def _ends_early(above: Row, below: Row, setting: Setting) -> bool:
    """Did a line at the foot of a page end although the next word had room?"""
    if setting.printed:
        return _had_room(above.line, below.line, setting)
    return _ends_short(above, below, setting)


def _had_room(above: Line, below: Line, setting: Setting) -> bool:
    first = words(below).split(" ")[0]
    width = (above.right - above.left) / max(len(words(above)), 1)
    return above.right + (len(first) + 1) * width < setting.right * CLEARLY_SHORT


def _ends_short(above: Row, below: Row, setting: Setting) -> bool:
    """Did the line end although the next word had room: after a full sentence, or with much to spare?"""
    room = setting.right * CLEARLY_SHORT - len(above.text) - 1 - len(below.text.split(" ")[0])
    ended = SENTENCE_END.search(above.text) is not None or LABEL.match(below.text) is not None
    return room > (0 if ended else MUCH_ROOM)


def joined(group: Sequence[Row]) -> Paragraph:
    """The rows of one paragraph as its text."""
    text = ""
    for row in group:
        text = join_lines(text, row.text) if text else row.text
    return Paragraph(text.replace("\u00ad", ""), tuple(row.line for row in group))
