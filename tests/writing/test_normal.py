"""What a sheet can carry of a record, and what becomes of the rest."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings

from raadslag.record import (
    Attachment,
    Attendance,
    Doubt,
    Item,
    MeetingRecord,
    Paper,
    Section,
    Source,
    Stage,
)
from raadslag.writing import fonts, pdf
from raadslag.writing.normal import normal, normal_line
from tests.records import records


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(records())
def test_what_is_normal_stays_as_it_is(record):
    assert normal(normal(record)) == normal(record)
    assert pdf.printable(pdf.printable(record)) == pdf.printable(record)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("to  mellemrum og\u00a0et fast", "to mellemrum og et fast"),
        ("be\u00adslut\u200bning\x07", "beslutning"),
        ("Me\u0301de", "Méde"),
        ("e\u00ad\u0301", "é"),
        ("- \u0301 a", "- a"),
        ("o\ufb03ciel", "officiel"),
        ("MSB\u2011sager", "MSB-sager"),
        ("\ue000\ud800\uffff", "□□□"),
        ("første\nanden", "første anden"),
        (" \t ", ""),
    ],
)
def test_a_line_in_normal_form(written, kept):
    assert normal_line(written) == kept


def test_a_running_text_keeps_its_paragraphs_and_a_title_has_one_line():
    item = Item(title="Plan\nfor byen", sections=(Section(text="Et.\r\n\r\n \nTo.\u2028Tre."),))
    (kept,) = normal(MeetingRecord(stage=Stage.AGENDA, items=(item,))).items
    assert kept.title == "Plan for byen"
    assert kept.sections[0].text == "Et.\nTo.\nTre."


def test_what_says_nothing_goes_and_what_must_be_there_gets_a_name():
    record = MeetingRecord(
        stage=Stage.MINUTES,
        place=" ",
        notes=("", "Bemærk"),
        attendance=(Attendance(person=" "),),
        items=(
            Item(
                title="",
                sections=(Section(), Section(heading="Økonomi")),
                attachments=(Attachment(title=" "),),
            ),
        ),
    )
    kept = normal(record)
    assert kept.place is None
    assert kept.notes == ("Bemærk",)
    assert kept.attendance[0].person == "Uden navn"
    assert kept.items[0].title == kept.items[0].attachments[0].title == "Uden titel"
    assert kept.items[0].sections == (Section(heading="Økonomi"),)


def test_where_it_came_from_is_not_part_of_it():
    record = MeetingRecord(
        stage=Stage.MINUTES,
        starts_at=datetime(2025, 8, 27, 16),
        source=Source(name="x.pdf", sha256="0" * 64),
        doubts=(Doubt(page=1, line=1, text="?", why="!"),),
    )
    assert normal(record) == MeetingRecord(stage=Stage.MINUTES, starts_at=datetime(2025, 8, 27, 16))


def test_a_character_that_no_font_has_is_printed_as_a_box():
    assert ord("🙂") in fonts.characters() or "🙂" not in pdf.printable(titled("🙂")).items[0].title
    assert pdf.printable(titled("Sushi 寿司")).items[0].title == "Sushi □□"
    assert pdf.printable(titled("Łódź, Київ, Αθήνα → ✓")).items[0].title == "Łódź, Київ, Αθήνα → ✓"


def titled(title: str) -> MeetingRecord:
    return MeetingRecord(stage=Stage.AGENDA, items=(Item(title=title),))


def test_what_an_attachment_says_is_told_once():
    words = "Hele bilagets tekst"
    inner = MeetingRecord(
        stage=Stage.AGENDA, items=(Item(title="Plan", attachments=(Attachment(title="Kort", text=words),)),)
    )
    attachments = (
        Attachment(title="Med fil", text=words, sha256="0" * 64),
        Attachment(title="Indstilling", text=words, paper=Paper(title="Om planen")),
        Attachment(title="Dagsorden", text=words, record=inner),
        Attachment(title="Kun tekst", text=words),
    )
    (kept,) = normal(
        MeetingRecord(stage=Stage.MINUTES, items=(Item(title="Bilag", attachments=attachments),))
    ).items
    assert [each.text for each in kept.attachments] == [None, None, None, words]
    assert kept.attachments[2].record == inner
