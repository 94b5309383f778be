"""A pack of ours, read back from its print."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest

from raadslag.reading import read
from raadslag.reading.account import Use
from raadslag.record import Attachment, Decision, Item, MeetingRecord, Outcome, Stage
from raadslag.writing import packs, pdf

COMMITTEE = MeetingRecord(
    authority="Lindevad Kommune",
    body="Havne- og Klimaudvalget",
    stage=Stage.MINUTES,
    starts_at=datetime(2026, 2, 10, 16, 30),
    items=(
        Item(
            number="1", title="Højvandsmur", decision=Decision(text="Anbefales.", outcome=Outcome.RECOMMENDED)
        ),
    ),
)
COUNCIL = replace(
    COMMITTEE,
    body="Byrådet",
    starts_at=datetime(2026, 2, 25, 18, 0),
    items=(
        Item(
            number="1",
            title="Godkendelse af dagsorden",
            decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED),
        ),
        Item(
            number="2",
            title="Højvandsmur",
            decision=Decision(text="Godkendt.", outcome=Outcome.APPROVED),
            attachments=(
                Attachment(number="1", title="Kort.pdf"),
                Attachment(number="2", title="Referat fra udvalget.pdf"),
                Attachment(number="3", title="Bilag, der blev væk.pdf"),
            ),
        ),
    ),
)


@pytest.fixture
def reading(tmp_path: Path):
    """What reading the council's pack gives: a blank map, the committee's minutes, and one missing."""
    with pikepdf.new() as blank:
        blank.add_blank_page(page_size=(842, 595))
        blank.add_blank_page(page_size=(842, 595))
        blank.save(tmp_path / "kort.pdf")
    (tmp_path / "udvalg.pdf").write_bytes(pdf.write(COMMITTEE))
    files = {(1, 0): tmp_path / "kort.pdf", (1, 1): tmp_path / "udvalg.pdf"}
    packs.pack(COUNCIL, files, tmp_path / "pakke.pdf", allow_missing=True)
    return read(tmp_path / "pakke.pdf")


def test_the_meeting_is_as_it_was_bound(reading) -> None:
    assert [(item.number, item.title, item.decision) for item in reading.record.items] == [
        (item.number, item.title, item.decision) for item in COUNCIL.items
    ]
    assert [each.title for each in reading.record.items[1].attachments] == [
        each.title for each in COUNCIL.items[1].attachments
    ]


def test_an_attachment_is_its_stamped_pages(reading) -> None:
    chart, minutes, lost = reading.record.items[1].attachments
    assert (chart.pages, chart.text, chart.record) == (2, None, None)
    assert (lost.pages, lost.text) == (None, None)
    assert minutes.record is not None
    assert minutes.record.body == COMMITTEE.body
    assert minutes.record.items == COMMITTEE.items
    assert {path: last - first + 1 for path, (first, last) in reading.attachment_pages.items()} == {
        "items[1].attachments[0]": 2,
        "items[1].attachments[1]": 1,
    }


def test_every_line_of_the_pack_is_accounted_for(reading) -> None:
    assert [entry for entry in reading.entries if entry.use is Use.DOUBT] == []
