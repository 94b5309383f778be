"""A PDF's lines come out as a person reads them on the page."""

import pytest
from pikepdf import AttachedFileSpec, Dictionary, Name

from raadslag.reading.document import Document
from raadslag.reading.sources import pdf
from raadslag.reading.unreadable import UnreadableDocument
from tests.reading.papers import bytes_of, drawn, form, picture, text


def read(data: bytes) -> Document:
    return pdf.document(data, "referat.pdf", "0" * 64)


def lines_of(*pages: str, **options: object) -> list[str]:
    return [line.text for line in read(bytes_of(drawn(*pages, **options))).lines]


def test_lines_come_from_the_top_whatever_order_they_were_drawn_in():
    drawing = text("tredje", 60, 600) + text("første", 60, 700) + text("anden", 60, 650)
    assert lines_of(drawing) == ["første", "anden", "tredje"]


def test_a_word_drawn_in_pieces_is_one_word():
    assert lines_of(text("T", 60, 700) + text("ilbagesendes", 66.8, 700)) == ["Tilbagesendes"]


def test_a_gap_between_pieces_is_one_space():
    assert lines_of(text("Punkt 3:", 60, 700) + text("Svar", 110, 700) + text(" på", 135, 700)) == [
        "Punkt 3: Svar på"
    ]


def test_a_note_mark_stays_in_its_line():
    drawing = text("Arealet er 40 m", 60, 700) + text("2", 136, 704, size=6) + text("i alt.", 142, 700)
    assert lines_of(drawing + text("Næste linje", 60, 687)) == ["Arealet er 40 m2 i alt.", "Næste linje"]


def test_a_letterhead_beside_the_text_is_read_by_itself_and_first():
    drawing = "".join(
        text(f"Brødtekst i linje {at} som fylder det meste af spalten", 60, 700 - 14 * at) for at in range(9)
    )
    drawing += "".join(
        text(words, 430, 705 - 17 * at) for at, words in enumerate(["Til Rådmanden", "Fra Byens Drift"])
    )
    lines = lines_of(drawing)
    assert lines[:2] == ["Til Rådmanden", "Fra Byens Drift"]
    assert [line[:19] for line in lines[2:]] == [f"Brødtekst i linje {at}" for at in range(9)]


def test_two_columns_are_read_one_after_the_other():
    words = "som fylder spalten næsten helt ud"
    left = "".join(text(f"Venstre {at} {words}", 60, 700 - 14 * at) for at in range(6))
    right = "".join(text(f"Højre {at} {words}", 320, 700 - 14 * at) for at in range(6))
    lines = [line.split(" som")[0] for line in lines_of(left + right)]
    assert lines == [f"Venstre {at}" for at in range(6)] + [f"Højre {at}" for at in range(6)]


def test_a_table_is_read_row_by_row():
    names = [("Anna Lind", "Formand"), ("Bo Dal", "Medlem"), ("Clara Eng", "Medlem")]
    drawing = "".join(
        text(name, 60, 700 - 20 * at) + text(role, 330, 700 - 20 * at)
        for at, (name, role) in enumerate(names)
    )
    assert lines_of(drawing) == ["Anna Lind Formand", "Bo Dal Medlem", "Clara Eng Medlem"]


def test_a_table_whose_last_cells_wrap_is_read_from_the_top():
    drawing = ""
    for at, name in enumerate(["Anna", "Bo"]):
        drawing += text(name, 60, 700 - 60 * at) + text("Medlem", 160, 700 - 60 * at)
        drawing += "".join(text(f"{name} {line}", 330, 700 - 60 * at - 14 * line) for line in range(4))
    assert lines_of(drawing) == [
        *("Anna Medlem Anna 0", "Anna 1", "Anna 2", "Anna 3"),
        *("Bo Medlem Bo 0", "Bo 1", "Bo 2", "Bo 3"),
    ]


def test_labels_drawn_before_their_values_stay_with_them():
    labels = text("Mødedato", 60, 700) + text("Mødested", 60, 680)
    values = text("27-08-2025", 330, 700) + text("Byrådssalen", 330, 680)
    assert lines_of(labels + values) == ["Mødedato 27-08-2025", "Mødested Byrådssalen"]


@pytest.mark.parametrize(
    ("rotate", "turn", "places"),
    [
        (0, "1 0 0 1", [(60, 700), (60, 680)]),
        (90, "0 1 -1 0", [(100, 60), (120, 60)]),
        (180, "-1 0 0 -1", [(500, 100), (500, 120)]),
        (270, "0 -1 1 0", [(500, 700), (480, 700)]),
        (0, "0 1 -1 0", [(100, 60), (120, 60)]),
    ],
)
def test_a_page_is_read_the_way_its_text_stands(rotate, turn, places):
    drawing = "".join(
        text(words, *place, turn=turn) for words, place in zip(["øverst", "nederst"], places, strict=True)
    )
    document = read(bytes_of(drawn(drawing, rotate=rotate)))
    assert [line.text for line in document.lines] == ["øverst", "nederst"]
    first, second = document.lines
    assert first.bottom < second.top
    assert first.left == pytest.approx(second.left, abs=1)
    assert first.size == 11


def test_a_watermark_on_a_slant_does_not_mix_with_the_text():
    slant = text("UDKAST", 100, 690, size=60, turn="0.7 0.7 -0.7 0.7")
    assert lines_of(slant + text("Punkt 1", 60, 700)) == ["Punkt 1", "UDKAST"]


def test_the_box_of_a_line_is_measured_from_the_top_left_of_the_page():
    document = read(bytes_of(drawn(text("Punkt", 60, 700), media_box=(10, 20, 605, 862))))
    (line,) = document.lines
    assert document.pages[0].width == 595
    assert line.left == pytest.approx(50, abs=2)
    assert line.bottom == pytest.approx(842 - 680, abs=1)


def test_text_in_forms_inside_forms_is_read_where_it_stands():
    pdf_ = drawn(text("nederst", 60, 300) + "q 1 0 0 1 0 100 cm /Stempel Do Q")
    inner = form(pdf_, text("øverst", 60, 500))
    outer = form(pdf_, "q 2 0 0 1 0 100 cm /Indre Do Q")
    outer.Resources.XObject.Indre = inner
    pdf_.pages[0].Resources.XObject.Stempel = outer
    document = read(bytes_of(pdf_))
    assert [line.text for line in document.lines] == ["øverst", "nederst"]
    assert document.lines[0].left == pytest.approx(120, abs=2)
    assert document.lines[0].bottom == pytest.approx(842 - 700, abs=1)


def test_bold_and_size_are_told_run_by_run():
    drawing = text("Mødested", 60, 700, size=14, font="F2") + text("Byrådssalen", 160, 700)
    (line,) = read(bytes_of(drawn(drawing))).lines
    assert [(run.text, run.bold, run.size) for run in line.runs] == [
        ("Mødested", True, 14.0),
        (" Byrådssalen", False, 11.0),
    ]
    assert not line.bold
    assert line.size == 14.0


def test_a_hyphen_at_the_end_of_a_line_is_a_hyphen():
    assert lines_of(text("kri-", 60, 700) + text("minalpræventive", 60, 686)) == ["kri-", "minalpræventive"]


def test_text_that_nobody_sees_is_kept_apart():
    hidden = text("usynlig", 60, 650, mode=3) + text("lille", 60, 630, size=0.5) + text("udenfor", 60, 900)
    document = read(bytes_of(drawn(text("Punkt 1: Dagsorden", 60, 700) + hidden)))
    assert [line.text for line in document.lines] == ["Punkt 1: Dagsorden"]
    assert sorted(line.text for line in document.hidden) == ["lille", "udenfor", "usynlig"]
    assert {(line.page, line.number) for line in document.hidden} == {(1, 2), (1, 3), (1, 4)}


def test_invisible_words_that_are_also_seen_are_not_hidden():
    twice = text("Punkt 1: Dagsorden", 60, 700) + text("Punkt 1: Dagsorden", 60, 640, mode=3)
    document = read(bytes_of(drawn(twice + text("Godkendt.", 60, 680))))
    assert document.hidden == ()


def test_the_invisible_text_over_a_scan_is_its_text():
    scan = text("Referat fra mødet i Byrådet", 60, 700, mode=3) + text("Stempel", 60, 30)
    document = read(bytes_of(drawn(scan)))
    assert [line.text for line in document.lines] == ["Referat fra mødet i Byrådet", "Stempel"]
    assert document.hidden == ()


def test_a_page_of_picture_alone_is_told():
    pdf_ = drawn(text("Punkt 1", 60, 700), "q 500 0 0 500 50 50 cm /Billede Do Q")
    pdf_.pages[1].Resources.XObject.Billede = picture(pdf_)
    assert read(bytes_of(pdf_)).pictures == (2,)


def test_a_document_that_is_only_scanned_is_refused():
    pdf_ = drawn("q 500 0 0 500 50 50 cm /Billede Do Q")
    pdf_.pages[0].Resources.XObject.Billede = picture(pdf_)
    with pytest.raises(UnreadableDocument, match="scannet"):
        read(bytes_of(pdf_))


def test_what_is_written_in_a_form_field_or_a_stamp_is_read():
    pdf_ = drawn(text("Punkt 1", 60, 700))
    appearance = form(pdf_, text("Punkt 1, Bilag 1: notat.pdf", 0, 5), Matrix=[1, 0, 0, 1, 0, 0])
    appearance.BBox = [0, 0, 200, 20]
    stamp = Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=[60, 20, 260, 40], F=4, AP=Dictionary(N=appearance)
    )
    pdf_.pages[0].Annots = pdf_.make_indirect([pdf_.make_indirect(stamp)])
    assert [line.text for line in read(bytes_of(pdf_)).lines] == ["Punkt 1", "Punkt 1, Bilag 1: notat.pdf"]


def test_the_program_and_the_record_inside_are_told():
    pdf_ = drawn(text("Punkt 1", 60, 700))
    pdf_.docinfo["/Creator"] = "Rådslag"
    pdf_.attachments["record.json"] = AttachedFileSpec(pdf_, b"{}", filename="record.json")
    pdf_.attachments["ark.xlsx"] = AttachedFileSpec(pdf_, b"PK", filename="ark.xlsx")
    document = read(bytes_of(pdf_))
    assert document.producer.startswith("Rådslag")
    assert document.embedded == {"record.json": b"{}"}


def test_a_text_of_any_length_is_read_whole():
    words = "ord " * 3000
    assert lines_of(text(words, 60, 700, size=1.5)) == [words.strip()]
