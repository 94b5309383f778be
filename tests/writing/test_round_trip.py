"""Reading what writing made gives the record back: from the print alone, and from the Word file alone."""

import hashlib
import io

import pikepdf
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from raadslag.reading.account import Account, Use
from raadslag.reading.formats import own_docx, own_print
from raadslag.reading.formats.family import Family, Found
from raadslag.reading.sources import docx as docx_source
from raadslag.reading.sources import pdf as pdf_source
from raadslag.reading.sources.repairs import clean
from raadslag.record import Attachment, Item, MeetingRecord, Section, Stage
from raadslag.writing import docx, pdf
from raadslag.writing.normal import normal
from tests.records import records

# a bounded part of what was run at length; `--hypothesis-seed` and a higher number go further
bounded = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

PRINT = Family("own print", own_print.recognise, own_print.read)
WORD = Family("own Word file", own_docx.recognise, own_docx.read)


def without_json(data: bytes) -> bytes:
    """The PDF with the embedded record taken out."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf_file:
        for name in list(pdf_file.attachments):
            del pdf_file.attachments[name]
        pdf_file.save(target)
    return target.getvalue()


def read_print(data: bytes) -> MeetingRecord | None:
    bare = without_json(data)
    document = pdf_source.document(bare, "referat.pdf", hashlib.sha256(bare).hexdigest())
    assert not document.embedded
    return read(PRINT, document)


def read_word(data: bytes) -> MeetingRecord | None:
    return read(WORD, docx_source.document(data, "referat.docx", hashlib.sha256(data).hexdigest()))


def read(family: Family, document) -> MeetingRecord | None:
    assert family.recognise(document.lines) > 0.9
    account = Account(document)
    found = family.read(document.lines, account, "", lambda lines, account, path: Found())
    assert not [entry for entry in account.entries() if entry.use is Use.DOUBT]
    return found.record


@bounded
@given(records())
def test_a_print_read_back_is_the_record(record):
    assert read_print(pdf.write(record)) == pdf.printable(record)


@bounded
@given(records())
def test_a_word_file_read_back_is_the_record(record):
    assert read_word(docx.write(record)) == normal(record)


@bounded
@given(st.lists(st.text(max_size=80), min_size=1, max_size=4))
def test_any_text_at_all_comes_back_from_a_word_file(lines):
    record = with_text("\n".join(lines))
    # the reader mends "Ã¥", whoever wrote it
    assume(all(clean(line) == line for line in normal(record).items[0].sections[0].text.split("\n")))
    assert read_word(docx.write(record)) == normal(record)


@pytest.mark.parametrize(
    "text",
    [
        "for- og bagside " * 40,
        "22.00-23.00 " * 40,
        "arbejdsmarkedsuddannelsesplan-arbejdsmarkedsuddannelsesplan " * 12,
        "https://lindevad.example/dagsordener/byraadet/2025-08-27/punkt-2?vis=alt " * 8,
        "a" * 400,
        "1-" * 200,
        ". " * 300,
        "-" * 300,
        "\n".join("kort" for _ in range(120)),
        "\n".join("byrådet " * 40 for _ in range(30)),
        "ja - nej – måske — " * 60,
    ],
)
def test_a_line_may_end_anywhere_and_a_page_too(text):
    record = with_text(text)
    assert read_print(pdf.write(record)) == pdf.printable(record)


def test_what_looks_like_our_own_labels_is_only_text():
    looks = "Punkt 2: Titel\nBeslutning · godkendt\nBilag 1: Notat\nHer slutter bilaget\nside 1 af 1\n*"
    record = with_text(looks)
    assert read_print(pdf.write(record)) == record


def test_a_meeting_in_a_meeting_in_a_meeting():
    record = with_text("Inderst.")
    for depth in range(4):
        attached = Attachment(title=f"Møde {depth}", record=record)
        after = Attachment(number="2", title="Det næste bilag", text="Notat.")
        record = MeetingRecord(
            stage=Stage.AGENDA,
            items=(Item(number="1", title="Udenom", attachments=(attached, after)), Item(title="Bagefter")),
        )
    assert read_print(pdf.write(record)) == record
    assert read_word(docx.write(record)) == record


def with_text(text: str) -> MeetingRecord:
    return MeetingRecord(
        stage=Stage.MINUTES,
        body="Kulturudvalget",
        items=(
            Item(number="1", title="Punkt 4: Beslutning", sections=(Section(heading="Bilag", text=text),)),
            Item(number="1", title="Eventuelt"),
        ),
    )
