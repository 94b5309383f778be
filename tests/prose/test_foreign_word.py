"""A Word file that somebody else made, in the template's headings or nearly, fills the paper."""

from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from raadslag.prose.paper import SectionKind
from raadslag.prose.word import Slot, from_docx
from raadslag.prose.word.guidance import Guidance
from raadslag.prose.word.headings import Headings

RESUME, POINTS, WHY, NEXT = "a", "b", "c", "d"
GUIDANCE = "Beskriv sagen kort. Højst fem linjer."
SLOTS = (
    Slot(key=RESUME, heading="Resumé", guidance=GUIDANCE),
    Slot(key=POINTS, heading="Beslutningspunkter", kind=SectionKind.CLAUSES),
    Slot(key=WHY, heading="Hvorfor fremsendes indstillingen?"),
    Slot(key=NEXT, heading="Opfølgning"),
)


def word(*paragraphs: str | tuple[str, str]) -> bytes:
    """A Word file: plain paragraphs, (style, text), or XML."""
    document = docx.Document()
    for each in paragraphs:
        if isinstance(each, tuple):
            style, text = each
            if style == "bold":
                document.add_paragraph().add_run(text).bold = True
            else:
                document.add_paragraph(text, style=style)
        elif each.startswith("<"):
            before = document.element.body[-1]
            before.addprevious(parse_xml(each.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
        else:
            document.add_paragraph(each)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def content(data: bytes) -> dict[str, str | tuple[str, ...]]:
    return {each.key: each.clauses or each.html for each in from_docx(data, SLOTS).sections}


def test_headings_are_known_by_their_words_whatever_they_look_like():
    data = word(
        ("Heading 1", "1. Resume"),
        "Kort.",
        ("bold", "2) BESLUTNINGSPUNKTER:"),
        "Det indstilles:",
        "At 1) planen godkendes,",
        "At 2) udgiften",
        "bevilges.",
        "Baggrund",
        "Derfor.",
        ("bold", "Den videre proces"),
        "Så.",
    )
    assert content(data) == {
        RESUME: "<p>Kort.</p>",
        POINTS: ("planen godkendes,", "udgiften bevilges."),
        WHY: "<p>Derfor.</p>",
        NEXT: "<p>Så.</p>",
    }


def test_what_belongs_nowhere_is_told_and_not_dropped():
    data = word(
        ("Title", "Bænke langs åen"),
        "Til: Byrådet",
        "Sagsnr.: 25/26257",
        "Et løst afsnit.",
        ("Heading 1", "Resumé"),
        "Kort.",
        ("Heading 1", "Klimaregnskab"),
        "Et helt andet afsnit.",
        ("Heading 1", "Opfølgning"),
        "Så.",
        "Sagsbehandler: Karen Holm",
        "Tlf.: 11 22 33 44",
    )
    found = from_docx(data, SLOTS)
    assert found.unplaced == ("<p>Et løst afsnit.</p>", "<h3>Klimaregnskab</h3><p>Et helt andet afsnit.</p>")
    assert found.fields == {
        "title": "Bænke langs åen",
        "to": "Byrådet",
        "case_number": "25/26257",
        "caseworker": "Karen Holm",
        "phone": "11 22 33 44",
    }
    assert [each.html for each in found.sections] == ["<p>Kort.</p>", "<p>Så.</p>"]


def test_the_fields_may_stand_in_a_table():
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("Til:", "Byrådet"), ("Dato", "4. marts 2026")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_heading("Resumé", 1)
    document.add_paragraph("Kort.")
    target = BytesIO()
    document.save(target)
    found = from_docx(target.getvalue(), SLOTS)
    assert found.fields == {"to": "Byrådet", "dated_on": "4. marts 2026"}
    assert found.unplaced == ()


def test_guidance_and_placeholders_never_become_content():
    data = word(
        ("Heading 1", "Resumé"),
        "Beskriv sagen kort. Højst fem linjer.",
        "Højst fem linjer",
        "Klik eller tryk her for at skrive tekst.",
        "[Skriv her]",
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Angiv sagens kerne")
        + "</w:sdtContent></w:sdt></w:p>",
        "Byrådet har bedt om bænke.",
        ("Heading 1", "Opfølgning"),
        "Klik her for at angive tekst.",
    )
    assert content(data) == {RESUME: "<p>Byrådet har bedt om bænke.</p>", NEXT: ""}


def test_tracked_changes_are_read_as_made_and_comments_left_out():
    data = word(
        ("Heading 1", "Resumé"),
        "<w:p>"
        + run("Vi får ")
        + '<w:del w:id="1" w:author="Bo"><w:r><w:delText>ti</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2" w:author="Bo">{run("tolv")}</w:ins>'
        + run(" bænke.")
        + '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
    )
    assert content(data) == {RESUME: "<p>Vi får tolv bænke.</p>"}


def test_headings_within_a_section_stay_in_it():
    data = word(
        ("Heading 2", "Resumé"),
        ("Heading 3", "Økonomi i tal"),
        "90.000 kr.",
        ("Heading 4", "Renter"),
        "Ingen.",
    )
    assert content(data) == {
        RESUME: "<h3>Økonomi i tal</h3><p>90.000 kr.</p><h4>Renter</h4><p>Ingen.</p>",
    }


def test_a_list_goes_on_counting_where_it_was_broken_off():
    document = docx.Document()
    document.add_heading("Resumé", 1)
    for text in ("et", "to"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("midt")
    document.add_paragraph("tre", style="List Number")
    target = BytesIO()
    document.save(target)
    assert content(target.getvalue())[RESUME].startswith("<ol><li>et</li><li>to</li></ol><p>midt</p><ol")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Resumé", RESUME),
        ("1.RESUME", RESUME),
        ("3. Hvorfor fremsendes indstillingen", WHY),
        ("Hvorfor fremsendes indstillingen?:", WHY),
        ("Problemstilling", WHY),
        ("Indstilling", POINTS),
        ("Videre proces", NEXT),
        ("Byrådet har bedt om et resumé af sagen", None),
        ("", None),
        ("12.", None),
    ],
)
def test_a_line_heads_a_section_by_its_words(line, key):
    assert Headings(SLOTS).of(line, set_as_heading=False) == key


def test_a_heading_nearly_right_is_known_where_it_is_set_as_one():
    assert Headings(SLOTS).of("Hvorfor fremsendes denne indstilling?", set_as_heading=True) == WHY
    assert Headings(SLOTS).of("Hvorfor fremsendes denne indstilling?", set_as_heading=False) is None


@pytest.mark.parametrize(
    ("text", "is_guidance"),
    [
        (GUIDANCE, True),
        ("beskriv sagen kort", True),
        ("Beskriv sagen kort. Og så dette.", False),
        ("Klik her for at angive tekst.", True),
        ("Klik her for at angive tekst", True),
        ("<Skriv her>", True),
        ("Skriv her til Karen, hvis I er i tvivl.", False),
        ("Vælg en dato", True),
        ("", False),
    ],
)
def test_guidance_is_known_sentence_by_sentence(text, is_guidance):
    assert Guidance([GUIDANCE]).is_all_of(text) is is_guidance
