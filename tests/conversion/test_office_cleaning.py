"""What is taken from an office file before it is printed, element by element."""

import zipfile
from io import BytesIO

import pytest
from lxml import etree

from raadslag.conversion import Kind, What
from raadslag.conversion.inside.office import clean
from raadslag.conversion.office.docx_changes import accept
from raadslag.conversion.office.docx_fields import freeze
from raadslag.conversion.office.xlsx_paper import fitted
from raadslag.conversion.orders import Made, Order, Work
from tests.conversion import office_files

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def word(xml: str, namespace: str = W) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{namespace}">{xml}</w:body>')


def paragraphs(root: etree._Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter("{*}p")]


@pytest.mark.parametrize("namespace", [W, STRICT], ids=["usual", "strict"])
@pytest.mark.parametrize(
    ("xml", "left", "changes"),
    [
        ("<w:p><w:r><w:t>a</w:t></w:r></w:p>", ["a"], 0),
        ("<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t>a</w:t></w:r></w:p>", ["a"], 1),
        ("<w:p><w:ins><w:r><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:ins></w:p>", ["ab"], 1),
        ("<w:p><w:ins><w:del><w:r><w:t>x</w:t></w:r></w:del><w:r><w:t>a</w:t></w:r></w:ins></w:p>", ["a"], 2),
        ("<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", ["a"], 1),
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
            "<w:p><w:pPr/><w:r><w:t>b</w:t></w:r></w:p>",
            ["ab"],
            1,
        ),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:tbl/>", ["a"], 1),
        ("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>x</w:p></w:tc></w:tr></w:tbl>", [], 1),
        ("<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p>x</w:p></w:tc></w:tr></w:tbl>", [], 1),
        ("<w:p><w:r><w:rPr><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>", ["a"], 1),
        ("<w:p><w:moveFromRangeStart/><w:moveFrom>x</w:moveFrom><w:moveFromRangeEnd/></w:p>", [""], 1),
        ("<w:p><w:moveTo><w:r><w:t>a</w:t></w:r></w:moveTo></w:p>", ["a"], 1),
    ],
)
def test_changes_are_accepted(xml: str, left: list[str], changes: int, namespace: str) -> None:
    root = word(xml, namespace)
    assert accept(root) == changes
    assert paragraphs(root) == left
    assert accept(root) == 0


@pytest.mark.parametrize(
    ("instruction", "is_frozen"),
    [
        ("DATE \\@ d", True),
        (" filename \\p ", True),
        ("PAGE", False),
        ("TOC \\o", False),
        ("INCLUDETEXT x", True),
    ],
)
def test_a_field_that_would_say_something_else_today_keeps_its_words(
    instruction: str, is_frozen: bool
) -> None:
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")
    )
    root = word(
        f"<w:p>{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{middle}<w:r><w:t>før</w:t></w:r>{end}</w:p>"
    )
    fetched = freeze(root)
    assert paragraphs(root)[0].endswith("før")
    assert (root.find(".//{*}fldChar") is None) == is_frozen
    assert fetched == instruction.startswith("INCLUDE")


def test_a_field_within_a_field_that_stays_is_frozen_alone() -> None:
    def char(step: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>'

    inner = f"{char('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>{char('separate')}nu{char('end')}"
    root = word(f"<w:p>{char('begin')}<w:r><w:instrText>IF</w:instrText></w:r>{inner}{char('end')}</w:p>")
    freeze(root)
    assert [each.get(f"{{{W}}}fldCharType") for each in root.iter("{*}fldChar")] == ["begin", "end"]


SHEET = '<worksheet xmlns="x">{}<dimension ref="A1:{}9"/><sheetData><row/></sheetData>{}</worksheet>'


@pytest.mark.parametrize(
    ("before", "after", "orientation"),
    [
        ("", "<pageMargins/>", "landscape"),
        ("<sheetPr/>", "<pageMargins/><headerFooter/>", "landscape"),
        ('<sheetPr><tabColor rgb="0"/><pageSetUpPr autoPageBreaks="0"/></sheetPr>', "", "landscape"),
        ("", '<pageMargins/><pageSetup orientation="portrait" fitToWidth="3"/><drawing/>', "portrait"),
    ],
)
def test_a_sheet_is_fitted_to_the_width_of_a_page(before: str, after: str, orientation: str) -> None:
    root = etree.fromstring(fitted(SHEET.format(before, "M", after).encode()))
    (setup,), (fit,) = root.findall("{*}pageSetup"), root.findall("{*}sheetPr/{*}pageSetUpPr")
    assert (setup.get("fitToWidth"), setup.get("fitToHeight")) == ("1", "0")
    assert (setup.get("orientation"), fit.get("fitToPage")) == (orientation, "1")
    order = [etree.QName(each).localname for each in root]
    assert order[0] == "sheetPr"
    assert order.index("pageSetup") > order.index("sheetData")
    assert not {"headerFooter", "drawing"} & set(order[: order.index("pageSetup")])


@pytest.mark.parametrize(
    "sheet",
    [
        SHEET.format('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>', "M", ""),
        SHEET.format("", "M", '<pageSetup scale="60"/>'),
        SHEET.format("", "M", '<colBreaks count="1"/>'),
        SHEET.format("", "BA", ""),
        "<worksheet><sheetData/></worksheet>",
    ],
    ids=["fitted already", "scaled", "broken by hand", "too wide", "of no size"],
)
def test_a_sheet_that_somebody_set_up_or_nobody_could_read_stays_as_it_is(sheet: str) -> None:
    assert fitted(sheet.encode()) == sheet.encode()


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
NAMES = " ".join(
    f'xmlns:{each}="{OFFICE.format(each)}"' for each in ("office", "text", "style", "table", "draw")
)


def open_document(body: str, styles: str = "") -> Made:
    inner = f"{styles}<office:body>{body}</office:body>"
    content = f"<office:document-content {NAMES}>{inner}</office:document-content>"
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", Kind.ODT.media_type)
        package.writestr("content.xml", content)
        package.writestr("Basic/Standard/Module1.xml", "Sub Main")
    return clean(out.getvalue(), Order(Work.CLEAN_OFFICE, Kind.ODT, "x.odt", 10))


def content_of(made: Made) -> str:
    with zipfile.ZipFile(BytesIO(made.data)) as package:
        assert package.namelist()[0] == "mimetype"
        assert package.infolist()[0].compress_type == zipfile.ZIP_STORED
        return package.read("content.xml").decode()


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ('<text:section text:display="none"><text:p>Skjult</text:p></text:section>', What.HIDDEN_TEXT),
        (
            '<text:p><text:hidden-text text:is-hidden="true">Skjult</text:hidden-text></text:p>',
            What.HIDDEN_TEXT,
        ),
        ('<text:p><text:span text:style-name="T1">Skjult</text:span></text:p>', What.HIDDEN_TEXT),
        ("<text:p><office:annotation><text:p>Skjult</text:p></office:annotation></text:p>", What.COMMENT),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>Skjult</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes>",
            What.TRACKED_CHANGE,
        ),
    ],
)
def test_what_is_hidden_in_an_open_document_is_gone_and_told(body: str, what: What) -> None:
    style = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    made = open_document(f"<text:p>Ses{body}</text:p>Hale" if body.startswith("<text:s") else body, style)
    assert "Skjult" not in content_of(made)
    assert {finding.what: finding.count for finding in made.findings} == {what: 1, What.MACRO: 1}


def test_a_date_of_an_open_document_stays_the_day_it_was() -> None:
    made = open_document("<text:p><text:date>3. marts 1999</text:date></text:p>")
    assert 'text:fixed="true"' in content_of(made)


def test_what_is_fetched_from_elsewhere_is_not_and_is_told() -> None:
    image = '<Relationship Id="r1" Type="x/image" TargetMode="External" Target="http://x/y.png"/>'
    link = '<Relationship Id="r2" Type="x/hyperlink" TargetMode="External" Target="http://z/"/>'
    relations = f'<Relationships xmlns="urn:r">{image}{link}</Relationships>'.encode()
    data = office_files.with_parts(office_files.word(), {"word/_rels/footnotes.xml.rels": relations})
    made = clean(data, Order(Work.CLEAN_OFFICE, Kind.DOCX, "x.docx", 10))
    (outside,) = [finding for finding in made.findings if finding.what is What.OUTSIDE_LINK]
    assert (outside.count, outside.which) == (1, ("http://x/y.png",))
    with zipfile.ZipFile(BytesIO(made.data)) as package:
        left = package.read("word/_rels/footnotes.xml.rels")
        assert "word/vbaProject.bin" not in package.namelist()
    assert b"http://z/" in left
    assert b"http://x/" not in left


def test_entities_are_not_opened() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    data = office_files.with_parts(
        office_files.word(),
        {},
        change={"word/document.xml": lambda part: bomb.encode() + part[part.index(b"<w:") :]},
    )
    assert b"root:" not in clean(data, Order(Work.CLEAN_OFFICE, Kind.DOCX, "x.docx", 10)).data
