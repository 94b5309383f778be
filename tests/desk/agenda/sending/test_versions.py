"""Who sees what of an agenda's versions, packs, files and trial prints."""

from importlib import import_module
from io import BytesIO
from uuid import uuid4

import pypdfium2
import pytest

from tests.publishing.agenda.words import OFFER, SECRET, WALL

pytestmark = pytest.mark.usefixtures("stores")
SEE_ALL = ("anna", "bo", "stine")
SEE_OPEN = ("olga", "ada")
# Karen writes the paper, Leif's department has it on its route; the closed item is not theirs
OUTSIDE = ("dan",)
CLOSED = ("Fjordvej", SECRET[:20])


def body(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def pdf_pages(answer):
    """Each page's label and text."""
    assert answer.status_code == 200
    with pypdfium2.PdfDocument(BytesIO(body(answer))) as document:
        return {
            document.get_page_label(at): " ".join(document[at].get_textpage().get_text_bounded().split())
            for at in range(len(document))
        }


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def sent(lindevad):
    lindevad.sent(note="Første udgave")
    return lindevad


def test_each_of_the_cast_reads_what_they_may(client_of, address, sent):
    for name in SEE_ALL:
        page = text_of(client_of(name).get(address("agenda-version", 1)))
        assert all(words in page for words in (*CLOSED, WALL[:20], "Tilbud")), name
    for name in SEE_OPEN:
        page = text_of(client_of(name).get(address("agenda-version", 1)))
        assert not any(words in page for words in (*CLOSED, "Tilbud")), name
        assert "En ejendomssag" in page, name
        assert WALL[:20] in page, name
    for name in OUTSIDE:
        for each in (
            ("agenda-version", 1),
            ("agenda-versions",),
            ("agenda-compare", 1, 1),
            ("agenda-trial",),
        ):
            assert client_of(name).get(address(*each)).status_code == 404, (name, each)


def test_packs_are_whole_for_those_who_see_all_and_made_anew_for_the_others(client_of, address, sent):
    whole = pdf_pages(client_of("bo").get(address("agenda-pack", 1, "medlemmer")))
    assert all(any(words in text for text in whole.values()) for words in (*CLOSED, OFFER[:20]))
    for name in SEE_OPEN:
        part = pdf_pages(client_of(name).get(address("agenda-pack", 1, "medlemmer")))
        assert not any(words in text for words in (*CLOSED, OFFER[:20]) for text in part.values()), name
        [page] = [number for number, text in whole.items() if "Kort over muren" in text]
        assert "Kort over muren" in part[page], name
        assert client_of(name).get(address("agenda-pack", 1, "lukket-del")).status_code == 404, name
        public = pdf_pages(client_of(name).get(address("agenda-pack", 1, "offentlig")))
        assert not any(words in text for words in (*CLOSED, OFFER[:20]) for text in public.values()), name
    for audience in ("medlemmer", "offentlig", "lukket-del"):
        assert client_of("dan").get(address("agenda-pack", 1, audience)).status_code == 404
    assert client_of("bo").get(address("agenda-pack", 1, "alle")).status_code == 404
    assert client_of("bo").get(address("agenda-pack", 2, "medlemmer")).status_code == 404


def test_a_member_who_is_shut_out_of_an_item_gets_all_but_that(client_of, address, sent):
    sent.shut_out("bo", item=sent.purchase)
    bo = client_of("bo")
    for audience in ("medlemmer", "lukket-del"):
        pages = pdf_pages(bo.get(address("agenda-pack", 1, audience)))
        assert not any(words in text for words in CLOSED for text in pages.values())
        assert any(OFFER[:20] in text for text in pages.values())
    assert not any(words in text_of(bo.get(address("agenda-version", 1))) for words in CLOSED)
    assert all(words in text_of(client_of("stine").get(address("agenda-version", 1))) for words in CLOSED)


def test_a_pack_does_not_name_a_closed_attachment_that_was_taken_out(client_of, address, lindevad):
    for closed in (lindevad.purchase, lindevad.word):
        closed.delete()
    lindevad.sent()
    lindevad.offer.removed_at = lindevad.now
    lindevad.offer.save()
    lindevad.sent()
    for name in ("bo", *SEE_OPEN):
        pages = pdf_pages(client_of(name).get(address("agenda-pack", 2, "medlemmer")))
        assert any("Bilag taget ud af punkt 1: Lukket bilag" in text for text in pages.values()), name
        assert not any("Tilbud" in text for text in pages.values()), name


def test_what_is_said_of_an_item_that_is_hidden_from_the_reader_is_so_too(client_of, address, lindevad):
    lindevad.sent(note="Punkt 3 er nyt.")
    reverse = import_module("django.urls").reverse
    lindevad.shut_out("bo", item=lindevad.purchase)
    pages = (
        address("agenda-version", 1),
        address("agenda-versions"),
        reverse("desk:meeting", args=[lindevad.meeting.key]),
    )
    for page in pages:
        assert "Punkt 3 er nyt." not in text_of(client_of("bo").get(page)), page
        assert "Punkt 3 er nyt." in text_of(client_of("stine").get(page)), page


def test_a_file_is_for_those_who_see_it(client_of, address, sent):
    anna = client_of("anna")
    items = anna.get(address("agenda-version", 1)).context["items"]
    wall, purchase = items[0], items[2]
    assert [each.at for each in wall.attachments] == [0, 1, 2]
    assert purchase.at == 2
    offer = address("agenda-file", 1, 0, 2)
    assert OFFER[:20] in " ".join(pdf_pages(client_of("bo").get(offer)).values())
    for name in (*SEE_OPEN, *OUTSIDE):
        assert client_of(name).get(offer).status_code == 404, name
    assert "Kort over muren" in " ".join(
        pdf_pages(client_of("olga").get(address("agenda-file", 1, 0, 1))).values()
    )
    assert client_of("bo").get(address("agenda-file", 1, 0, 9)).status_code == 404
    assert client_of("bo").get(address("agenda-file", 1, 9, 0)).status_code == 404


def test_what_was_closed_or_taken_out_since_is_in_no_older_version(client_of, address, sent):
    sent.map.part, sent.map.closed_ground = "closed", "Køb af jord"
    sent.map.save()
    olga = client_of("olga")
    assert olga.get(address("agenda-file", 1, 0, 1)).status_code == 404
    pages = pdf_pages(olga.get(address("agenda-pack", 1, "offentlig")))
    assert not any("Kort over muren" in text for text in pages.values())
    sent.map.part, sent.map.closed_ground = "open", ""
    sent.map.save()
    sent.replaced(sent.map, "Et nyt kort")
    assert olga.get(address("agenda-file", 1, 0, 1)).status_code == 404
    assert not any(
        "Kort over muren" in text
        for text in pdf_pages(olga.get(address("agenda-pack", 1, "offentlig"))).values()
    )


def test_what_was_closed_when_it_was_sent_stays_so_in_that_version_after_the_item_is_opened(
    client_of, address, sent
):
    sent.meeting.items.filter(pk=sent.purchase.pk).update(
        part="open", closed_ground="", title="Den købte grund", text="Købet er offentligt nu."
    )
    sent.sent()
    for name in SEE_OPEN:
        reader = client_of(name)
        for page in (("agenda-version", 1), ("agenda-version", 2), ("agenda-compare", 1, 2)):
            assert not any(words in text_of(reader.get(address(*page))) for words in CLOSED), (name, page)
        assert "Købet er offentligt nu." in text_of(reader.get(address("agenda-version", 2)))
    assert SECRET[:20] in text_of(client_of("bo").get(address("agenda-version", 1)))


def test_reading_what_is_closed_is_in_the_log(client_of, address, sent):
    events = import_module("raadslag.models").Event.objects.filter(verb="read_closed")
    client_of("olga").get(address("agenda-version", 1))
    assert not events.exists()
    client_of("bo").get(address("agenda-version", 1))
    assert {(each.by_name, each.noun_key) for each in events} == {
        ("Bo Vang", str(sent.purchase.key)),
        ("Bo Vang", str(sent.offer.key)),
    }
    assert not any("Fjordvej" in each.label for each in events)


def test_two_versions_are_compared_item_by_item_as_each_may_see_them(client_of, address, sent):
    sent.purchase.text = f"{SECRET} og ikke mere"
    sent.purchase.save()
    sent.put("Brev fra havnefogeden", text="Han beder om et nyt fyr.")
    sent.sent()
    answer = client_of("anna").get(address("agenda-versions") + "?fra=1&til=2")
    assert answer.url == address("agenda-compare", 1, 2)
    page = text_of(client_of("bo").get(address("agenda-compare", 1, 2)))
    assert "og ikke mere</ins>" in page.replace(" </ins>", "</ins>")
    assert "Brev fra havnefogeden" in page
    page = text_of(client_of("olga").get(address("agenda-compare", 1, 2)))
    assert "Brev fra havnefogeden" in page
    assert not any(words in page for words in (*CLOSED, "og ikke mere"))


def test_an_older_version_says_that_there_is_a_newer_and_a_newer_what_is_new(client_of, address, sent):
    sent.put("Brev fra havnefogeden")
    sent.sent(note="Et brev er kommet")
    bo = client_of("bo")
    assert address("agenda-version", 2) in text_of(bo.get(address("agenda-version", 1)))
    newest = text_of(bo.get(address("agenda-version", 2)))
    assert "Et brev er kommet" in newest
    assert "Nyt punkt 4: Brev fra havnefogeden" in newest
    listed = text_of(bo.get(address("agenda-versions")))
    assert listed.index("Udgave B") < listed.index("Udgave A")


def test_the_meetings_page_leads_to_the_agenda_once_it_is_sent(client_of, address, lindevad):
    bo = client_of("bo")
    assert address("agenda-version", 1) not in text_of(bo.get(address("meeting")))
    lindevad.sent()
    assert address("agenda-version", 1) in text_of(bo.get(address("meeting")))
    assert address("agenda-version", 1) not in text_of(client_of("dan").get(address("meeting")))


def test_a_trial_print_is_a_draft_of_what_the_reader_may_see(client_of, address, lindevad):
    failed = lindevad.attached("Skitse", "", state="failed", item=lindevad.word)
    whole = pdf_pages(client_of("anna").get(address("agenda-trial")))
    assert all("Udkast" in text for text in whole.values() if "Bilaget mangler" not in text)
    assert all(any(words in text for text in whole.values()) for words in (*CLOSED, OFFER[:20]))
    assert any("filen er ikke klar endnu" in text for text in whole.values()), failed
    admin = pdf_pages(client_of("ada").get(address("agenda-trial")))
    assert not any(words in text for words in (*CLOSED, OFFER[:20]) for text in admin.values())
    assert not any("En ejendomssag" in text for text in admin.values())
    for name in ("bo", "stine", "olga", "dan"):
        assert client_of(name).get(address("agenda-trial")).status_code == 404, name


def test_an_item_that_waits_for_the_next_version_is_in_no_members_trial_print(client_of, address, sent):
    sent.put("Brev fra havnefogeden")
    assert any(
        "havnefogeden" in text for text in pdf_pages(client_of("anna").get(address("agenda-trial"))).values()
    )
    assert not any(
        "havnefogeden" in text for text in pdf_pages(client_of("bo").get(address("agenda-trial"))).values()
    )


def test_what_is_not_there_is_not_found_and_nothing_is_posted(client_of, address, sent):
    reverse = import_module("django.urls").reverse
    bo = client_of("bo")
    for name, *more in (
        ("agenda-versions",),
        ("agenda-version", 1),
        ("agenda-compare", 1, 1),
        ("agenda-pack", 1, "medlemmer"),
        ("agenda-file", 1, 0, 0),
        ("agenda-trial",),
    ):
        assert bo.post(address(name, *more)).status_code == 405, name
        assert bo.get(reverse(f"desk:{name}", args=[uuid4(), *more])).status_code == 404, name
    assert bo.get(address("agenda-version", 7)).status_code == 404
    assert bo.get(address("agenda-compare", 1, 7)).status_code == 404
