"""A Word file's lines come out as it would print, one cell of a table after another."""

import io
import zipfile

import pytest

from raadslag.reading.document import Document
from raadslag.reading.sources import docx
from raadslag.reading.sources.docx_numbering import written
from raadslag.reading.unreadable import UnreadableDocument
from tests.reading.papers import W, packed, paragraph, word


def read(body: str, **parts: str) -> Document:
    return docx.document(word(body, **parts), "indstilling.docx", "0" * 64)


def lines_of(body: str, **parts: str) -> list[str]:
    return [line.text for line in read(body, **parts).lines]


def test_paragraphs_and_cells_come_in_the_order_of_the_body():
    cells = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("Tid", "Emne"))
    body = paragraph("før") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + paragraph("efter")
    assert lines_of(body) == ["før", "Tid", "Emne", "efter"]


def test_insertions_are_kept_and_deletions_and_moves_away_dropped():
    body = (
        "<w:p><w:r><w:t>Det </w:t></w:r>"
        "<w:ins><w:r><w:t>nye </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>gamle </w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>flyttede </w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>hentede </w:t></w:r></w:moveTo>"
        "<w:r><w:t>forslag</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("slettet række") + "</w:tc></w:tr></w:tbl>"
    )
    assert lines_of(body) == ["Det nye hentede forslag"]


def test_comments_and_field_codes_do_not_print_but_field_results_do():
    body = (
        '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Side </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    comments = '<w:comment w:id="1"><w:p><w:r><w:t>husk at rette</w:t></w:r></w:p></w:comment>'
    assert lines_of(body, comments=comments) == ["Side 2"]


def test_text_boxes_follow_their_paragraph_and_are_not_read_twice():
    box = f"<w:txbxContent>{paragraph('Til Rådmanden')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Indstilling</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert lines_of(body) == ["Indstilling", "Til Rådmanden"]


def test_content_controls_and_links_are_read():
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('Klik her for at angive tekst.')}</w:sdtContent></w:sdt>"
        '<w:p><w:hyperlink r:id="r9"><w:r><w:t>lindevad.example</w:t></w:r></w:hyperlink></w:p>'
    )
    assert lines_of(body) == ["Klik her for at angive tekst.", "lindevad.example"]


def test_headers_footers_and_notes_stand_around_the_text_with_their_own_style():
    document = read(
        paragraph("Punkt 1"),
        header1=paragraph("Lindevad Kommune"),
        footer1=paragraph("side 1 af 1"),
        footnotes=f"<w:footnote>{paragraph('En note')}</w:footnote>",
    )
    assert [(line.text, line.style) for line in document.lines] == [
        ("Lindevad Kommune", "header"),
        ("Punkt 1", None),
        ("En note", "footnote text"),
        ("side 1 af 1", "footer"),
    ]


def levels(*texts: str, form: str = "decimal") -> str:
    level = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, text in enumerate(texts)
    )
    return (
        f'<w:abstractNum w:abstractNumId="7">{level}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )


def listed(words: str, depth: int = 0) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="3"/></w:numPr>')


def test_automatic_clauses_get_their_printed_mark():
    body = paragraph("Det indstilles:") + listed("planen godkendes") + listed("stien belyses")
    assert lines_of(body, numbering=levels("At %1)")) == [
        "Det indstilles:",
        "At 1) planen godkendes",
        "At 2) stien belyses",
    ]


def test_lists_in_lists_count_anew_under_each_number():
    body = listed("a") + listed("b", 1) + listed("c", 1) + listed("d") + listed("e", 1)
    assert lines_of(body, numbering=levels("%1.", "%1.%2")) == ["1. a", "1.1 b", "1.2 c", "2. d", "2.1 e"]


def test_a_list_may_begin_again_and_bullets_are_bullets():
    again = (
        '<w:num w:numId="4"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    other = listed("c").replace('numId w:val="3"', 'numId w:val="4"')
    assert lines_of(listed("a") + listed("b") + other, numbering=levels("%1.") + again) == [
        "1. a",
        "2. b",
        "1. c",
    ]
    assert lines_of(listed("a"), numbering=levels("", form="bullet")) == ["• a"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (3, "decimal", "3"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (49, "upperRoman", "XLIX"),
        (7, "none", ""),
        (999_999_999, "lowerLetter", "999999999"),
    ],
)
def test_numbers_are_written_in_the_form_of_their_list(number, form, text):
    assert written(number, form) == text


def test_styles_give_name_boldness_and_list():
    styles = (
        '<w:style w:styleId="Punkt"><w:name w:val="Punkt Overskrift"/><w:basedOn w:val="Fed"/>'
        '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Fed"><w:name w:val="Fed"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = paragraph("Dagsorden", '<w:pStyle w:val="Punkt"/>') + paragraph("tekst")
    document = read(body, styles=styles, numbering=levels("Punkt %1:"))
    assert [(line.text, line.style, line.bold) for line in document.lines] == [
        ("Punkt 1: Dagsorden", "punkt overskrift", True),
        ("tekst", None, False),
    ]


def test_pages_end_where_the_author_or_word_ended_them():
    body = (
        paragraph("side 1")
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>side 2</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>et afsnit, som </w:t><w:lastRenderedPageBreak/>"
        + "<w:t>går over to sider</w:t></w:r></w:p>"
        + paragraph("side 3")
        + paragraph("side 4", "<w:pageBreakBefore/>")
    )
    pages = [[line.text for line in page.lines if line.text] for page in read(body).pages]
    assert pages == [["side 1"], ["side 2", "et afsnit, som går over to sider"], ["side 3"], ["side 4"]]


def test_tabs_breaks_and_hyphens_are_what_they_print():
    body = (
        "<w:p><w:r><w:t>Dato</w:t><w:tab/><w:t>27-08-2025</w:t><w:br/>"
        "<w:t>MSB</w:t><w:noBreakHyphen/><w:t>sag, "
        'krimi</w:t><w:softHyphen/><w:t>nal</w:t><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>'
    )
    assert lines_of(body) == ["Dato 27-08-2025", "MSB-sag, kriminal•"]


def test_hidden_text_is_kept_apart():
    body = paragraph("Punkt 1") + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>internt</w:t></w:r></w:p>"
    document = read(body)
    assert [line.text for line in document.lines if line.text] == ["Punkt 1"]
    assert [line.text for line in document.hidden] == ["internt"]


def test_the_iso_form_of_word_is_read_too():
    with zipfile.ZipFile(io.BytesIO(word(paragraph("Punkt 1")))) as usual:
        files = {name: usual.read(name) for name in usual.namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert [line.text for line in docx.document(packed(files), "a.docx", "").lines] == ["Punkt 1"]


def test_a_word_file_without_text_is_refused():
    with pytest.raises(UnreadableDocument, match="ingen tekst"):
        read("")


def test_a_word_file_with_entities_of_its_own_is_refused():
    body = f'<!DOCTYPE d [<!ENTITY a "ha">]><w:document xmlns:w="{W}"><w:body><w:p/></w:body></w:document>'
    with pytest.raises(UnreadableDocument, match="XML-entiteter"):
        docx.document(packed({"word/document.xml": body}), "a.docx", "")
