"""A recommendation's clauses: "Det indstilles: At 1) … At 2) …", and the forms that are nearly that."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from raadslag.reading.dates import starts_with_date
from raadslag.reading.document import Line
from raadslag.reading.hyphens import join_lines
from raadslag.reading.layout import Setting, words
from raadslag.reading.prose import Paragraph, paragraphs, running

MARK = re.compile(
    r"(?:at\s*(?:\d{1,2}|[a-zæøå])?\s*\)|at\s+\d{1,2}\s*[.:]|(?:ad\s+)?\(?(?:\d{1,2}|[a-zæøå])[.)](?=\s)(?:\s+at\b)?"
    r"|[-•–·]\s*(?:at\b)?|at\b)\s*:?\s*",
    re.IGNORECASE,
)
AT = re.compile(r"at\b", re.IGNORECASE)
CLAUSE_END = re.compile(r"[,;:.]$|,\s+(?:og|samt)$")
LEAD_IN = re.compile(r"\b(?:indstilles?r?|indstiller|anbefales?r?|foreslås|foreslår)\b", re.IGNORECASE)
BARE_LEAD_IN = re.compile(r"(?:det\s+)?indstilles?(?:\s+det)?\s*,?\s*(?:at)?\s*:?", re.IGNORECASE)
# "Forvaltningen indstiller, at udvalget drøfter sagen.": one clause, in the words that lead in to it
IN_ONE = re.compile(
    r"(?P<lead>.*\bindstilles?r?\b(?:[^.]*?\b(?:til|for)\b[^.,]*)?),?\s+at\s+(?P<clause>\S.*)", re.IGNORECASE
)
TRAILING_AT = re.compile(r",?\s*\bat\s*:?$|\s*:$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses without their marks, and the words that lead in to them where they tell who recommends."""

    clauses: tuple[Paragraph, ...]
    lead_in: Paragraph | None
    bare: tuple[Line, ...]


def clauses(lines: Iterable[Line], setting: Setting | None = None) -> Clauses:
    """The recommendation in the lines under its heading; no clauses where there are none to be seen."""
    found = [part for each in paragraphs(lines, setting) for part in _at_each_at(each)]
    lead_in: list[Paragraph] = []
    while found and not MARK.match(found[0].text) and LEAD_IN.search(found[0].text):
        lead_in.append(found.pop(0))
        if TRAILING_AT.search(lead_in[-1].text):
            break
    if len(lead_in) == 1 and not found and (one := IN_ONE.fullmatch(lead_in[0].text)):
        lines = lead_in[0].lines
        return Clauses((Paragraph(one["clause"], lines),), Paragraph(one["lead"].rstrip(" ,"), lines), ())
    bare = tuple(line for each in lead_in if BARE_LEAD_IN.fullmatch(each.text) for line in each.lines)
    told = [each for each in lead_in if not BARE_LEAD_IN.fullmatch(each.text)]
    if not lead_in and not any(MARK.match(each.text) for each in found):
        return Clauses((), None, ())
    return Clauses(_clauses(found), _one(told), bare)


def _clauses(found: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Each marked paragraph is a clause; an unmarked one goes on with the clause above it."""
    marked = [each for each in found if _is_marked(each.text)]
    if not marked:
        return tuple(found)
    made: list[Paragraph] = []
    for each in found:
        if _is_marked(each.text):
            text = MARK.sub("", each.text, count=1)
            made.append(Paragraph(text, each.lines))
        elif made:
            made[-1] = Paragraph(join_lines(made[-1].text, each.text), made[-1].lines + each.lines)
        else:
            made.append(each)
    return tuple(each for each in made if each.text)


def _at_each_at(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph parted where a line that ends a clause is followed by one that begins with "at"."""
    groups: list[list[Line]] = []
    for line in paragraph.lines:
        if groups and not (AT.match(words(line)) and CLAUSE_END.search(words(groups[-1][-1]))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(running(group), tuple(group)) for group in groups] if len(groups) > 1 else [paragraph]


def _is_marked(text: str) -> bool:
    return MARK.match(text) is not None and not starts_with_date(text)


def _one(found: Sequence[Paragraph]) -> Paragraph | None:
    if not found:
        return None
    return Paragraph(
        "\n".join(each.text for each in found), tuple(line for each in found for line in each.lines)
    )
