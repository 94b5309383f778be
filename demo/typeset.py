"""The attachments and the other system's minutes as PDF files, set by Typst from plain data."""

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import typst

from demo.source import Appendix, Case
from raadslag.record import Item, MeetingRecord, Paper, Part, danish
from raadslag.writing import fonts

TEMPLATES = Path(__file__).parent / "templates"


def attachment(authority: str, case: Case, appendix: Appendix, paper: Paper | None) -> bytes:
    """An attachment's file; the same appendix gives the same bytes."""
    title = case.title if paper else appendix.title.rpartition(".")[0]
    data: dict[str, Any] = {"authority": authority, "title": title, "sort": appendix.sort}
    data["lines"] = appendix.text.splitlines()
    if appendix.sort == "table":
        data["rows"] = [[cell.strip() for cell in line.split("|")] for line in data["lines"]]
    elif appendix.sort == "map":
        data |= landscape(appendix.title)
    elif paper:
        data |= paper_parts(paper)
    return _compile("attachment.typ", data)


def paper_parts(paper: Paper) -> dict[str, Any]:
    """What stands where on a recommendation paper."""
    clauses = [f"At {number}) {clause}" for number, clause in enumerate(paper.recommendation, 1)]
    return {
        "margin": [f"Til {paper.to}", f"Fra {paper.from_}", f"Dato {danish.day(paper.dated_on)}"]
        if paper.dated_on
        else [],
        "sections": [
            {
                "heading": f"{section.number}. {section.heading}",
                "lines": section.text.splitlines() + (clauses if section.number == "2" else []),
            }
            for section in paper.sections
        ],
        "foot": [
            f"Antal tegn: {paper.characters}",
            f"Sagsbehandler: {paper.caseworker}",
            f"Tlf.: {paper.phone}",
            f"E-post: {paper.email}",
        ],
    }


def landscape(seed: str) -> dict[str, Any]:
    """A map of nowhere: a shore, woods, roads, a line and some numbered places, in percent of the sheet."""
    draw = random.Random(seed)
    shore = [(x, draw.uniform(8, 30)) for x in range(0, 101, 10)]
    roads = [[(x, draw.uniform(35, 95)) for x in range(0, 101, 20)] for _ in range(4)]
    line = [(x, draw.uniform(45, 80)) for x in range(12, 90, 13)]
    return {
        "water": [(0, 0), *shore, (100, 0)],
        "woods": [(draw.uniform(0, 92), draw.uniform(35, 85), draw.uniform(14, 44)) for _ in range(9)],
        "roads": roads,
        "line": line,
        "dots": line[::2],
    }


def minutes(record: MeetingRecord) -> bytes:
    """Minutes as another system prints them."""
    assert record.starts_at is not None
    weekday = danish.weekday(record.starts_at).replace(" den ", " d. ").capitalize()
    data = {
        "title": f"{danish.STAGES[record.stage].upper()} {record.body} d. {record.starts_at:%d-%m-%Y}",
        "head": [["Mødedato", f"{weekday} kl. {record.starts_at:%H:%M}"], ["Mødested", record.place]],
        "items": [
            {
                "listed": f"{'Lukket: ' if item.part is Part.CLOSED else ''}{item.title}",
                "heading": f"Punkt {item.number}: {item.title}",
                "blocks": list(_blocks(item)),
            }
            for item in record.items
        ],
    }
    return _compile("minutes.typ", data)


def _blocks(item: Item) -> list[dict[str, Any]]:
    blocks: list[tuple[bool, str]] = [(False, item.case_number)] if item.case_number else []
    if item.decision:
        blocks += [(True, "Beslutninger"), *_plain(item.decision.text)]
        blocks += [(False, f"{dissent.who} {dissent.text}") for dissent in item.decision.dissents]
    for section in item.sections:
        blocks += [(True, section.heading or ""), *_plain(section.text)]
    if item.recommendation:
        blocks += [(True, "Beslutningspunkter"), (False, "Det indstilles:")]
        blocks += [(False, f"At {number}) {clause}") for number, clause in enumerate(item.recommendation, 1)]
    if item.attachments:
        blocks += [(True, "Bilag")]
        blocks += [
            (False, f"Bilag {each.number}: {each.title.rpartition('.')[0]}") for each in item.attachments
        ]
    return [{"bold": bold, "text": text} for bold, text in blocks]


def _plain(text: str) -> list[tuple[bool, str]]:
    return [(False, line) for line in text.splitlines()]


@cache
def _compiler() -> typst.Compiler:
    own = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts.FOLDER)]
    )
    return typst.Compiler(b"", font_paths=own, root=str(TEMPLATES))


def _compile(template: str, data: dict[str, Any]) -> bytes:
    pdf = _compiler().compile(
        input=(TEMPLATES / template).read_bytes(),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    assert isinstance(pdf, bytes)
    return pdf
