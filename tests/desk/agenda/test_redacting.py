"""An attachment is redacted: words and areas are gone from the file, and the old one can be taken back."""

from importlib import import_module
from io import BytesIO

import pypdfium2
import pytest
from django.test import Client
from PIL import Image

NAME = "Karla Bjørnebo"
WORDS = "Notat om muren. Karla Bjørnebo bor i nummer 7. Muren er fire meter."
NOTHING = {"page": "", "left": "", "top": "", "width": "", "height": ""}


@pytest.fixture
def desk(stores, monkeypatch):
    """The agenda, not sent yet; Kort says where somebody lives."""
    now = import_module("tests.cast").NOW
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    made = import_module("tests.desk.agenda.out").Desk()
    made.replaced(made.map, WORDS)
    return made


@pytest.fixture
def anna(desk):
    return desk.client(Client(), "anna")


@pytest.fixture
def text_of():
    return import_module("tests.desk.agenda.out").text_of


def said(data):
    with pypdfium2.PdfDocument(data) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def token_of(answer):
    html = import_module("lxml.html")
    return html.fromstring(answer.content).xpath("//input[@name='token']/@value")[0]


def tried(anna, desk, **fields):
    return anna.post(desk.redact, {"deed": "try", "words": NAME, **NOTHING, **fields})


def taken(anna, desk, trial, **fields):
    return anna.post(desk.redact, {"deed": "take", "token": token_of(trial), "words": NAME, **fields})


def test_words_are_tried_and_then_gone_from_the_file_that_is_sent_next(desk, anna, text_of):
    desk.sent()
    old = desk.map.file
    assert NAME in said(b"".join(Client().get(f"{desk.map_address}.pdf").streaming_content))
    trial = tried(anna, desk)
    assert trial.status_code == 200
    assert f"taget ud {NAME}" in text_of(trial)
    assert desk.map.file == old  # nothing is taken in use yet
    answer = taken(anna, desk, trial)
    assert (answer.status_code, answer["Location"]) == (302, desk.page)
    new = desk.map.file
    assert (new.number, new.state, new.pages, new.sha256) == (3, "ready", 1, new.pdf_sha256)
    assert NAME not in new.text
    assert "Muren er fire meter" in new.text
    copy = b"".join(anna.get(f"/skrivebord/filer/{new.key}/bilag.pdf").streaming_content)
    assert NAME not in said(copy)
    assert "Muren er fire meter" in said(copy)
    assert NAME.encode() not in b"".join(anna.get(f"/skrivebord/filer/{new.key}/original").streaming_content)
    event = import_module("raadslag.models").Event.objects.get(verb="attachment_redacted")
    assert (event.by, event.detail) == (desk.cast.anna, {"number": 3})
    page = text_of(anna.get(desk.page))
    assert "Har en nyere fil på skrivebordet" in page
    # the new version, and then the old file is taken back where earlier versions have it
    desk.sent(note="Kortet er overstreget")
    citizens = b"".join(Client().get(f"{desk.map_address}.pdf").streaming_content)
    assert NAME not in said(citizens)
    page = anna.get(desk.page)
    assert "Filer, som kun ældre udgaver har" in text_of(page)
    back = f"{desk.page}dagsorden/1/punkt-1/bilag-1/traek-tilbage"
    assert back in page.content.decode()
    assert anna.post(back, {"why": "Et navn er overstreget", "sure": "on"}).status_code == 302
    stores = import_module("raadslag.archive.files").public_files()
    assert not stores.path(old.pdf_sha256).exists()
    assert Client().get(f"{desk.map_address}.pdf").status_code == 200
    assert "Filer, som kun ældre udgaver har" not in text_of(anna.get(desk.page))


def test_an_area_is_black_in_the_trial_and_its_words_are_gone(desk, anna, text_of):
    box = {"page": "1", "left": "0", "top": "0", "width": "100", "height": "50,5"}
    trial = tried(anna, desk, words="", **box)
    assert trial.status_code == 200
    address = f"/skrivebord/filer/{desk.map.file.key}/proeve/1.png?token={token_of(trial)}"
    picture = Image.open(BytesIO(anna.get(address).content)).convert("L")
    assert picture.getpixel((picture.width // 2, picture.height // 4)) == 0
    assert picture.getpixel((picture.width // 2, picture.height * 3 // 4)) == 255
    assert taken(anna, desk, trial, words="", **box).status_code == 302
    assert "Muren" not in desk.map.file.text


def test_what_is_wrong_is_said_and_what_was_typed_is_there_still(desk, anna, text_of):
    nowhere = tried(anna, desk, words="Ole Olsen\nMuren")
    assert nowhere.status_code == 422
    assert "»Ole Olsen« står ikke i filen" in text_of(nowhere)
    assert "Ole Olsen\nMuren" in nowhere.content.decode()
    for fields, sentence in (
        ({"words": " "}, "Skriv, hvad der skal overstreges"),
        ({"page": "9", "left": "1", "top": "1", "width": "5", "height": "5"}, "Siden findes ikke"),
        ({"page": "1", "left": "90", "top": "1", "width": "50", "height": "5"}, "går ud over siden"),
        ({"page": "1", "left": "x", "top": "1", "width": "50", "height": "5"}, "Skriv et tal i alle fem"),
    ):
        answer = tried(anna, desk, **fields)
        assert answer.status_code == 422
        assert sentence in text_of(answer)
    assert 'value="x"' in answer.content.decode()
    back = anna.post(desk.redact, {"deed": "back", "words": NAME, **NOTHING})
    assert NAME in text_of(back)
    assert back.status_code == 200


def test_a_trial_is_for_that_file_alone_and_only_for_a_while(desk, anna, text_of):
    trial = tried(anna, desk)
    other = desk.offer.file
    address = f"/skrivebord/filer/{other.key}/proeve/1.png?token={token_of(trial)}"
    assert anna.get(address).status_code == 404
    forged = anna.post(desk.redact, {"deed": "take", "token": "sludder", "words": NAME})
    assert forged.status_code == 422
    assert "Prøven er for gammel. Lav en ny." in text_of(forged)
    desk.replaced(desk.map, "En helt ny fil")
    late = taken(anna, desk, trial)
    assert late.status_code == 422
    assert "Prøven er for gammel" in text_of(late)
    assert desk.map.file.number == 3


def test_words_that_the_trial_did_not_take_out_stop_it_from_being_taken(desk, anna, text_of):
    answer = taken(anna, desk, tried(anna, desk), words=f"{NAME}\nfire meter")
    assert answer.status_code == 422
    assert "Ordene kan stadig findes i filen" in text_of(answer)
    assert desk.map.file.number == 2


def test_pictures_of_pages_follow_the_rule_of_the_file(desk, anna):
    desk.meeting.state = "sent"
    desk.meeting.save()
    desk.meeting.items.filter(pk=desk.wall.pk).update(number=1)
    ours, closed = desk.map.file, desk.offer.file
    for name, opened, shut in (
        ("anna", 200, 200), ("bo", 200, 200), ("olga", 200, 404), ("jens", 200, 404), ("dan", 404, 404),
    ):  # fmt: skip
        client = desk.client(Client(), name)
        for file, status in ((ours, opened), (closed, shut)):
            assert client.get(f"/skrivebord/filer/{file.key}/sider/1.png").status_code == status, name
    picture = anna.get(f"/skrivebord/filer/{ours.key}/sider/1.png")
    assert picture["Content-Type"] == "image/png"
    assert "no-store" in picture["Cache-Control"]
    assert anna.get(f"/skrivebord/filer/{ours.key}/sider/2.png").status_code == 404
    assert anna.post(f"/skrivebord/filer/{ours.key}/sider/1.png").status_code == 405
    read = import_module("raadslag.models").Event.objects.filter(verb="read_closed", by=desk.cast.anna)
    assert read.filter(noun_key=str(desk.offer.key)).count() == 1


def test_only_those_who_may_change_the_attachment_redact_in_it(desk, anna):
    for name, status in (("anna", 200), ("bo", 404), ("karen", 404), ("dan", 404)):
        client = desk.client(Client(), name)
        assert client.get(desk.redact).status_code == status, name
        if status == 404:
            assert tried(client, desk).status_code == 404, name
    assert anna.get(f"/skrivebord/bilag/{desk.meeting.key}/overstreg/").status_code == 404
    assert anna.put(desk.redact).status_code == 405
