"""An attachment's file as a PDF that can go into a pack, or the reason why it cannot."""

import os
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf.settings import set_qpdf_limits

from raadslag.writing.packs.content import unpacked
from raadslag.writing.packs.typesetting import TypesettingError, typeset

PDF_MARK = b"%PDF-"
END_MARK = b"%%EOF"
IMAGE_MARKS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
MOST_UNPACKED = 256 * 1024 * 1024  # bytes of one stream; a file of 1 MB can unpack to a thousand
MARK_WITHIN = 1024  # bytes from the beginning, or from the end, as readers of PDF allow

# For the whole process, as qpdf has it: streams of files that nobody has vouched for are unpacked here.
set_qpdf_limits(flate_max_memory=MOST_UNPACKED, run_length_max_memory=MOST_UNPACKED)


class CannotInclude(Exception):
    """The file cannot go into a pack; the message is the reason, a Danish clause."""


def open_attachment(path: Path, *, title: str, pages: int | None = None) -> pikepdf.Pdf:
    """The file as a PDF; an image becomes a page of its own, described by the title.

    `pages` is how many the file should have, where that is known. Raises CannotInclude.
    """
    beginning, end = both_ends(path)
    if not beginning:
        raise CannotInclude(f"filen {path.name} er tom")
    if beginning.startswith(IMAGE_MARKS):
        return image_page(path, title)
    if PDF_MARK not in beginning:
        raise CannotInclude(f"filen {path.name} er ikke en PDF; gem den som PDF først")
    pdf = open_pdf(path)
    if pages is not None and len(pdf.pages) != pages:
        raise CannotInclude(f"filen {path.name} har {len(pdf.pages)} sider, men skulle have {pages}")
    if END_MARK not in end and pdf.get_warnings():
        raise CannotInclude(f"filen {path.name} er beskadiget: slutningen mangler")
    for number, page in enumerate(pdf.pages, start=1):
        if not can_be_unpacked(page):
            raise CannotInclude(f"side {number} i filen {path.name} er beskadiget eller alt for stor")
    return pdf


def can_be_unpacked(page: pikepdf.Page) -> bool:
    """Whether the page's content is there, and no more than a page has any use for."""
    try:
        unpacked(page)
    except pikepdf.PdfError:
        return False
    return True


def both_ends(path: Path) -> tuple[bytes, bytes]:
    """The first and the last bytes of a file."""
    try:
        with path.open("rb") as file:
            beginning = file.read(MARK_WITHIN)
            file.seek(max(0, os.fstat(file.fileno()).st_size - MARK_WITHIN))
            return beginning, file.read()
    except OSError:
        raise CannotInclude(f"filen {path.name} kan ikke læses") from None


def open_pdf(path: Path) -> pikepdf.Pdf:
    """The PDF, with one page or more. A file that only its author may change is open to all to read."""
    try:
        pdf = pikepdf.open(path)
        empty = not pdf.pages
    except pikepdf.PasswordError:
        raise CannotInclude(f"filen {path.name} er beskyttet med adgangskode") from None
    except (pikepdf.PdfError, RuntimeError, ValueError):
        raise CannotInclude(f"filen {path.name} er beskadiget og kan ikke åbnes") from None
    if empty:
        raise CannotInclude(f"filen {path.name} har ingen sider")
    return pdf


def image_page(path: Path, title: str) -> pikepdf.Pdf:
    """A picture alone on a page."""
    try:
        page = typeset("image.typ", tagged=True, image=str(path.absolute()), title=title)
    except TypesettingError:
        raise CannotInclude(f"billedet {path.name} er beskadiget") from None
    return pikepdf.open(BytesIO(page))


def missing_page(label: str, reason: str) -> pikepdf.Pdf:
    """A page that says which attachment is missing, and why."""
    return absent_page(label, "Bilaget mangler i denne pakke", f"Det kunne ikke tages med: {reason}.")


def left_out_page(label: str, reason: str) -> pikepdf.Pdf:
    """A page that says which attachment somebody left out, and the reason that they gave."""
    return absent_page(label, "Bilaget er udeladt af denne pakke", f"Grund: {reason}")


def absent_page(label: str, heading: str, why: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(typeset("missing.typ", tagged=True, label=label, heading=heading, why=why)))
