"""A plain text as a PDF."""

import re

from raadslag.conversion.orders import Made, Order
from raadslag.conversion.refusal import Unconvertible
from raadslag.conversion.typesetting import paragraphs, set_pages
from raadslag.record.encodings import NotText, decode

LONGEST = 3_000_000
TOO_LONG = "Teksten er på {} millioner tegn, og der tages højst {}; del den i flere filer."
# a text is set in columns where its lines are: letters of one width keep them so
COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")
COLUMNS_FROM = 3


def made(data: bytes, order: Order) -> Made:
    """The PDF of a text file. Raises Unconvertible."""
    try:
        text = decode(data)
    except NotText as refusal:
        raise Unconvertible(str(refusal)) from None
    if len(text) > LONGEST:
        raise Unconvertible(TOO_LONG.format(len(text) // 1_000_000, LONGEST // 1_000_000))
    pages = [paragraphs(page) for page in text.split("\f")]
    in_columns = len(COLUMNS.findall(text)) >= COLUMNS_FROM
    return Made(set_pages("text.typ", pages=pages, columns=in_columns))
