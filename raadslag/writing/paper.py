"""A recommendation paper as a PDF.

What can be printed is what the values here can hold; guidance is not among it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from raadslag.prose.paper import PaperText, SectionKind, TextSection
from raadslag.prose.parsing import blocks
from raadslag.record import danish
from raadslag.writing.normal import STAND_IN
from raadslag.writing.paper_sheet import fields, line, paragraphs, set_sheet
from raadslag.writing.prose_sheet import block_data

FIRST_LEVEL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWords:
    """What one body said on the paper's route. `task` is the Danish word for what it did there."""

    body: str
    task: str
    on: date | None = None
    text: str = ""
    reservations: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPaper:
    """A paper as it is printed. `attachments` are titles in order; `approved` takes the mark "Udkast" off."""

    text: PaperText
    approved: bool = False
    route: tuple[StepWords, ...] = ()
    attachments: tuple[str, ...] = ()


def write(paper: PrintedPaper, pictures: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The PDF; the same paper gives the same bytes. `pictures` are the bytes of its images by address."""
    return set_sheet(_sheet(paper, pictures), paper.text.dated_on or date(2000, 1, 1))


def _sheet(paper: PrintedPaper, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    """What the template needs, as plain data."""
    text = paper.text
    day = danish.day(text.dated_on) if text.dated_on else ""
    return {
        "kind": "Indstilling",
        "title": line(text.title) or STAND_IN["title"],
        "authority": line(text.authority),
        "draft": not paper.approved,
        "fields": fields(
            ("Til", text.to), ("Fra", text.from_), ("Dato", day), ("Sagsnummer", text.case_number)
        ),
        "sections": [
            _section(section, number, pictures) for number, section in enumerate(text.sections, start=1)
        ],
        "characters": f"{text.characters:,}".replace(",", "."),
        "route": [_step(step) for step in paper.route],
        "attachments": [line(title) for title in paper.attachments],
        "contact": fields(
            ("Sagsbehandler", text.caseworker), ("Telefon", text.phone), ("E-mail", text.email)
        ),
    }


def _section(section: TextSection, number: int, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    is_prose = section.kind is SectionKind.PROSE
    return {
        "heading": f"{number}. {line(section.heading) or STAND_IN['heading']}",
        "recommends": not is_prose,
        "blocks": list(_leveled(section.html, pictures)) if is_prose else [],
        "clauses": [line(clause) for clause in section.clauses],
    }


def _leveled(html: str, pictures: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    """The blocks, their headings with no level passed over, as PDF/UA asks."""
    deepest = FIRST_LEVEL
    for block in blocks(html):
        data = block_data(block, pictures)
        if data["kind"] == "heading":
            data["level"] = min(data["level"], deepest)
            deepest = data["level"] + 1
        yield data


def _step(step: StepWords) -> dict[str, Any]:
    day = danish.day(step.on) if step.on else ""
    return {
        "who": ", ".join(filter(None, (line(step.body), line(step.task), day))),
        "text": paragraphs(step.text),
        "reservations": paragraphs(step.reservations),
    }
