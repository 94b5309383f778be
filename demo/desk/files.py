"""The attachments of the papers: small files of several kinds."""

from collections.abc import Callable, Mapping
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import typst
from PIL import Image

SCANNED = "Skannet "  # how the names of files begin that are pictures of text
SCANNED_AT = 200  # dots per inch
BROKEN = b"%PDF-1.7\n1 0 obj\n<< /Type /Cat"  # the copying was broken off


def file(name: str, text: str) -> bytes:
    """A file of the kind that its name says, which says the text; one that is broken says nothing."""
    if not text:
        return BROKEN
    if name.startswith(SCANNED):
        return scan(text)
    return BUILDERS[Path(name).suffix](text)


def pdf(text: str) -> bytes:
    return typst.compile(b'#set text(lang: "da")\n#sys.inputs.text', sys_inputs={"text": text})


def word(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def sheet(text: str) -> bytes:
    """A line a row, a semicolon between cells."""
    workbook = openpyxl.Workbook()
    for line in text.splitlines():
        workbook.active.append([int(cell) if cell.isdecimal() else cell for cell in line.split(";")])
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def scan(text: str) -> bytes:
    """A page that went through a scanner: the text is in its picture alone."""
    source = b'#set page(width: 148mm, height: 105mm)\n#set text(lang: "da")\n#sys.inputs.text'
    picture = typst.compile(source, sys_inputs={"text": text}, format="png", ppi=SCANNED_AT)
    saved = BytesIO()
    with Image.open(BytesIO(picture)) as page:
        page.convert("L").save(saved, "PDF", resolution=SCANNED_AT)
    return saved.getvalue()


def mail(text: str) -> bytes:
    """A mail: subject, a line that is empty, and what it says."""
    subject, _empty, said = text.partition("\n\n")
    made = EmailMessage()
    made["From"], made["To"] = (
        "Nordre Diges Grundejerforening <hans@nordredige.example>",
        "forvaltningen@lindevad.example",
    )
    made["Subject"] = subject
    made.set_content(said)
    return bytes(made)


BUILDERS: Mapping[str, Callable[[str], bytes]] = {
    ".pdf": pdf,
    ".docx": word,
    ".xlsx": sheet,
    ".txt": str.encode,
    ".eml": mail,
}
