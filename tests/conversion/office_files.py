"""Office files with what no public copy may have, for the tests."""

import re
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from openpyxl.comments import Comment
from pptx import Presentation
from pptx.util import Cm

from raadslag.conversion.office.soffice import FOLDER
from tests.conversion.compound_file import compound_file

SEEN = "Cykelsti på Ærøgade"
AUTHOR = "Forfatter Frida"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CHANGED = 'w:id="7" w:author="Kim" w:date="2025-01-01T00:00:00Z"'


@cache
def word() -> bytes:
    """A Word file with tracked changes, comments, hidden text, a field, a macro and a file inside."""
    document = docx.Document()
    document.core_properties.author = AUTHOR
    document.add_heading(SEEN, 1)
    commented = document.add_paragraph("Afsnittet bliver stående.")
    document.add_comment(commented.runs, text="Kommentarens ord", author="Kim")
    for xml in (
        _run("Beløbet er ")
        + _struck("firehundrede")
        + f"<w:ins {CHANGED}>{_run('femhundrede')}</w:ins>"
        + _run(" kr."),
        f"<w:pPr><w:rPr><w:del {CHANGED}/></w:rPr></w:pPr>" + _run("Linjen går "),
        _run("videre her."),
        _run("Ses. ") + _run("Skjulte ord", "<w:vanish/>") + _run("Ses også.", '<w:vanish w:val="0"/>'),
        f"<w:moveFrom {CHANGED}>{_run('Flyttede ord væk')}</w:moveFrom>",
        f"<w:moveTo {CHANGED}>{_run('Flyttet hertil.')}</w:moveTo>",
        '<w:fldSimple w:instr=" DATE \\@ &quot;d. MMMM yyyy&quot; ">'
        + _run("3. marts 1999")
        + "</w:fldSimple>",
        _field("FILENAME", "oprindeligt-navn.docx"),
    ):
        document.element.body.insert(-1, parse_xml(f"<w:p {W}>{xml}</w:p>"))
    header = document.sections[0].header.paragraphs[0]
    header._p.append(_element(_struck("Hovedets slettede ord")))
    header.add_run("Sidehoved")
    table = document.add_table(2, 1)
    table.cell(0, 0).text = "Række bliver"
    table.cell(1, 0).paragraphs[0]._p.append(_element(_struck("Slettet række")))
    table.rows[1]._tr.get_or_add_trPr().append(_element(f"<w:del {CHANGED}/>"))
    out = BytesIO()
    document.save(out)
    return with_parts(out.getvalue(), {"word/vbaProject.bin": b"makro", "word/embeddings/ark.xlsx": b"PK"})


WORD_SECRETS = (
    *(
        "Kommentarens ord",
        "firehundrede",
        "Skjulte ord",
        "Flyttede ord",
        "Hovedets slettede",
        "Slettet række",
    ),
    AUTHOR,
)
WORD_SEEN = (
    *(SEEN, "Afsnittet bliver stående.", "Beløbet er femhundrede kr.", "Linjen går videre her."),
    *("Ses. Ses også.", "Flyttet hertil.", "Sidehoved", "Række bliver"),
)


@cache
def workbook() -> bytes:
    """A workbook with hidden sheets, rows and columns, and a comment that is set to be printed."""
    book = openpyxl.Workbook()
    book.properties.creator = AUTHOR
    sheet = book.active
    sheet.title = "Budget"
    for row in ((SEEN, "Skjult kolonne", 1234.5), ("Skjult række", "x", 1), ("Sidste række", "y", 2)):
        sheet.append(row)
    sheet["A1"].comment = Comment("Kommentarens ord", "Kim")
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[2].hidden = True
    for title, state in (("Lønninger", "hidden"), ("Helt skjult", "veryHidden")):
        hidden = book.create_sheet(title)
        hidden["A1"], hidden.sheet_state = f"Ord i {title}", state
    out = BytesIO()
    book.save(out)
    printed = (b"<pageMargins", b'<pageSetup cellComments="atEnd"/><pageMargins')
    return with_parts(
        out.getvalue(), {}, change={"xl/worksheets/sheet1.xml": lambda part: part.replace(*printed)}
    )


WORKBOOK_SECRETS = (
    "Kommentarens ord",
    "Skjult kolonne",
    "Skjult række",
    "Ord i Lønninger",
    "Ord i Helt",
    AUTHOR,
)
WORKBOOK_SEEN = (SEEN, "1234,5", "Sidste række")


@cache
def wide_workbook() -> bytes:
    """A table of twelve wide columns, which nobody has set up for paper."""
    book = openpyxl.Workbook()
    for number in range(20):
        book.active.append([f"Kolonne {column} række {number}" for column in range(12)])
    for column in "ABCDEFGHIJKL":
        book.active.column_dimensions[column].width = 22
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@cache
def slides() -> bytes:
    """Slides of which one is hidden, with notes, a hidden shape and one beside the slide."""
    presentation = Presentation()
    presentation.core_properties.author = AUTHOR
    shown, hidden = (presentation.slides.add_slide(presentation.slide_layouts[5]) for _ in range(2))
    shown.shapes.title.text, hidden.shapes.title.text = SEEN, "Det skjulte dias"
    hidden._element.set("show", "0")
    shown.notes_slide.notes_text_frame.text = "Talerens noter"
    beside = shown.shapes.add_textbox(presentation.slide_width + Cm(2), Cm(2), Cm(5), Cm(2))
    beside.text_frame.text = "Ved siden af"
    unseen = shown.shapes.add_textbox(Cm(2), Cm(8), Cm(5), Cm(2))
    unseen.text_frame.text = "Skjult figur"
    unseen._element.nvSpPr.cNvPr.set("hidden", "1")
    out = BytesIO()
    presentation.save(out)
    comment = (
        b'<p:cmLst xmlns:p="urn:p"><p:cm authorId="0"><p:text>Kommentarens ord</p:text></p:cm></p:cmLst>'
    )
    return with_parts(out.getvalue(), {"ppt/comments/comment1.xml": comment})


SLIDES_SECRETS = (
    "Det skjulte dias",
    "Talerens noter",
    "Ved siden af",
    "Skjult figur",
    "Kommentarens ord",
    AUTHOR,
)


def with_parts(
    package: bytes, parts: dict[str, bytes], *, change: dict[str, Callable[[bytes], bytes]] | None = None
) -> bytes:
    """The package with more parts, and some of its own changed."""
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(package)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(name, (change or {}).get(name, bytes)(before.read(name)))
        for name, data in parts.items():
            after.writestr(name, data)
    return out.getvalue()


@cache
def saved_as(write: Callable[[], bytes], ending: str) -> bytes:
    """The file as LibreOffice saves it in another format: "odt", "doc", "rtf" …"""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / f"given.{_ending(write())}"
        given.write_bytes(write())
        command = [
            *(str(FOLDER / "soffice.bin"), "--headless", f"-env:UserInstallation=file://{folder}/profile"),
            *("--convert-to", ending, "--outdir", f"{folder}/out", str(given)),
        ]
        for _ in range(2):  # a new profile ends the first start
            subprocess.run(command, check=False, capture_output=True, timeout=60)
        return (Path(folder) / "out" / f"given.{ending}").read_bytes()


def _ending(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        folders = {name.partition("/")[0] for name in package.namelist()}
    return {"word": "docx", "xl": "xlsx", "ppt": "pptx"}[(folders & {"word", "xl", "ppt"}).pop()]


def zip_bomb() -> bytes:
    """A Word file of a few kilobytes whose text unpacks to gigabytes, as far as it tells."""
    data = with_parts(word(), {"word/bomb.xml": bytes(1_000_000)})
    at = [found.start() for found in re.finditer(re.escape(b"word/bomb.xml"), data)][-1] - 46
    return data[: at + 24] + (3_000_000_000).to_bytes(4, "little") + data[at + 28 :]


def locked() -> bytes:
    """A Word file with a password, as Office locks it: a package within a Compound File."""
    return compound_file({"EncryptedPackage": bytes(100), "EncryptionInfo": bytes(100)})


def _element(xml: str) -> BaseOxmlElement:
    return parse_xml(xml.replace("<w:del ", f"<w:del {W} ", 1))


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _struck(text: str) -> str:
    return f'<w:del {CHANGED}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def _field(instruction: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>' for step in ("begin", "separate", "end")]
    return (
        f"{marks[0]}<w:r><w:instrText> {instruction} </w:instrText></w:r>{marks[1]}{_run(result)}{marks[2]}"
    )


@cache
def long_word() -> bytes:
    """A Word file that takes LibreOffice some seconds."""
    document = docx.Document()
    for number in range(6_000):
        document.add_paragraph(f"Afsnit {number} om skolevej og cykelsti. " * 4)
    out = BytesIO()
    document.save(out)
    return out.getvalue()
