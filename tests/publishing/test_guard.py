"""The guard finds what is closed, and personal numbers, wherever they hide in a finished file."""

import json
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pikepdf
import pytest

from raadslag.publishing.finding import Finding, Kind, Place, Severity, Waiver
from raadslag.publishing.guard import Guard
from raadslag.publishing.house import House
from raadslag.publishing.public_record import OWN_TITLE, public_record
from raadslag.record import Attachment, Decision, Item, MeetingRecord, Part, Section
from raadslag.writing.redaction import redact
from tests.lindevad import ANNA, PUBLISHED_AT, SECRET_NOTE, SECRET_SALE, council_minutes, cycle_paths, pdf
from tests.publishing.hiding import PLACES as HIDDEN_IN


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


OWN_TITLES = [
    "Hanne Ravnkilde",
    "Havnecentret",
    "Opsigelse af Hanne",
    "Opsigelse af skoleleder Hanne Ravnkilde",
    "Påtale til skoleleder Hanne Ravnkilde i dag",
    "Aftale om fratrædelse for Hanne Ravnkilde fra den første maj",
]


def with_own_title(title: str, *open_items: Item, public: str = "En personalesag") -> MeetingRecord:
    hidden = Section(heading=OWN_TITLE, text=title)
    return council_minutes(*open_items, Item(number="9", title=public, part=Part.CLOSED, sections=(hidden,)))


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize("title", OWN_TITLES)
def test_a_closed_item_s_own_title_is_found_however_short_and_wherever_it_is_said_openly(title, count):
    items = [Item(number=f"{at}", title=title, sections=(Section(text=title),)) for at in range(count)]
    said = f"Husk: {title} er på."
    (sentence,) = sentences(Guard(with_own_title(title, *items)), "bilag.txt", said.encode())
    assert "lukket tekst fra punkt 9" in sentence


@pytest.mark.parametrize(
    ("title", "public"),
    [
        ("Opsigelse af skoleleder", "Opsigelse af skoleleder"),
        ("Salg af grund", "Lukket sag om salg af grund"),
        ("Orientering fra formanden", "Lukket sag"),
        ("Orientering", "Lukket sag"),
    ],
)
def test_an_own_title_that_everybody_says_is_no_secret(title, public):
    guard = Guard(with_own_title(title, public=public), House(phrases=("Orientering fra formanden",)))
    assert sentences(guard, "bilag.txt", f"{title} følger".encode()) == []


def test_a_note_that_names_a_closed_item_by_its_own_title_is_closed():
    note = "Hanne Ravnkilde kommer klokken ni og har taget sin mand med"
    record = replace(with_own_title("Hanne Ravnkilde", cycle_paths()), notes=(note, "Der er kaffe."))
    assert public_record(record).notes == ("Der er kaffe.",)
    assert sentences(Guard(record), "bilag.txt", note.encode()) != []


@pytest.mark.parametrize("words", [12, 60])
def test_a_closed_note_that_hangs_openly_on_two_items_is_found(words):
    note = " ".join(f"{SECRET_NOTE} {SECRET_SALE} {SECRET_NOTE} {SECRET_SALE}".split()[:words])
    shown, closed = Attachment(title="Notat", text=note), Attachment(title="N", part=Part.CLOSED, text=note)
    items = [Item(number=f"{at}", title=f"Sag {at}", attachments=(shown,)) for at in (1, 2)]
    guard = Guard(council_minutes(*items, replace(cycle_paths(), number="3", attachments=(closed,))))
    assert any("punkt 3, bilag 1" in each for each in sentences(guard, "a.txt", note.encode()))


def test_a_short_closed_text_inside_one_open_text_is_found_and_a_common_clause_is_not():
    clause, words = "at orienteringen tages til efterretning", "Hanne er syg til jul"
    closed = Item(number="2", title="Sag", part=Part.CLOSED, recommendation=(clause, words))
    shown = Item(number="1", title="Vej", purpose=f"Som sagt: {words} igen", recommendation=(clause,))
    guard = Guard(council_minutes(shown, closed))
    assert sentences(guard, "a.txt", clause.encode()) == []
    assert sentences(guard, "a.txt", words.encode()) != []


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


def test_a_redacted_file_passes_and_its_boxes_are_no_hidden_text(guard):
    assert sentences(guard, "bilag.pdf", pdf(f"Her står: {SECRET_SALE}. Og mere.")) != []
    redacted = redact(pdf(f"Her står: {SECRET_SALE}. Og mere."), [SECRET_SALE])
    assert sentences(guard, "bilag.pdf", redacted.data) == []


def test_what_may_be_waived_passes_with_a_second_person_and_a_reason_alone():
    comment = Finding(Kind.COMMENT, Place("kort.pdf"), "Se her")
    closed = Finding(Kind.CLOSED_TEXT, Place("kort.pdf"), "en to tre fire", "punkt 2")

    def lets_pass(finding, by="Mette Holm", why="Den er en del af tegningen", document="byraadet"):
        waiver = Waiver(document, finding.fingerprint, by, PUBLISHED_AT, why)
        return waiver.lets_pass(finding, "byraadet", ANNA)

    assert lets_pass(comment)
    assert not lets_pass(comment, by=f" {ANNA.upper()} ")
    assert not lets_pass(comment, why=" ")
    assert not lets_pass(comment, document="kulturudvalget")
    assert not lets_pass(closed)
    assert not lets_pass(Finding(Kind.PERSONAL_NUMBER, Place("kort.pdf"), "010180-xxxx"))
    other = Waiver("byraadet", comment.fingerprint, "Mette", PUBLISHED_AT, "Nej")
    assert not other.lets_pass(Finding(Kind.COMMENT, Place("kort.pdf"), "En anden"), "byraadet", ANNA)


GUIDANCE = "Skriv her hvad sagen handler om i højst fem linjer"
HOUSE = House(
    phones=frozenset({"8940"}),
    mail_domains=frozenset({"lindevad.example"}),
    addresses=frozenset({"Rådhuspladsen 2, 8000 Lindevad"}),
    guidance=(GUIDANCE,),
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"Resume. {GUIDANCE}.", [Kind.GUIDANCE_TEXT]),
        ("Ring på 22 33 44 55 eller tlf. 22334455.", [Kind.PHONE]),
        ("Skriv til bo@privat.example.", [Kind.PRIVATE_MAIL]),
        ("Bo Vang, Åvejen 12, 2. tv., 8000 Lindevad", [Kind.POSTAL_ADDRESS]),
        ("Rådhuspladsen 2, 8000 Lindevad, 89 40 20 00, post@sag.lindevad.example", []),
        ("Det koster 12 34 56 78 90 kr., konto 1234 12345678, CVR 12345678", []),
    ],
)
def test_what_belongs_to_private_people_is_told_and_the_house_s_own_is_not(text, kinds):
    found = list(Guard(council_minutes(), HOUSE).findings("bilag.txt", text.encode()))
    assert sorted({each.kind for each in found}) == kinds
    assert all(each.stops == (each.kind is Kind.GUIDANCE_TEXT) for each in found)


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("PDF: comment", Kind.COMMENT),
        ("PDF: white text", Kind.HIDDEN_TEXT),
        ("PDF: under a black box", Kind.HIDDEN_TEXT),
        ("PDF: hidden layer", Kind.HIDDEN_TEXT),
        ("PDF: beside the paper", Kind.HIDDEN_TEXT),
        ("Word comment", Kind.COMMENT),
        ("Word insertion", Kind.TRACKED_CHANGE),
        ("Word deletion", Kind.TRACKED_CHANGE),
        ("Word hidden text", Kind.HIDDEN_TEXT),
        ("Word white text", Kind.HIDDEN_TEXT),
        ("Excel comment", Kind.COMMENT),
        ("Excel hidden sheet", Kind.HIDDEN_TEXT),
        ("PowerPoint notes", Kind.COMMENT),
        ("OpenDocument comment", Kind.COMMENT),
        ("HTML comment", Kind.COMMENT),
        ("HTML hidden element", Kind.HIDDEN_TEXT),
    ],
)
def test_what_may_not_be_there_stops_whatever_it_says(guard, place, kind):
    found = list(guard.findings(*HIDDEN_IN[place]("Husk at ringe til Vagn om skuret")))
    assert kind in {each.kind for each in found}
    assert all(each.severity is Severity.STOPS for each in found)
