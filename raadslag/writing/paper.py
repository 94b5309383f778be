"""A recommendation paper as a PDF, set by Typst: tagged and archivable (PDF/A-3a, PDF/UA-1).

What can be printed is what the values here can hold; guidance is not among it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import typst

from raadslag.prose.paper import PaperText, SectionKind, TextSection
from raadslag.prose.parsing import blocks
from raadslag.prose.runs import clean_line
from raadslag.record import danish
from raadslag.writing import fonts
from raadslag.writing.normal import STAND_IN
from raadslag.writing.prose_sheet import block_data, printable

TEMPLATE = Path(__file__).parent / "templates" / "paper.typ"
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
    day = paper.text.dated_on or date(2000, 1, 1)
    pdf = _compiler().compile(
        input=TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"paper": json.dumps(_sheet(paper, pictures), ensure_ascii=False)},
        pdf_standards=["a-3a", "ua-1"],
        timestamp=datetime(max(day.year, 1970), day.month, day.day, tzinfo=UTC),
    )
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _compiler() -> typst.Compiler:
    own = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts.FOLDER)]
    )
    return typst.Compiler(b"", font_paths=own, root=str(TEMPLATE.parent))


def _sheet(paper: PrintedPaper, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    """What the template needs, as plain data."""
    text = paper.text
    day = danish.day(text.dated_on) if text.dated_on else ""
    return {
        "title": _line(text.title) or STAND_IN["title"],
        "authority": _line(text.authority),
        "draft": not paper.approved,
        "fields": _said(
            ("Til", text.to), ("Fra", text.from_), ("Dato", day), ("Sagsnummer", text.case_number)
        ),
        "sections": [
            _section(section, number, pictures) for number, section in enumerate(text.sections, start=1)
        ],
        "characters": f"{text.characters:,}".replace(",", "."),
        "route": [_step(step) for step in paper.route],
        "attachments": [_line(title) for title in paper.attachments],
        "contact": _said(("Sagsbehandler", text.caseworker), ("Telefon", text.phone), ("E-mail", text.email)),
    }


def _section(section: TextSection, number: int, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    is_prose = section.kind is SectionKind.PROSE
    return {
        "heading": f"{number}. {_line(section.heading) or STAND_IN['heading']}",
        "recommends": not is_prose,
        "blocks": list(_leveled(section.html, pictures)) if is_prose else [],
        "clauses": [_line(clause) for clause in section.clauses],
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
        "who": ", ".join(filter(None, (_line(step.body), _line(step.task), day))),
        "text": _paragraphs(step.text),
        "reservations": _paragraphs(step.reservations),
    }


def _said(*fields: tuple[str, str]) -> list[tuple[str, str]]:
    return [(label, line) for label, value in fields if (line := _line(value))]


def _paragraphs(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := _line(each))]


def _line(text: str) -> str:
    return printable(clean_line(text))
