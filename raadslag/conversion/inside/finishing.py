"""A file that needs no office program becomes a safe PDF, and its pages are looked at."""

from collections.abc import Callable

from raadslag.conversion.kind import Kind
from raadslag.conversion.orders import Made, Order
from raadslag.conversion.pdf.cleaning import clean
from raadslag.conversion.pdf.looking import look

MAKERS: dict[Kind, Callable[[bytes, Order], Made]] = {}


def finish(data: bytes, order: Order) -> Made:
    """The PDF, with its texts and what was found. Raises Unconvertible."""
    cleaned = clean(data, order.most_pages)
    looked = look(cleaned.data)
    return Made(
        cleaned.data, (*cleaned.findings, *looked.findings), texts=looked.texts, pictures=looked.pictures
    )
