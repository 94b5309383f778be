"""Page furniture is told from what the document says."""

import pytest

from raadslag.reading.account import Account, Use
from raadslag.reading.document import Document, Line, Page
from raadslag.reading.furniture import kind_of, letterhead, sweep


def document(*pages: str) -> Document:
    return Document(
        name="prøve.txt",
        sha256="0" * 64,
        media_type="text/plain",
        pages=tuple(
            Page(
                number=number,
                width=0,
                height=0,
                lines=tuple(
                    Line(page=number, number=at, text=text) for at, text in enumerate(page.split("\n"), 1)
                ),
            )
            for number, page in enumerate(pages, 1)
        ),
    )


def kept(*pages: str) -> list[str]:
    read = document(*pages)
    return [line.text for line in sweep(read.lines, Account(read)) if line.text]


@pytest.mark.parametrize(
    "text",
    ["side 1 af 3", "Side 2 af 5", "SIDE 1", "Side i", "s. 4", "- 3 -", "2/14", "3 af 12", "Side 2 af 56."],
)
def test_a_page_number_in_any_form_is_furniture(text):
    assert kind_of(text) == "page number"


@pytest.mark.parametrize(
    "text", ["Klik her for at angive tekst.", "[Skriv titel]", "Klik eller tryk her for at skrive tekst."]
)
def test_what_a_template_left_behind_is_furniture(text):
    assert kind_of(text) == "template leftover"


def test_a_leftover_and_a_page_number_on_one_line_are_furniture():
    assert kind_of("Klik her for at angive tekst. side 2 af 3") == "page number"
    assert kind_of("24. november 2022 Side 2 af 5") == "page number"


@pytest.mark.parametrize("text", [".", "-", "…", "***"])
def test_a_lone_mark_is_furniture(text):
    assert kind_of(text) == "lone mark"


@pytest.mark.parametrize(
    "text", ["Se side 4.", "2 af 5 børn cykler", "Godkendt.", "Side om side", "1. Resume"]
)
def test_a_sentence_is_no_furniture(text):
    assert kind_of(text) is None


def test_a_date_above_a_page_number_goes_with_it():
    assert kept("Tekst\n24. november 2022\n\nSide 2 af 5") == ["Tekst"]
    assert kept("24. november 2022\nTekst\nSide 2 af 5") == ["24. november 2022", "Tekst"]


def test_what_every_page_repeats_at_its_edge_is_furniture():
    pages = [f"Lindevad Byråd · 14-05-2024\nTekst {word}\n{number}" for number, word in enumerate("abcd", 1)]
    assert kept(*pages) == ["Tekst a", "Tekst b", "Tekst c", "Tekst d"]


def test_headings_that_recur_at_the_top_of_pages_are_not_furniture():
    pages = [f"Punkt {number}: Lukket punkt\nGodkendt." for number in range(1, 6)]
    assert len(kept(*pages)) == 10


def test_a_letterhead_in_mid_text_is_found_and_the_text_around_it_left():
    read = document(
        "Udvalget orienteres om mødet.\n\nTEKNIK OG\nMILJØ\nLindevad Kommune\n\n"
        "Søndergade 1\n9999 Lindevad\n\n"
        "Telefon: 11 22 33 00\nE-mail:\npost@lindevad.example\n\nAnsvarlig: Anna Ahl"
    )
    block = [line.text for line in letterhead(read.lines) if line.text]
    assert block[0] == "TEKNIK OG"
    assert block[-1] == "post@lindevad.example"


def test_a_name_and_one_phone_number_make_no_letterhead():
    assert letterhead(document("Sagsbehandler\nAnna Ahl\n\nTelefon: 11 22 33 44\n\nTekst.").lines) == ()


def test_every_line_that_goes_is_entered_as_furniture():
    read = document("Tekst\nside 1 af 2")
    account = Account(read)
    sweep(read.lines, account)
    assert [entry.use for entry in account.entries()] == [Use.DOUBT, Use.FURNITURE]


def test_case_numbers_that_go_up_from_page_to_page_are_no_page_numbers():
    pages = ["Godkendelse\n24/11", "Budget\n24/12", "Eventuelt\n24/13"]

    assert kept(*pages) == [line for page in pages for line in page.split("\n")]


def test_a_head_that_counts_its_pages_goes_where_page_breaks_are_lost():
    text = "Skoleudvalget, 07-03-2017 Side 3\nGodkendt.\nSkoleudvalget, 07-03-2017 Side 4\nUdsat."

    assert kept(text) == ["Godkendt.", "Udsat."]
