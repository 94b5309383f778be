"""Any attachment becomes a PDF to show, print and publish, or the reason why not in a Danish sentence."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from raadslag.conversion import Converted, Kind, Limits, TryAgain, Unconvertible, What, convert
from tests.conversion import mail_files, office_files, pdf_files, picture_files
from tests.conversion.all_in import all_in, pages

pytestmark = pytest.mark.xdist_group("office files")
PROJECT = Path(__file__).parents[2]


def scanned() -> bytes:
    """A page of text, a scanned one, and one that says nothing."""
    return pdf_files.with_pages_after(
        pdf_files.plain("En side med tekst, som ikke skal genkendes igen."),
        pdf_files.of_pictures(picture_files.scan(), picture_files.blank()),
    )


@pytest.fixture(scope="module")
def recognised() -> Converted:
    return convert(scanned(), "scannet.pdf")


def test_the_text_of_a_scanned_page_is_recognised_in_danish(recognised: Converted) -> None:
    assert recognised.recognised
    assert picture_files.SCANNED in recognised.texts[1].replace("\n", " ")
    assert picture_files.SCANNED in pages(recognised.pdf)[1].replace("\r\n", " ")
    assert recognised.texts[0] == "En side med tekst, som ikke skal genkendes igen."


def test_a_picture_that_gives_no_text_is_told_with_its_page(recognised: Converted) -> None:
    (silent,) = [each for each in recognised.findings if each.what is What.NOT_RECOGNISED]
    assert silent.which == ("3",)


def test_a_recognised_copy_says_nothing_of_what_recognised_it(recognised: Converted) -> None:
    assert "ocrmypdf" not in all_in(recognised.pdf).lower()
    assert "tesseract" not in all_in(recognised.pdf).lower()


def test_a_page_that_lies_on_its_side_is_read_too() -> None:
    data = picture_files.saved(picture_files.scan().rotate(90, expand=True), "PNG", dpi=(150, 150))
    converted = convert(data, "liggende.png")
    assert converted.kind is Kind.PNG
    assert picture_files.SCANNED in converted.text.replace("\n", " ")


def test_more_scanned_pages_than_one_waits_for_are_told_and_left() -> None:
    data = pdf_files.of_pictures(picture_files.scan(), picture_files.scan())
    converted = convert(data, "scannet.pdf", limits=Limits(most_scanned_pages=1))
    assert not converted.recognised
    assert [each.which for each in converted.findings if each.what is What.NOT_RECOGNISED] == [("1", "2")]


def test_a_pdf_with_everything_comes_out_with_what_is_seen_alone() -> None:
    converted = convert(pdf_files.with_everything(), "alt.pdf")
    everything = all_in(converted.pdf)
    assert [where for where, secret in pdf_files.SECRETS.items() if secret in everything] == []
    assert pdf_files.SEEN in converted.text
    assert {each.what for each in converted.findings} >= {What.SCRIPT, What.HIDDEN_LAYER, What.EMBEDDED_FILE}


def test_the_files_of_an_e_mail_are_parts_by_what_they_are() -> None:
    converted = convert(mail_files.eml(("notat.xyz", pdf_files.plain()), ("p.pdf", b"MZ\0\0")), "brev.eml")
    pdf, program = converted.parts
    assert (pdf.name, pdf.kind, pdf.data) == ("notat.xyz", Kind.PDF, pdf_files.plain())
    assert (program.kind, program.why) == (
        None,
        "Filen er et program og kan ikke lægges op; vælg en anden fil.",
    )


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a\nb\0c", "æ" * 300, "-rf", "$(x)"])
def test_whatever_a_file_is_called_it_is_converted(name: str) -> None:
    assert convert(b"hej", name).text == "hej"


def test_two_files_of_one_name_and_different_kinds_are_two() -> None:
    table, slides = convert(office_files.workbook(), "a.xlsx"), convert(office_files.slides(), "a.pptx")
    assert "1234,5" in table.text
    assert "1234,5" not in slides.text


@pytest.mark.parametrize(
    "data", [pdf_files.with_everything(), office_files.word(), mail_files.msg(), picture_files.photo("JPEG")]
)
def test_the_same_bytes_give_the_same_copy(data: bytes) -> None:
    assert convert(data, "bilag") == convert(data, "bilag")


def test_several_are_converted_at_once() -> None:
    texts = [f"tekst {number}" for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        converted = pool.map(lambda text: convert(text.encode(), "x.txt"), texts)
    assert [each.text for each in converted] == texts


def test_pages_and_texts_go_together() -> None:
    converted = convert(pdf_files.plain("en", "to", "tre"), "tre.pdf")
    assert converted.pages == 3
    assert converted.text == "en\fto\ftre"


# --- what goes wrong -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["x.docx", "x.pdf", "x"])
def test_random_bytes_are_refused_whatever_they_are_called(name: str) -> None:
    with pytest.raises(Unconvertible):
        convert(bytes(range(256)) * 40, name)


@pytest.mark.parametrize("ending", ["rtf", "doc", "odt"])
def test_half_an_office_file_is_refused_or_printed_but_never_crashes(ending: str) -> None:
    data = office_files.saved_as(office_files.word, ending)
    try:
        assert convert(data[: len(data) // 2], f"halv.{ending}").pages
    except (Unconvertible, TryAgain) as refusal:
        assert str(refusal).endswith((".", "PDF."))  # noqa: PT017


def test_a_word_file_with_damaged_text_is_refused() -> None:
    broken = office_files.with_parts(
        office_files.word(), {}, change={"word/document.xml": lambda part: part[: len(part) // 2]}
    )
    with pytest.raises(Unconvertible, match="hent den igen"):
        convert(broken, "x.docx")


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    bomb = pdf_files.bomb()
    assert len(bomb) < 50_000
    begun = time.monotonic()
    with pytest.raises(Unconvertible, match="alt for stor"):
        convert(bomb, "bombe.pdf", limits=Limits(megabytes=1500))
    assert time.monotonic() - begun < 60


def test_what_takes_too_long_may_be_tried_again() -> None:
    with pytest.raises(TryAgain, match="1 sekund"):
        convert(office_files.long_word(), "lang.docx", limits=Limits(seconds=1))


@pytest.mark.parametrize("data", [office_files.word(), pdf_files.plain()], ids=["soffice", "our own"])
def test_a_program_that_dies_may_be_tried_again(data: bytes) -> None:
    with pytest.raises(TryAgain, match="prøv igen"):
        convert(data, "bilag", limits=Limits(megabytes=120))


def test_a_disk_that_is_full_is_told(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from raadslag.conversion import TryAgain, convert\n"
        "from tests.conversion.pdf_files import of_pictures\nfrom PIL import Image\n"
        "data = of_pictures(Image.effect_noise((1500, 1500), 90))\n"
        "try: convert(data, 'x.pdf', folder=Path(sys.argv[1]))\n"
        "except TryAgain as refusal: print(refusal)"
    )
    walls = ["bwrap", "--dev-bind", "/", "/", "--size", "1000000", "--tmpfs", str(tmp_path)]
    told = subprocess.run(
        [*walls, sys.executable, "-c", program, str(tmp_path)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "plads på serverens disk" in told.stdout
