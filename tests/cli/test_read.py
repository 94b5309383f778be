"""`raadslag read` shows a person the meeting in a document, and gives a machine its JSON."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from raadslag.cli import main
from raadslag.cli.summary import summary
from raadslag.reading import Reading
from raadslag.reading.account import Entry, Use
from raadslag.reading.document import Line
from raadslag.record import (
    Attachment,
    Attendance,
    Decision,
    Doubt,
    Item,
    MeetingRecord,
    Outcome,
    Paper,
    Part,
    Presence,
    Stage,
    from_json,
)
from tests.reading.papers import minutes_pdf, saved

LAST_MEETING = MeetingRecord(
    stage=Stage.MINUTES,
    body="Teknisk Udvalg",
    items=(
        Item(
            number="1",
            title="Stier i Lindevad",
            decision=Decision(text="Drøftet.", outcome=Outcome.DISCUSSED),
        ),
    ),
)
PAPER = Paper(title="Ny sti ved åen", recommendation=("stien anlægges", "udgiften bevilges"))
MEETING = MeetingRecord(
    stage=Stage.MINUTES,
    authority="Lindevad Kommune",
    body="Byrådet",
    starts_at=datetime(2025, 8, 27, 16, 0),
    ends_at=datetime(2025, 8, 27, 18, 30),
    place="Byrådssalen",
    chair="Anna Lind",
    attendance=(
        Attendance(person="Bo Dal"),
        Attendance(person="Dan Holm"),
        Attendance(person="Clara Eng", status=Presence.APOLOGY),
    ),
    items=(
        Item(
            number="1",
            title="Godkendelse af dagsorden",
            decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED),
        ),
        Item(
            number="2",
            title="Godkendelse af referatet fra sidste møde og af de ændringer, som udvalget bad om",
            case_number="SAG-2025-003383",
            attachments=(
                Attachment(title="Referat", record=LAST_MEETING),
                Attachment(title="Sti", paper=PAPER),
            ),
        ),
        Item(number="3", title="Køb af ejendom", part=Part.CLOSED),
    ),
    doubts=tuple(Doubt(page=1, line=at, text="ord " * 40, why="Linjen er ukendt.") for at in range(1, 8)),
)
LINES = [Line(page=1, number=at, text="ord") for at in range(1, 1301)]
READING = Reading(
    record=MEETING,
    entries=(
        *(Entry(line, Use.VALUE, "items[0].title") for line in LINES[:1200]),
        *(Entry(line, Use.FURNITURE, "page number") for line in LINES[1200:1293]),
        *(Entry(line, Use.DOUBT, "Linjen er ukendt.") for line in LINES[1293:]),
    ),
)


def shown(width: int = 80) -> list[str]:
    return summary(READING, Console(width=width)).splitlines()


def test_the_head_says_who_met_when_and_where():
    assert shown()[:5] == [
        "Lindevad Kommune, Byrådet: referat",
        "Onsdag den 27. august 2025 kl. 16.00–18.30",
        "Byrådssalen",
        "Mødeleder: Anna Lind",
        "Deltagere: 2 til stede, 1 afbud",
    ]


def test_each_item_has_its_number_title_outcome_case_and_attachments():
    lines = shown()
    assert "1  Godkendelse af dagsorden" + "godkendt".rjust(53) in lines
    assert "   SAG-2025-003383 · 2 bilag" in lines
    assert lines[lines.index("3  Køb af ejendom") + 1] == "   lukket"


def test_what_is_nested_in_an_item_stands_under_it():
    lines = shown()
    assert "       Teknisk Udvalg: referat" in lines
    assert any(line.startswith("       1  Stier i Lindevad ") and line.endswith("drøftet") for line in lines)
    assert "       Indstilling: Ny sti ved åen (2 at-punkter)" in lines


def test_the_account_tells_of_every_line_and_shows_the_first_doubts():
    lines = shown()
    assert (
        "1.300 linjer læst: 1.200 blev til indhold, 93 er sidehoveder o.l., og 7 er der tvivl om."
        in " ".join(lines)
    )
    assert sum(line.startswith("  Side 1, linje ") for line in lines) == 5
    assert lines[-1] == "… og 2 til. Se dem alle med --json."


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(map(len, shown(width))) <= width


def test_a_person_gets_text_without_colours_in_a_pipe(tmp_path: Path):
    run = CliRunner().invoke(main, ["read", str(saved(tmp_path, "referat.pdf", minutes_pdf()))])
    assert run.exit_code == 0
    assert "Godkendelse af dagsorden" in run.output
    assert "\x1b" not in run.output


def test_a_machine_gets_one_record_with_its_source(tmp_path: Path):
    path = saved(tmp_path, "referat.pdf", minutes_pdf())
    run = CliRunner().invoke(main, ["read", str(path), "--json"])
    record = from_json(run.stdout)
    assert record.source.name == "referat.pdf"
    assert record.source.pages == 2
    assert [item["title"] for item in json.loads(run.stdout)["items"]] == [
        "Godkendelse af dagsorden",
        "Orientering",
    ]
