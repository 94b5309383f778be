"""Anna publishes minutes; Clara gets what is open, and nothing else."""

import json
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.conf import settings

from raadslag.archive.chain import verify
from raadslag.archive.models import Body, Publication, PublishedItem
from raadslag.publishing import IncompleteRecord, News, PublicationStopped, Severity, publish
from raadslag.publishing.guard import Guard
from raadslag.publishing.public_record import public_record
from raadslag.record import Attachment, MeetingRecord, Outcome, Part, Stage, from_json
from raadslag.search import Index, Query
from tests.lindevad import (
    ANNA,
    PUBLISHED_AT,
    SECRET_NOTE,
    SECRET_SALE,
    council_minutes,
    cycle_paths,
    pdf,
)

pytestmark = pytest.mark.usefixtures("stores")


def by_anna(record: MeetingRecord, files=None):
    return publish(record, files or {}, by=ANNA, at=PUBLISHED_AT, why="Godkendt på mødet")


def found(text: str) -> list[str]:
    hits = Index.open(settings.SEARCH_INDEX_FOLDER).search(Query(text=text)).hits
    return [hit.address for hit in hits]


@pytest.fixture
def with_map(stores):
    """A record whose open item has an open attachment, a map, and a closed one; and their files."""
    paths = {(0, 0): stores / "kort.pdf", (0, 1): stores / "tilbud.pdf"}
    paths[0, 0].write_bytes(pdf("Kort over Åvejen"))
    paths[0, 1].write_bytes(pdf(SECRET_NOTE))
    attachments = (
        Attachment(
            number="1", title="Kort.pdf", media_type="application/pdf", pages=1, text="Kort over Åvejen"
        ),
        Attachment(number="2", title="Tilbud.pdf", part=Part.CLOSED, text=SECRET_NOTE),
    )
    return council_minutes(replace(cycle_paths(), attachments=attachments)), paths


def test_a_publication_says_what_was_published_by_whom_when_and_why():
    published = by_anna(council_minutes())
    publication = Publication.objects.get()
    assert published.news is News.FIRST
    assert publication.record == public_record(council_minutes())
    assert (publication.published_by, publication.published_at) == (ANNA, PUBLISHED_AT)
    assert publication.why == "Godkendt på mødet"
    assert publication.address == "/moeder/byraadet/2025-08-27/referat/"
    assert (publication.version, publication.replaces) == (1, None)


def test_items_can_be_looked_up_by_address_case_and_outcome():
    by_anna(council_minutes())
    open_item, closed_item = PublishedItem.objects.order_by("position")
    assert open_item.address == "/moeder/byraadet/2025-08-27/referat/punkt-1"
    assert (open_item.case_number, open_item.outcome) == ("EMN-2025-000101", Outcome.APPROVED)
    assert open_item.item == cycle_paths()
    assert (closed_item.part, closed_item.case_number, closed_item.outcome) == (Part.CLOSED, None, None)


def test_the_same_record_again_is_no_new_version():
    first = by_anna(council_minutes()).publication
    again = by_anna(council_minutes())
    assert (again.publication, again.news) == (first, News.UNCHANGED)


def test_a_change_in_what_is_closed_alone_is_no_new_version():
    by_anna(council_minutes())
    other = replace(council_minutes().items[1], purpose="Noget ganske andet end før")
    assert by_anna(council_minutes(cycle_paths(), other)).news is News.UNCHANGED


def test_a_changed_record_is_a_new_version_that_replaces_the_old():
    first = by_anna(council_minutes()).publication
    second = by_anna(council_minutes(place="Lindevad Hallen"))
    assert second.news is News.NEW_VERSION
    assert (second.publication.version, second.publication.replaces) == (2, first)
    assert list(Publication.objects.current()) == [second.publication]
    assert list(verify()) == []


def test_agenda_minutes_and_supplement_are_documents_of_one_meeting():
    by_anna(council_minutes())
    by_anna(council_minutes(stage=Stage.AGENDA))
    by_anna(council_minutes(stage=Stage.AGENDA, supplement=1))
    documents = Publication.objects.of_meeting("byraadet", "2025-08-27").values_list("document", flat=True)
    assert set(documents) == {"referat", "dagsorden", "tillaegsdagsorden-1"}


def test_a_second_meeting_the_same_day_has_an_address_of_its_own():
    by_anna(council_minutes())
    evening = council_minutes(starts_at=council_minutes().starts_at.replace(hour=20), ends_at=None)
    assert by_anna(evening).publication.occasion == "2025-08-27-2"


def test_minutes_that_give_only_the_day_belong_to_the_day_s_one_meeting():
    by_anna(council_minutes(stage=Stage.AGENDA))
    day_only = council_minutes(starts_at=council_minutes().starts_at.replace(hour=0), ends_at=None)
    publication = by_anna(day_only).publication
    assert (publication.occasion, publication.starts_at) == ("2025-08-27", None)


@pytest.mark.parametrize("missing", ["body", "starts_at"])
def test_a_record_that_does_not_say_which_meeting_is_refused(missing):
    with pytest.raises(IncompleteRecord):
        by_anna(council_minutes(**{missing: None}))
    assert not Publication.objects.exists()


def test_an_open_attachment_is_published_with_its_file(with_map):
    record, paths = with_map
    publication = by_anna(record, paths).publication
    (file,) = publication.files.all()
    assert file.address == "/moeder/byraadet/2025-08-27/referat/punkt-1/bilag-1"
    assert file.path.read_bytes() == paths[0, 0].read_bytes()
    assert file.attachment.text == "Kort over Åvejen"


def test_nothing_in_the_public_store_holds_what_is_closed(with_map, stores):
    record, paths = with_map
    record = replace(record, items=(*record.items, council_minutes().items[1]))
    by_anna(record, paths)
    guard = Guard(record)
    files = [path for path in (stores / "public").rglob("*") if path.is_file()]
    assert [finding for path in files for finding in guard.findings(path.name, path.read_bytes())] == []
    for table in (Publication.objects.defer(None), PublishedItem.objects):
        assert SECRET_SALE not in str(list(table.values()))


def test_every_download_is_there_and_whole(with_map):
    publication = by_anna(*with_map).publication
    downloads = {download.kind: download.path.read_bytes() for download in publication.downloads.all()}
    assert set(downloads) == {"pdf", "docx", "json", "pack", "zip"}
    assert from_json(downloads["json"]) == publication.record
    with ZipFile(BytesIO(downloads["zip"])) as archive:
        sums = [line.split("  ") for line in archive.read("SHA256SUMS").decode().splitlines()]
        assert {name for _, name in sums} == set(archive.namelist()) - {"SHA256SUMS"}
        assert all(sha256(archive.read(name)).hexdigest() == digest for digest, name in sums)
        assert "bilag/punkt-1/bilag-1-kort.pdf" in archive.namelist()
        assert archive.read("referat.pdf") == downloads["pdf"]


def test_a_publication_without_attachment_files_has_no_pack():
    publication = by_anna(council_minutes()).publication
    assert not publication.downloads.filter(kind="pack").exists()


def test_an_open_file_that_holds_closed_text_stops_the_publication(with_map):
    record, paths = with_map
    paths[0, 0].write_bytes(pdf(SECRET_NOTE))
    with pytest.raises(PublicationStopped, match=r"punkt 1, bilag Kort\.pdf, side 1: .* lukket tekst"):
        by_anna(record, paths)
    assert not Publication.objects.exists()
    assert not Body.objects.exists()


def test_a_closed_attachment_s_file_that_hangs_openly_on_two_items_stops_the_publication(stores):
    path = stores / "tegning.pdf"
    path.write_bytes(pdf(""))  # a drawing: there are no words to know it by
    shown = replace(cycle_paths(), attachments=(Attachment(title="Tegning"),))
    hidden = Attachment(number="7", title="Tegning", part=Part.CLOSED)
    record = council_minutes(
        shown, replace(shown, number="2"), replace(cycle_paths(), number="3", attachments=(hidden,))
    )
    with pytest.raises(PublicationStopped) as stopped:
        by_anna(record, {(at, 0): path for at in range(3)})
    told = [each.sentence for each in stopped.value.findings if each.severity is Severity.STOPS_FOR_EVER]
    assert told == [
        f"punkt {number}, bilag Tegning: her står lukket tekst fra punkt 3, bilag 7." for number in (1, 2)
    ]


def test_a_personal_number_stops_the_publication(stores):
    item = replace(cycle_paths(), purpose="Ansøgning fra 010180-1234")
    with pytest.raises(PublicationStopped, match="CPR-nummer"):
        by_anna(council_minutes(item))
    assert not (stores / "public" / "files").exists()


def test_clara_finds_what_was_published(with_map):
    by_anna(*with_map)
    assert found("Åvejen") == [
        "/moeder/byraadet/2025-08-27/referat/punkt-1",
        "/moeder/byraadet/2025-08-27/referat/punkt-1/bilag-1",
    ]
    assert found("tilbudsgivere") == []


def test_clara_finds_the_newest_version_alone():
    by_anna(council_minutes())
    by_anna(council_minutes(replace(cycle_paths(), title="Rundkørsel ved Åvejen", sections=())))
    assert found("kilometer") == []
    assert found("rundkørsel") == ["/moeder/byraadet/2025-08-27/referat/punkt-1"]


def test_the_record_holds_the_fingerprint_of_the_published_file(with_map):
    record, paths = with_map
    publication = by_anna(record, paths).publication
    shown = publication.record.items[0].attachments
    assert shown[0].sha256 == sha256(paths[0, 0].read_bytes()).hexdigest()
    assert shown[1].sha256 is None
    assert json.loads(publication.record_json)["items"][0]["attachments"][1]["title"] == "Lukket bilag"
