"""A plain text becomes pages: its lines, its letters and its spaces as they were."""

import pytest

from raadslag.conversion import Kind, Unconvertible
from raadslag.conversion.inside.finishing import finish
from raadslag.conversion.orders import Made, Order, Work
from raadslag.conversion.typesetting import paragraphs

DANISH = "Rødgrød på Ærø koster 12 kr. – \u201ehvert år\u201c"


def made(data: bytes) -> Made:
    return finish(data, Order(Work.FINISH, Kind.TEXT, "notat.txt", most_pages=5_000))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_danish_is_read_in_every_encoding(encoding: str) -> None:
    assert made(DANISH.encode(encoding)).texts == (DANISH,)


def test_a_form_feed_begins_a_page() -> None:
    assert made(b"en\fto").texts == ("en", "to")


def test_what_is_markup_elsewhere_is_text_here() -> None:
    text = "#set page() *fed* _skrå_ $x$ <script> @navn \\ `kode` = Overskrift"
    assert made(text.encode()).texts == (text,)


def test_lines_stay_lines_and_an_empty_text_a_page() -> None:
    assert made(b"et\r\nto\r\n\r\ntre").texts == ("et\nto\ntre",)
    assert made(b" \n").texts == ("",)


def test_letters_that_no_font_has_are_shown_as_boxes() -> None:
    assert made("漢字".encode()).texts == ("□□",)


def test_columns_and_indents_keep_their_place() -> None:
    (line,) = paragraphs("  a   b\tc")[0]
    assert line.replace("\u00a0", " ") == "  a   b c"


def test_what_no_database_keeps_is_not_in_the_text() -> None:
    assert made("a\u200bb\ufeffc\u0085d\ufffee".encode()).texts == ("abc\nd□e",)


def test_a_long_text_is_many_pages() -> None:
    assert len(made(b"linje\n" * 3_000).texts) > 40


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(Unconvertible, match="del den i flere filer"):
        made(b"x" * 5_000_000)
