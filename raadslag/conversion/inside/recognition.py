"""Text recognised in the pages of a PDF that are pictures."""

import logging
import os
from pathlib import Path

import ocrmypdf
from ocrmypdf.exceptions import ExitCodeException

from raadslag.conversion.finding import Finding, What
from raadslag.conversion.inside.answering import answer
from raadslag.conversion.orders import Made, Order
from raadslag.conversion.pdf.cleaning import clean
from raadslag.conversion.pdf.looking import look
from raadslag.conversion.programs import LANGUAGES

LARGEST_PICTURE = 250.0  # megapixels


def recognise(data: bytes, order: Order) -> Made:
    """The PDF with the text of its pictures laid under them; the pages that gave none are told of.

    Where the recognition itself fails, the PDF stays as it is: it can be shown and printed.
    """
    found = _recognised(data, order.pages)
    texts = look(found).texts
    silent = tuple(page for page in order.pages if not any(map(str.isalnum, texts[page - 1])))
    findings = (Finding(What.NOT_RECOGNISED, len(silent), tuple(map(str, silent))),) if silent else ()
    return Made(found, findings, texts=texts)


def _recognised(data: bytes, pages: tuple[int, ...]) -> bytes:
    before, after = Path("pictures.pdf"), Path("recognised.pdf")
    before.write_bytes(data)
    logging.disable(logging.CRITICAL)
    try:
        ocrmypdf.ocr(
            before,
            after,
            language=LANGUAGES,
            pages=",".join(map(str, pages)),
            mode="redo",
            output_type="pdf",
            optimize=0,
            rotate_pages=True,
            jobs=min(len(pages), os.cpu_count() or 1),
            use_threads=True,
            max_image_mpixels=LARGEST_PICTURE,
            progress_bar=False,
        )
    except ExitCodeException:
        return data
    return clean(after.read_bytes(), most_pages=10**6).data


if __name__ == "__main__":
    answer(recognise)
