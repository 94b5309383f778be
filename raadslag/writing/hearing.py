"""A hearing round as a PDF, to hang on the paper it was about: what was asked, and what each answered."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from raadslag.record import danish
from raadslag.writing.normal import STAND_IN
from raadslag.writing.paper_sheet import fields, line, paragraphs, set_sheet

NO_ANSWER = "Har ikke svaret."


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one who was asked answered; no text is no answer. `heading` says who, for whom and when."""

    heading: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedHearing:
    """A round as it is printed. `title` and `case_number` are the paper's."""

    title: str
    asked_on: date
    due_on: date
    closed_on: date
    question: str
    answers: tuple[Answer, ...]
    authority: str = ""
    case_number: str = ""


def write(hearing: PrintedHearing) -> bytes:
    """The PDF; the same round gives the same bytes."""
    return set_sheet(_sheet(hearing), hearing.closed_on)


def _sheet(hearing: PrintedHearing) -> dict[str, Any]:
    return {
        "kind": "Høringssvar",
        "title": line(hearing.title) or STAND_IN["title"],
        "authority": line(hearing.authority),
        "draft": False,
        "fields": fields(
            ("Sagsnummer", hearing.case_number),
            ("Sendt i høring", danish.day(hearing.asked_on)),
            ("Svarfrist", danish.day(hearing.due_on)),
            ("Afsluttet", danish.day(hearing.closed_on)),
        ),
        "sections": [
            _section("Spørgsmål", hearing.question),
            *(_section(answer.heading, answer.text or NO_ANSWER) for answer in hearing.answers),
        ],
        "characters": None,
        "route": [],
        "attachments": [],
        "contact": [],
    }


def _section(heading: str, text: str) -> dict[str, Any]:
    return {
        "heading": line(heading) or STAND_IN["heading"],
        "recommends": False,
        "blocks": [_paragraph(words) for words in paragraphs(text)],
        "clauses": [],
    }


def _paragraph(words: str) -> dict[str, Any]:
    run = {"lines": [words], "strong": False, "em": False, "href": None}
    return {"kind": "paragraph", "runs": [run]}
