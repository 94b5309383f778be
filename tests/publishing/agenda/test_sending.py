"""An agenda is sent: the members have all of it, the public what is open, and a supplement the day after."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pypdfium2
import pytest
from django.db import transaction

from raadslag.archive.models import Publication
from raadslag.publishing import withdraw_attachment
from raadslag.record import Part
from tests.publishing.agenda.words import OFFER, SECRET, WALL

pytestmark = pytest.mark.usefixtures("stores")
HIDDEN = ("Fjordvej", SECRET[:20], OFFER[:20])


@pytest.fixture
def sending(stores):
    return import_module("raadslag.publishing.agenda.sending")


@pytest.fixture
def refusal(stores):
    return import_module("raadslag.models.refusal")


def texts(path):
    """Each page's label and text."""
    with pypdfium2.PdfDocument(path) as document:
        return {
            document.get_page_label(at): " ".join(document[at].get_textpage().get_text_bounded().split())
            for at in range(len(document))
        }


def packs_of(version):
    store = import_module("raadslag.models.desk_files").desk_files()
    return {pack.audience: texts(store.path(pack.sha256)) for pack in version.packs.all()}


def public_documents():
    return {each.document: each for each in Publication.objects.current()}


def test_numbers_are_frozen_and_the_public_has_what_is_open(agenda):
    version = agenda.sent()
    agenda.meeting.refresh_from_db()
    assert (version.letter, agenda.meeting.state) == ("A", "sent")
    assert [each.number for each in agenda.meeting.items.order_by("order")] == [1, 3, 2]
    record = public_documents()["dagsorden"].record
    assert [each.title for each in record.items] == [
        "Højvandsmur ved havnen",
        "Eventuelt",
        "En ejendomssag",
    ]
    assert record.items[2].sections == ()
    assert [each.title for each in record.items[0].attachments] == ["Indstilling", "Kort", "Lukket bilag"]
    assert record.items[0].attachments[1].sha256


def test_three_packs_have_the_same_numbers_on_the_same_pages(agenda):
    packs = packs_of(agenda.sent())
    members, public, closed = packs["members"], packs["public"], packs["closed"]
    assert all(any(words in text for text in members.values()) for words in (*HIDDEN, WALL[:20]))
    assert all(any(words in text for text in closed.values()) for words in HIDDEN)
    assert not any(words in text for text in public.values() for words in HIDDEN)
    assert not any(WALL[:20] in text for text in closed.values())
    total = f"af {len(members)}"
    assert all(total in text for pack in packs.values() for text in pack.values())
    [map_page] = [number for number, text in members.items() if "Kort over muren" in text]
    assert "Kort over muren" in public[map_page]
    [offer_page] = [number for number, text in members.items() if OFFER[:20] in text]
    assert OFFER[:20] in closed[offer_page]
    assert offer_page not in public


def test_the_publics_own_pack_has_those_numbers_too(agenda):
    members = packs_of(agenda.sent())["members"]
    downloads = {each.kind: each.path for each in public_documents()["dagsorden"].downloads.all()}
    public = texts(downloads["pack"])
    [page] = [number for number, text in members.items() if "Kort over muren" in text]
    assert "Kort over muren" in public[page]
    assert f"side {page} af {len(members)}" in public[page]


def test_the_publics_pack_keeps_its_numbers_when_an_attachment_is_withdrawn(agenda):
    agenda.attached("Plan", "Plan over havnen", item=agenda.word)
    members = packs_of(agenda.sent())["members"]
    withdraw_attachment(
        public_documents()["dagsorden"].files.get(title="Kort"), by="Anna Lund", at=agenda.now, why="Forkert"
    )
    downloads = {each.kind: each.path for each in public_documents()["dagsorden"].downloads.all()}
    public = texts(downloads["pack"])
    assert not any("Kort over muren" in text for text in public.values())
    [page] = [number for number, text in members.items() if "Plan over havnen" in text]
    assert "Plan over havnen" in public[page]
    assert f"side {page} af {len(members)}" in public[page]


def test_a_supplement_is_a_document_of_its_own_and_renumbers_nothing(agenda):
    agenda.sent()
    first = public_documents()["dagsorden"]
    agenda.put("Brev fra havnefogeden", text="Han beder om et nyt fyr.", minutes=5)
    version = agenda.sent(note="Et brev")
    assert (version.letter, version.supplement) == ("B", 1)
    assert [each.title for each in version.meeting_record.items][-1] == "Brev fra havnefogeden"
    documents = public_documents()
    assert documents["dagsorden"] == first
    [item] = documents["tillaegsdagsorden-1"].record.items
    assert (item.number, item.title) == ("4", "Brev fra havnefogeden")
    assert "Nyt punkt 4: Brev fra havnefogeden" in packs_of(version)["members"]["1"]


def test_an_item_that_is_taken_off_keeps_its_number_and_says_so(agenda):
    agenda.sent()
    agenda.word.refresh_from_db()
    agenda.word.state = "lapsed"
    agenda.word.save()
    agenda.sent()
    item = public_documents()["dagsorden"].record.items[1]
    assert (item.number, item.title) == ("2", "Eventuelt")
    assert [section.text for section in item.sections] == ["Punktet udgår."]


def test_nothing_is_published_where_closed_words_stand_in_any_of_the_documents(agenda, sending):
    agenda.sent()
    agenda.put("Brev", text=f"Som I ved: {SECRET}")
    agenda.replaced(agenda.map, "Et nyt kort over muren")
    version = agenda.asked()
    before = Publication.objects.count()
    with pytest.raises(sending.CannotDeliver) as stopped:
        sending.deliver(version, agenda.now)
    assert Publication.objects.count() == before
    assert "lukket tekst" in " ".join(stopped.value.sentences)
    assert SECRET not in " ".join(stopped.value.sentences)


CLOSED = {"part": "closed", "closed_ground": "Beskyttelseslovens § 9"}


@pytest.mark.parametrize(
    ("thing", "columns", "says"),
    [
        ("meeting", {"state": "cancelled"}, "Mødet er aflyst"),
        ("meeting", {"ends_at": datetime(2026, 12, 1, 12, tzinfo=UTC)}, "Mødet er flyttet"),
        ("word", CLOSED, "Punkt 2 er blevet lukket"),
        ("wall_paper", CLOSED, "Punkt 1 er blevet lukket"),
        ("word", {"state": "lapsed"}, "Punkt 2 er taget af"),
        ("purchase", {"public_title": "Et køb"}, "Punkt 3 har fået en anden offentlig overskrift"),
        ("map", CLOSED, "Et bilag til punkt 1 er blevet lukket"),
        ("map", {"removed_at": datetime(2026, 3, 2, tzinfo=UTC)}, "Et bilag til punkt 1 er taget ud"),
        ("map", {"left_out_reason": "Fortroligt"}, "Et bilag til punkt 1 er udeladt"),
    ],
)
def test_what_is_closed_or_taken_out_after_it_was_asked_for_is_not_sent(
    agenda, sending, thing, columns, says
):
    version = agenda.asked()
    changed = getattr(agenda, thing)
    type(changed).objects.filter(pk=changed.pk).update(**columns)
    with pytest.raises(sending.CannotDeliver) as stopped:
        sending.deliver(version, agenda.now)
    assert says in str(stopped.value)
    assert "Fjordvej" not in str(stopped.value)
    assert not Publication.objects.exists()


def test_an_attachment_that_has_another_file_meanwhile_stops_it(agenda, sending):
    version = agenda.asked()
    agenda.replaced(agenda.map, "Kort uden navne")
    with pytest.raises(sending.CannotDeliver, match="Et bilag til punkt 1 har fået en anden fil"):
        sending.deliver(version, agenda.now)
    assert not Publication.objects.exists()


def test_a_version_that_waits_can_be_called_back(agenda, sending, refusal):
    version = agenda.asked()
    sending.call_back(version, by=agenda.cast.anna, at=agenda.now)
    assert (version.state, version.stopped_by[0]) == ("stopped", "Anna Lund stoppede udsendelsen.")
    with pytest.raises(refusal.Overtaken):
        sending.call_back(version, by=agenda.cast.anna, at=agenda.now)
    assert agenda.sent().letter == "A"


def test_a_job_that_is_broken_off_after_publishing_can_run_again(agenda, sending):
    version = agenda.asked()
    with transaction.atomic():
        sending.settle(version, sending.deliver(version, agenda.now), agenda.now)
        transaction.set_rollback(True)
    assert Publication.objects.count() == 1
    version.refresh_from_db()
    assert version.state == "waiting"
    sending.settle(version, sending.deliver(version, agenda.now), agenda.now + timedelta(minutes=1))
    assert Publication.objects.count() == 1
    assert version.packs.count() == 3


def test_one_sends_what_one_has_seen_and_only_once(agenda, refusal):
    seen = agenda.composed()
    fingerprint = import_module("raadslag.publishing.agenda.versions").fingerprint(seen)
    agenda.put("Kom til imens")
    with pytest.raises(refusal.Overtaken):
        agenda.asked(seen=fingerprint)
    agenda.asked()
    with pytest.raises(refusal.Overtaken):
        agenda.asked()


def test_what_is_new_is_needed_to_send_again(agenda, refusal):
    agenda.sent()
    with pytest.raises(refusal.Refused):
        agenda.asked()


@pytest.mark.parametrize("note", ["Se Køb af  Fjordvej 4", "Nyt: tilbud"])
def test_what_is_said_of_a_version_names_nothing_closed(agenda, refusal, note):
    with pytest.raises(refusal.Refused, match="nævner noget lukket"):
        agenda.asked(note=note)
    assert agenda.asked(note="En ejendomssag og flere tilbudsgivere").note


def test_an_agenda_can_be_for_members_alone(agenda):
    version = agenda.sent(publishes=False)
    assert not Publication.objects.exists()
    assert set(packs_of(version)) == {"members", "public", "closed"}
    agenda.sent()
    assert public_documents()["dagsorden"].record.items[2].part is Part.CLOSED


def test_a_meeting_that_is_moved_keeps_its_address_and_its_old_day_is_free_for_another(agenda):
    agenda.sent()
    first = public_documents()["dagsorden"]
    meeting, later = agenda.meeting, timedelta(days=7)
    old = meeting.starts_at
    meeting.move(old + later, meeting.ends_at + later, "Salen", by=agenda.cast.anna, at=agenda.now)
    other = type(meeting).objects.create(body=meeting.body, starts_at=old, ends_at=old + timedelta(hours=1))
    address = import_module("raadslag.publishing.agenda.address")
    assert address.occasion_of(other) == f"{first.occasion}-2"
    agenda.sent()
    [moved] = Publication.objects.current()
    assert (moved.address, moved.version, moved.replaces) == (first.address, 2, first)
    assert moved.held_on == first.held_on + later
    assert address.occasion_of(other) == f"{first.occasion}-2"
    out = import_module("raadslag.desk.agenda.out")
    assert [each.publication for each in out.out_of(agenda.meeting)] == [moved]
    assert out.out_of(other) == []
