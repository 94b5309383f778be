"""The guard finds what is closed, and personal numbers, wherever they hide in a finished file."""

import json
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pikepdf
import pytest

from raadslag.publishing.guard import Guard
from raadslag.record import Attachment, Decision, Item, Part
from tests.lindevad import SECRET_NOTE, SECRET_SALE, council_minutes, cycle_paths, pdf


@pytest.fixture
def guard() -> Guard:
    return Guard(council_minutes())


def sentences(guard: Guard, name: str, data: bytes) -> list[str]:
    return [finding.in_full for finding in guard.findings(name, data)]


def word_file(text: str, author: str = "") -> bytes:
    document, saved = docx.Document(), BytesIO()
    document.add_paragraph(text)
    document.core_properties.author = author
    document.save(saved)
    return saved.getvalue()


def zipped(**members: bytes) -> bytes:
    saved = BytesIO()
    with ZipFile(saved, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return saved.getvalue()


def pdf_holding(name: str, data: bytes) -> bytes:
    saved = BytesIO()
    with pikepdf.open(BytesIO(pdf("Referat"))) as document:
        document.attachments[name] = data
        document.save(saved)
    return saved.getvalue()


PLACES = {
    "a page": ("referat.pdf", lambda secret: pdf(secret)),
    "the metadata": ("referat.pdf", lambda secret: pdf("Referat", Subject=secret)),
    "a file inside": (
        "referat.pdf",
        lambda secret: pdf_holding("record.json", json.dumps([secret]).encode()),
    ),
    "a Word text": ("referat.docx", lambda secret: word_file(secret)),
    "a Word property": ("referat.docx", lambda secret: word_file("Referat", author=secret)),
    "JSON": ("referat.json", lambda secret: json.dumps({"text": f"Først\n{secret}"}).encode()),
    "a PDF in a ZIP": ("alt.zip", lambda secret: zipped(a=pdf(secret))),
    "plain text": ("bilag.txt", lambda secret: secret.encode()),
}


@pytest.mark.parametrize("place", PLACES)
def test_closed_text_is_found(guard, place):
    name, made = PLACES[place]
    (sentence, *_) = sentences(guard, name, made(f"Her står: {SECRET_SALE}."))
    assert sentence.startswith(name)
    assert "lukket tekst fra punkt 2" in sentence
    assert "møllevang 14" in sentence


@pytest.mark.parametrize("place", PLACES)
def test_a_personal_number_is_found_but_not_repeated(guard, place):
    name, made = PLACES[place]
    (sentence, *_) = sentences(guard, name, made("Ansøger er født 010180-1234 i Lindevad"))
    assert sentence.startswith(name)
    assert "CPR-nummer: »010180-xxxx«" in sentence


@pytest.mark.parametrize("place", PLACES)
def test_an_innocent_file_passes(guard, place):
    name, made = PLACES[place]
    assert sentences(guard, name, made("Forvaltningen foreslår to kilometer cykelsti langs Åvejen")) == []


def test_words_broken_over_lines_are_known_again(guard):
    broken = SECRET_SALE.replace("entreprenøren", "entre-\nprenøren").replace(" ", "\n")
    assert sentences(guard, "bilag.txt", broken.encode()) != []


def test_the_text_of_a_closed_attachment_on_an_open_item_is_found():
    attachment = Attachment(number="1", title="Vurdering.pdf", part=Part.CLOSED, text=SECRET_NOTE)
    guard = Guard(council_minutes(replace(cycle_paths(), attachments=(attachment,))))
    (sentence,) = sentences(guard, "bilag.txt", SECRET_NOTE.encode())
    assert "lukket tekst fra punkt 1, bilag 1" in sentence


def test_a_closed_text_of_a_meeting_inside_an_attachment_is_found():
    earlier = Attachment(number="3", title="Referat", record=council_minutes())
    guard = Guard(council_minutes(replace(cycle_paths(), attachments=(earlier,))))
    (sentence,) = sentences(guard, "bilag.txt", SECRET_SALE.encode())
    assert "punkt 1, bilag 3, punkt 2" in sentence


def test_a_phrase_that_open_items_share_is_no_secret():
    phrase = "Byrådet godkendte indstillingen uden afstemning idet gruppen Ny Vej tog forbehold"
    decision = Decision(text=phrase)
    items = [Item(number=str(number), title=f"Sag {number}", decision=decision) for number in (1, 2)]
    closed = Item(number="3", title="Sag 3", part=Part.CLOSED, decision=decision)
    assert sentences(Guard(council_minutes(*items, closed)), "a.txt", phrase.encode()) == []


def test_a_closed_decision_copied_to_one_open_item_is_found():
    secret = Decision(text=SECRET_SALE)
    items = (
        Item(number="1", title="Vej", decision=secret),
        Item(number="2", title="Salg", part=Part.CLOSED, decision=secret),
    )
    assert sentences(Guard(council_minutes(*items)), "a.txt", SECRET_SALE.encode()) != []


def test_the_public_title_of_a_closed_item_is_no_secret():
    title = "Lukket sag om køb af ejendom til det nye bibliotek i midtbyen"
    closed = Item(number="2", title=title, part=Part.CLOSED, purpose=f"{title} skal drøftes")
    assert sentences(Guard(council_minutes(closed)), "a.txt", title.encode()) == []


@pytest.mark.parametrize("name", ["referat.pdf", "alt.zip"])
def test_a_file_that_cannot_be_looked_into_is_stopped(guard, name):
    whole = {"referat.pdf": pdf("Referat"), "alt.zip": zipped(a=b"tekst" * 100)}[name]
    broken = whole[:60]
    assert any("kan ikke ses efter" in sentence for sentence in sentences(guard, name, broken))


def test_the_same_bytes_are_looked_at_once_also_inside_a_zip(guard):
    secret = pdf(SECRET_SALE)
    assert sentences(guard, "bilag.pdf", secret) != []
    assert sentences(guard, "alt.zip", zipped(bilag=secret, andet=b"tekst")) == []


def test_a_bomb_is_stopped(guard):
    bomb = BytesIO()
    with ZipFile(bomb, "w", compression=8) as archive:
        archive.writestr("nuller.txt", bytes(400_000_000))
    (sentence,) = sentences(guard, "bilag.zip", bomb.getvalue())
    assert "fylder for meget" in sentence


@pytest.mark.parametrize("text", ["Konto 1234-5678901", "tlf. 1201 801234", "320180-1234", "EMN-2025-003383"])
def test_other_numbers_are_not_personal_numbers(guard, text):
    assert sentences(guard, "bilag.txt", text.encode()) == []
