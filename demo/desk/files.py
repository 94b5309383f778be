"""The attachments of the papers: small files of several kinds."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import typst


def file(name: str, text: str) -> bytes:
    """A file of the kind that its name says, which says the text."""
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


BUILDERS: Mapping[str, Callable[[str], bytes]] = {
    ".pdf": pdf,
    ".docx": word,
    ".xlsx": sheet,
    ".txt": str.encode,
}
