"""A recommendation paper (indstilling): what an administration asks a body to decide."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSection:
    """One section of the template, with the number the paper gives it ("2"), or None."""

    number: str | None = None
    heading: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A recommendation paper. `recommendation` holds the "At 1) …" clauses without their marks."""

    title: str | None = None
    to: str | None = None
    from_: str | None = None
    dated_on: date | None = None
    case_number: str | None = None
    sections: tuple[PaperSection, ...] = ()
    recommendation: tuple[str, ...] = ()
    caseworker: str | None = None
    phone: str | None = None
    email: str | None = None
    characters: int | None = None
