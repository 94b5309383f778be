"""The story's attachments, one of every kind, two broken ones, a scan, and one that hides things."""

from io import BytesIO
from zipfile import ZipFile

import docx

from tests.conversion import mail_files, office_files, pdf_files, picture_files

BROKEN = "Itu.docx"
CUT_OFF = "Halv.docx"
SCANNED = "Brev fra digelaget.pdf"
HIDING = "Tegning med lag.pdf"
SECRET = "Prøvernes fortrolige tal.pdf"


def open_files() -> dict[str, bytes]:
    """By name, those that are uploaded as open."""
    return {
        "Prøver.pdf": pdf_files.plain("Vandet er prøvet ni gange."),
        HIDING: pdf_files.with_everything(),
        SCANNED: pdf_files.of_pictures(picture_files.scan()),
        "Notat.docx": office_files.word(),
        "Tal.xlsx": office_files.workbook(),
        "Oplæg.pptx": office_files.slides(),
        "Notat.odt": office_files.saved_as(office_files.word, "odt"),
        "Tal.ods": office_files.saved_as(office_files.workbook, "ods"),
        "Oplæg.odp": office_files.saved_as(office_files.slides, "odp"),
        "Notat.rtf": office_files.saved_as(office_files.word, "rtf"),
        "Strand.png": picture_files.photo("PNG"),
        "Strand.jpg": picture_files.photo("JPEG"),
        "Svar.eml": mail_files.eml(),
        "Svar.msg": mail_files.msg(),
        "Målinger.txt": b"Uge 24: 18 grader\nUge 25: 19 grader\n",
        BROKEN: broken_within(),
        CUT_OFF: office_files.word()[:2000],
    }


def broken_within() -> bytes:
    """A Word file whose package is whole and whose text is not."""
    saved = BytesIO()
    with ZipFile(BytesIO(office_files.word())) as whole, ZipFile(saved, "w") as broken:
        for name in whole.namelist():
            data = whole.read(name)
            broken.writestr(name, data[: len(data) // 2] if name == "word/document.xml" else data)
    return saved.getvalue()


def closed_file() -> bytes:
    return pdf_files.plain("Laboratoriets pris er fortrolig.")


def word_draft() -> bytes:
    """A paper as somebody wrote it in Word, under the template's headings, with a word that fits nowhere."""
    document = docx.Document()
    for heading, texts in (
        ("1. Resumé", ["Badevandet ved Nordstranden er prøvet ni gange i sommer og er godt."]),
        ("Hvorfor fremsendes indstillingen", ["Profilerne skal efter reglerne ses efter hvert andet år."]),
        ("Opfølgning", ["Udvalget får tallene igen til september."]),
    ):
        document.add_heading(heading, level=1)
        for text in texts:
            document.add_paragraph(text)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()
