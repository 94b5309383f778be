"""What a finished PDF shows: its texts, its pictures, and what nobody can see."""

import pytest
from PIL import Image

from raadslag.conversion import Unconvertible, What
from raadslag.conversion.pdf.looking import look
from tests.conversion import pdf_files, picture_files


def test_each_page_has_its_text_with_danish_letters() -> None:
    looked = look(pdf_files.plain("Ærø på første side", "Åen på anden"))
    assert looked.texts == ("Ærø på første side", "Åen på anden")
    assert looked.pictures == looked.findings == ()


@pytest.mark.parametrize("covered", [False, True], ids=["white on white", "under a black box"])
def test_text_that_cannot_be_seen_is_told_with_its_page(covered: bool) -> None:
    (finding,) = look(pdf_files.with_unseen_text(covered=covered)).findings
    assert (finding.what, finding.which) == (What.UNSEEN_TEXT, ("1",))


def test_text_beside_the_paper_is_told() -> None:
    assert look(pdf_files.with_text_beside_the_page()).findings[0].what == What.UNSEEN_TEXT


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_text_that_can_be_seen_is_not_told_whichever_way_the_page_lies(turned: int) -> None:
    assert look(pdf_files.turned(turned)).findings == ()


def test_white_text_on_a_dark_ground_can_be_seen() -> None:
    assert look(pdf_files.with_white_on_black()).findings == ()


def test_a_scanned_page_is_a_picture_and_one_with_a_logo_is_not() -> None:
    scanned = pdf_files.of_pictures(picture_files.scan(), picture_files.scan())
    assert look(scanned).pictures == (1, 2)
    assert look(pdf_files.with_logo(Image.new("L", (50, 50)))).pictures == ()


def test_a_scanned_page_with_a_stamp_is_still_a_picture() -> None:
    assert look(pdf_files.of_a_stamped_picture(picture_files.scan())).pictures == (1,)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(Unconvertible, match="beskadiget"):
        look(b"%PDF-1.7 nothing")
