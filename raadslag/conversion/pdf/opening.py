"""A PDF opened with care: locked, broken and empty ones are told apart."""

from io import BytesIO

import pikepdf
from pikepdf import Name

from raadslag.conversion import signs
from raadslag.conversion.refusal import Unconvertible
from raadslag.writing.packs.content import unpacked
from raadslag.writing.packs.intake import END_MARK

ROOM_AFTER_END = 4096
NO_PAGES = f"PDF-filen har ingen sider; {signs.ADVICE}."
ONLY_IN_ADOBE = (
    "PDF-filen er en formular, der kun kan vises i Adobe Reader (XFA); "
    "åbn den dér, udskriv den til en ny PDF, og læg den op i stedet."
)
TOO_MANY = "Filen er på {} sider, og der tages højst {}; del den i flere filer."
TOO_LARGE = "Side {} i PDF-filen er beskadiget eller alt for stor; gem filen på ny, og læg den op igen."


def open_pdf(data: bytes, most_pages: int) -> tuple[pikepdf.Pdf, bool]:
    """The PDF, and whether it had to be repaired. One that is only locked for changes is open to read.

    Raises Unconvertible.
    """
    try:
        pdf = pikepdf.open(BytesIO(data), suppress_warnings=True)
        pages = len(pdf.pages)
    except pikepdf.PasswordError:
        raise Unconvertible(signs.LOCKED) from None
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
        raise Unconvertible(signs.NOT_WHOLE) from None
    if not pages:
        raise Unconvertible(NO_PAGES)
    if pages > most_pages:
        raise Unconvertible(TOO_MANY.format(pages, most_pages))
    if pdf.Root.get(Name.NeedsRendering, False):
        raise Unconvertible(ONLY_IN_ADOBE)
    _unpack(pdf)
    repaired = bool(pdf.get_warnings())
    if repaired and END_MARK not in data[-ROOM_AFTER_END:]:
        raise Unconvertible(signs.NOT_WHOLE)
    return pdf, repaired


def _unpack(pdf: pikepdf.Pdf) -> None:
    """Unpack every page's content once: what is damaged or a bomb shows here."""
    for number, page in enumerate(pdf.pages, start=1):
        try:
            unpacked(page)
        except (pikepdf.PdfError, RuntimeError):
            raise Unconvertible(TOO_LARGE.format(number)) from None
