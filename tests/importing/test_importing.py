"""Anna imports documents; they are published, and what is closed stays at the desk."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import typst

from raadslag.archive.chain import verify
from raadslag.archive.models import Publication, PublishedFile
from raadslag.importing.documents import import_documents
from raadslag.importing.finding import Found, find
from raadslag.importing.outcome import Given, Imported, Outcome
from raadslag.models import SourceDocument
from raadslag.record import Attachment, MeetingRecord, to_json
from tests.lindevad import ANNA, PUBLISHED_AT, SECRET_NOTE, SECRET_SALE, council_minutes, cycle_paths, pdf

PACK = Path(__file__).with_name("kulturudvalget.typ")


@pytest.fixture
def inbox(stores: Path) -> Path:
    """Where Anna puts what is to be published."""
    folder = stores / "indbakke"
    folder.mkdir()
    return folder


@pytest.fixture
def pack(inbox: Path) -> Path:
    """A print pack of four pages: the minutes, an attachment of two pages, and one of one."""
    path = inbox / "kultur.pdf"
    path.write_bytes(typst.compile(PACK))
    return path


@pytest.fixture
def imported(stores: Path) -> Callable[..., list[Imported]]:
    """Imports files and folders as Anna does."""

    def run(*paths: Path, **given: Any) -> list[Imported]:
        return list(import_documents(find(paths), Given(by=ANNA, at=PUBLISHED_AT, **given)))

    return run


def put(path: Path, record: MeetingRecord) -> Path:
    """The record as a JSON file."""
    path.write_text(to_json(record))
    return path


def with_map(**changes: object) -> MeetingRecord:
    titles = ("Kort over Åvejen.pdf", "Budget.xlsx")
    attachments = tuple(Attachment(number=str(at), title=title) for at, title in enumerate(titles, 1))
    return council_minutes(replace(cycle_paths(), attachments=attachments), **changes)


def page_texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_a_pack_is_published_with_each_attachment_as_a_file_of_its_own(imported, pack):
    (result,) = imported(pack)
    assert (result.outcome, result.publication.address) == (
        Outcome.FIRST,
        "/moeder/kulturudvalget/2025-03-12/referat/",
    )
    tourists, timetable = PublishedFile.objects.order_by("position")
    assert (tourists.title, tourists.pages, timetable.pages) == ("Turister.pdf", 2, 1)
    first, second = page_texts(tourists.path.read_bytes())
    assert "steget med 12 procent" in first
    assert "sensommeren" in second
    assert "Bussen går hver time" in page_texts(timetable.path.read_bytes())[0]


def test_an_attachment_that_was_cut_out_says_nothing_of_the_pack(imported, pack):
    with pikepdf.open(pack, allow_overwriting_input=True) as document:
        document.docinfo["/Author"] = "En hemmelig forfatter"
        document.attachments["hemmeligt.txt"] = b"hemmeligt"
        document.save()
    imported(pack)
    data = PublishedFile.objects.order_by("position")[1].path.read_bytes()
    with pikepdf.open(BytesIO(data)) as cut_out:
        assert dict(cut_out.docinfo) == {"/Title": "Køreplan.pdf"}
        assert not cut_out.attachments
        assert "/Outlines" not in cut_out.Root
    assert b"En hemmelig forfatter" not in data
    assert "turistsæson" not in "".join(page_texts(data))


def test_the_same_file_again_changes_nothing_and_is_not_read(imported, pack, monkeypatch):
    (first,) = imported(pack)
    monkeypatch.setenv("RAADSLAG_READ_SECONDS", "0")  # to read would fail
    (again,) = imported(pack)
    assert (again.outcome, again.publication) == (Outcome.UNCHANGED, first.publication)
    assert Publication.objects.count() == 1


def test_the_same_pack_under_another_name_is_no_new_version(imported, pack, inbox):
    imported(pack)
    copy = inbox / "kopi.pdf"
    copy.write_bytes(pack.read_bytes())
    assert imported(copy)[0].outcome is Outcome.UNCHANGED


def test_a_copy_of_an_older_file_does_not_replace_the_newer(imported, inbox):
    old = put(inbox / "referat.json", council_minutes()).read_bytes()
    imported(inbox / "referat.json")
    (newer,) = imported(put(inbox / "referat.json", council_minutes(place="Hallen")))
    (inbox / "gammel kopi.json").write_bytes(old)
    assert imported(inbox / "gammel kopi.json")[0].outcome is Outcome.UNCHANGED
    assert Publication.objects.current().get() == newer.publication


def test_a_newer_file_becomes_a_new_version(imported, inbox):
    imported(put(inbox / "referat.json", council_minutes()))
    (newer,) = imported(put(inbox / "referat.json", council_minutes(place="Hallen")))
    assert (newer.outcome, newer.publication.version) == (Outcome.NEW_VERSION, 2)
    assert list(verify()) == []


def test_attachments_come_from_the_folder_beside_the_document(imported, inbox):
    document = put(inbox / "referat.json", with_map())
    folder = inbox / "referat.json.bilag"
    folder.mkdir()
    (folder / "Kort over Åvejen.pdf").write_bytes(pdf("Kort"))
    (folder / "Budget.xlsx").write_bytes(b"regneark")
    (folder / "Ukendt.txt").write_bytes(b"hvad er det")
    (result,) = imported(document)
    chart, budget = PublishedFile.objects.order_by("position")
    assert (chart.media_type, chart.pages, chart.path.read_bytes()) == ("application/pdf", 1, pdf("Kort"))
    assert budget.media_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert "Filen Ukendt.txt hører ikke til noget bilag." in result.remarks


def test_an_attachment_that_arrives_later_makes_a_new_version(imported, inbox):
    document = put(inbox / "referat.json", with_map())
    imported(document)
    folder = inbox / "referat.json.bilag"
    folder.mkdir()
    (folder / "Kort over Åvejen.pdf").write_bytes(pdf("Kort"))
    assert imported(document)[0].outcome is Outcome.NEW_VERSION


def test_one_bad_file_stops_no_other(imported, inbox):
    (inbox / "a-tom.pdf").write_bytes(b"")
    (inbox / "a-væk.pdf").symlink_to("ingen steder")
    (inbox / "b-skrammel.json").write_text("{")
    put(inbox / "c-uden-udvalg.json", council_minutes(body=None))
    put(inbox / "d-cpr.json", council_minutes(replace(cycle_paths(), purpose="Født 010180-1234")))
    put(inbox / "e-god.json", council_minutes())
    results = {result.found.path.name: result for result in imported(inbox)}
    reasons = {name: result.reason for name, result in results.items() if result.outcome is Outcome.FAILED}
    assert set(reasons) == {"a-tom.pdf", "a-væk.pdf", "b-skrammel.json", "c-uden-udvalg.json", "d-cpr.json"}
    assert "tom" in reasons["a-tom.pdf"]
    assert "hvilket udvalg" in reasons["c-uden-udvalg.json"]
    assert "CPR-nummer" in reasons["d-cpr.json"]
    assert results["e-god.json"].outcome is Outcome.FIRST


def test_the_body_and_the_day_can_be_given(imported, inbox):
    document = put(inbox / "referat.json", council_minutes(body=None, starts_at=None, ends_at=None))
    assert imported(document)[0].outcome is Outcome.FAILED
    (result,) = imported(document, body="Kulturudvalget", day=council_minutes().starts_at.date())
    assert result.publication.address == "/moeder/kulturudvalget/2025-08-27/referat/"


def test_what_is_closed_stays_at_the_desk(imported, inbox, stores):
    record = council_minutes()
    document = put(inbox / "referat.json", record)
    imported(document)
    source = SourceDocument.objects.get()
    assert source.record == record
    assert source.publication == Publication.objects.get().hash
    originals = [path.read_bytes() for path in (stores / "desk" / "files").rglob("*") if path.is_file()]
    assert document.read_bytes() in originals
    public = [path for path in (stores / "public").rglob("*") if path.is_file()]
    for secret in (SECRET_SALE, SECRET_NOTE):
        assert all(secret.encode() not in path.read_bytes() for path in public)


def test_the_findings_of_the_checks_are_told_and_stop_nothing(imported, inbox):
    late = cycle_paths()
    (result,) = imported(put(inbox / "referat.json", council_minutes(late, replace(late, title="Anden sag"))))
    assert result.outcome is Outcome.FIRST
    assert result.remarks


def test_a_document_that_was_stopped_is_tried_again(imported, inbox):
    bad = council_minutes(replace(cycle_paths(), purpose="Født 010180-1234"))
    document = put(inbox / "referat.json", bad)
    assert imported(document)[0].outcome is Outcome.FAILED
    assert imported(document)[0].outcome is Outcome.FAILED
    assert SourceDocument.objects.get().publication is None


def test_what_was_found_is_told_with_each_outcome(imported, inbox):
    document = put(inbox / "referat.json", council_minutes())
    assert imported(document)[0].found == Found(document)
