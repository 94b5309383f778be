"""The public copy of a PDF: what is seen is there, and nothing else is."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary
from PIL import Image, ImageChops

from raadslag.conversion import Unconvertible, What
from raadslag.conversion.pdf.cleaning import Clean, clean
from tests.conversion import pdf_files
from tests.conversion.all_in import all_in, pages


@pytest.fixture(scope="module")
def before() -> bytes:
    return pdf_files.with_everything()


@pytest.fixture(scope="module")
def after(before: bytes) -> Clean:
    return clean(before, most_pages=10)


@pytest.mark.parametrize("where", pdf_files.SECRETS)
def test_what_is_not_seen_was_there_and_is_gone(before: bytes, after: Clean, where: str) -> None:
    secret = pdf_files.SECRETS[where]
    assert secret in all_in(before)
    assert secret not in all_in(after.data)


@pytest.mark.parametrize("words", [pdf_files.SEEN, "Vises i et lag", "Stempel", "Feltets svar"])
def test_what_is_seen_is_still_seen(after: Clean, words: str) -> None:
    assert words in pages(after.data)[0]


def test_links_to_the_web_stay_and_nothing_else_acts(after: Clean) -> None:
    with pikepdf.open(BytesIO(after.data)) as pdf:
        (link,) = pdf.pages[0].Annots
        assert {key: str(value) for key, value in link.A.items()} == {
            "/S": "/URI",
            "/URI": "https://lindevad.example/",
        }
        assert set(pdf.Root.keys()) <= {"/Type", "/Pages", "/Outlines", "/Names", "/Lang"}
        assert "/Info" not in pdf.trailer


def test_bookmarks_stay_without_what_they_did(after: Clean) -> None:
    with pikepdf.open(BytesIO(after.data)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Første side"]


def test_what_was_found_is_told_with_its_number(after: Clean) -> None:
    told = {finding.what: finding.count for finding in after.findings}
    assert told == {
        What.SCRIPT: 6,
        What.ACTION: 1,
        What.EMBEDDED_FILE: 1,
        What.HIDDEN_LAYER: 1,
        What.COMMENT: 1,
        What.FORM: 1,
        What.STAMP: 2,
        What.METADATA: 1,
        What.POSITION: 1,
    }
    which = {finding.what: finding.which for finding in after.findings}
    assert which[What.HIDDEN_LAYER] == (pdf_files.SECRETS["hidden layer's name"],)
    assert which[What.EMBEDDED_FILE] == (pdf_files.SECRETS["embedded file's name"],)


def test_the_same_bytes_give_the_same_bytes(before: bytes, after: Clean) -> None:
    assert clean(before, most_pages=10).data == after.data


def test_a_clean_copy_is_clean_already(after: Clean) -> None:
    again = clean(after.data, most_pages=10)
    assert again.findings == ()
    assert pages(again.data) == pages(after.data)


def test_a_black_box_over_a_name_stays_where_it_is() -> None:
    cleaned = clean(pdf_files.with_black_box(), most_pages=10)
    with pikepdf.open(BytesIO(cleaned.data)) as pdf:
        assert "/Annots" not in pdf.pages[0]
        assert b"Do" in b"".join(stream.read_bytes() for stream in pdf.pages[0].Contents)
    assert {finding.what for finding in cleaned.findings} == {What.STAMP, What.COMMENT}


@pytest.mark.parametrize("asks_to_be_drawn", [False, True])
def test_an_answer_in_a_form_is_drawn_with_its_danish_letters(asks_to_be_drawn: bool) -> None:
    cleaned = clean(pdf_files.with_unshown_value(asks_to_be_drawn=asks_to_be_drawn), most_pages=10)
    assert "Åse Rødgrød – 12 €" in pages(cleaned.data)[0]


def test_a_file_that_only_its_author_may_change_is_open_to_all() -> None:
    with pikepdf.open(BytesIO(clean(pdf_files.locked(user=""), most_pages=10).data)) as pdf:
        assert not pdf.is_encrypted


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf_files.locked(user="kode"), "fjern adgangskoden"),
        (pdf_files.plain()[:-200], "hent den igen"),
        (pdf_files.plain()[:100], "hent den igen"),
        (pdf_files.plain("1", "2", "3"), "del den i flere filer"),
        (b"%PDF-1.7\n%%EOF", "hent den igen"),
    ],
    ids=["locked", "cut", "cut short", "too many pages", "nothing"],
)
def test_what_cannot_be_shown_is_refused_in_danish(data: bytes, words: str) -> None:
    with pytest.raises(Unconvertible, match=words):
        clean(data, most_pages=2)


def test_a_damaged_file_that_is_whole_is_repaired_and_told() -> None:
    data = pdf_files.plain()
    at = data.rindex(b"startxref")
    cleaned = clean(data[:at] + b"startxref\n99999\n%%EOF\n", most_pages=10)
    assert pages(cleaned.data) == [pdf_files.SEEN]
    assert [finding.what for finding in cleaned.findings] == [What.REPAIRED]


SAMPLES = Path(__file__).parents[2] / "samples"
ACTS = ("app.alert", "skript", "startes.exe", "/JavaScript", "/Launch", "Indlejret indhold")


@given(st.data())
@settings(max_examples=100, deadline=None)
@pytest.mark.filterwarnings("ignore:Unexpected end of stream")
def test_whatever_is_broken_in_a_file_nothing_that_acts_gets_out(before: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(before) - 1))
    length = data.draw(st.integers(0, 40))
    broken = before[:at] + data.draw(st.binary(max_size=8)) + before[at + length :]
    with suppress(Unconvertible):
        everything = all_in(clean(broken, most_pages=10).data)
        assert [sign for sign in ACTS if sign in everything] == []


def test_danish_names_from_before_unicode_are_understood() -> None:
    data = pdf_files.with_layers(Dictionary(OFF=Array([]))).replace(b"/L BDC", b"/\xe6 BDC")
    data = data.replace(b"/Properties << /L ", b"/Properties << /\xe6 ")
    assert b"\xe6" in data
    cleaned = clean(data, most_pages=10)
    assert "Lagets tekst" not in all_in(cleaned.data)


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.pdf")), ids=lambda path: path.name)
def test_a_usual_file_looks_and_reads_as_it_did(path: Path) -> None:
    data = path.read_bytes()
    cleaned = clean(data, most_pages=100).data
    assert pages(cleaned) == pages(data)
    for before_page, after_page in zip(drawn(data), drawn(cleaned), strict=True):
        assert ImageChops.difference(before_page, after_page).getbbox() is None


def drawn(pdf: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=1).to_pil().convert("RGB") for page in document]
