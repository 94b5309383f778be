"""A paper's text as one value: what Word and print are made from. It has no place for guidance."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from raadslag.prose.plain import characters


class SectionKind(StrEnum):
    """What a section holds: rich text, or the clauses that a body is asked to agree to ("At 1) …")."""

    PROSE = "prose"
    CLAUSES = "clauses"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSection:
    """A section under its heading: clean HTML, or clauses without their marks. `key` is the section's own."""

    key: str
    heading: str
    kind: SectionKind = SectionKind.PROSE
    html: str = ""
    clauses: tuple[str, ...] = ()

    @property
    def characters(self) -> int:
        """How much of "Antal tegn" the section is."""
        return characters(self.html) + sum(map(len, self.clauses))


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """A paper as it is written: the fields around it and its sections in order."""

    title: str
    authority: str = ""
    to: str = ""
    from_: str = ""
    dated_on: date | None = None
    case_number: str = ""
    sections: tuple[TextSection, ...] = ()
    caseworker: str = ""
    phone: str = ""
    email: str = ""

    @property
    def characters(self) -> int:
        """ "Antal tegn": the text of all sections and clauses, without headings and fields."""
        return sum(section.characters for section in self.sections)
