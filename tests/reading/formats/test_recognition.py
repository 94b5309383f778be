"""The right family knows a document, and an unknown document is all doubts."""

from pathlib import Path

import pytest

from raadslag.reading.account import Use
from raadslag.reading.formats import FAMILIES, numbered_items, read_document
from raadslag.reading.formats.family import CERTAIN
from raadslag.reading.sources import open_document
from raadslag.record import Stage
from tests.samples import expect

NAMES = {
    "print_pack": "print pack",
    "firstagenda": "FirstAgenda",
    "recommendation_paper": "recommendation paper",
    "committee_agenda": "committee agenda",
}


KNOWN = [sample for sample in expect.samples() if sample.parent.name in NAMES]


@pytest.mark.parametrize("sample", KNOWN, ids=lambda path: path.name)
def test_a_sample_is_known_by_its_own_family(sample: Path):
    lines = open_document(sample).lines
    sureness = {family.name: family.recognise(lines) for family in FAMILIES}
    assert max(sureness, key=lambda name: sureness[name]) == NAMES[sample.parent.name]
    assert sureness[NAMES[sample.parent.name]] >= CERTAIN


def test_numbered_items_are_read_only_where_no_family_knows_the_document():
    lines = open_document(expect.SAMPLES / "numbered_items" / "nordoe-havneudvalg.txt").lines
    assert all(family.recognise(lines) < CERTAIN for family in FAMILIES)
    assert numbered_items.recognise(lines) >= CERTAIN


def test_an_unknown_document_is_all_doubts(tmp_path: Path):
    letter = tmp_path / "brev.txt"
    letter.write_text("Kære Anna\n\nTak for sidst.\n\nHilsen Bo\n", encoding="utf-8")
    reading = read_document(open_document(letter))
    assert [entry.use for entry in reading.entries] == [Use.DOUBT] * 3
    assert (reading.record.stage, reading.record.items) == (Stage.AGENDA, ())
    assert len(reading.record.doubts) == 3


def test_the_source_of_a_reading_is_its_document(tmp_path: Path):
    reading = expect.reading_of(expect.SAMPLES / "firstagenda" / "lindevad-byraad.pdf")
    assert reading.record.source is not None
    assert (reading.record.source.name, reading.record.source.pages) == ("lindevad-byraad.pdf", 7)


def test_the_pages_of_a_packs_attachments_are_known():
    reading = expect.reading_of(expect.SAMPLES / "print_pack" / "aadal-udvalgspakke.pdf")
    assert reading.attachment_pages == {"items[1].attachments[0]": (3, 4), "items[1].attachments[1]": (5, 5)}


def test_a_value_knows_its_lines():
    reading = expect.reading_of(expect.SAMPLES / "print_pack" / "lindevad-raadmand.txt")
    assert [line.text.strip() for line in reading.spans("items[2].title")] == [
        "Punkt 3: Beslutning om deltagelse i netværket Grønne",
        "Torve",
    ]
