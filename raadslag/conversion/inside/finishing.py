"""A file that needs no office program becomes a safe PDF, and its pages are looked at."""

from collections.abc import Callable

from raadslag.conversion import pictures, plain_text
from raadslag.conversion.inside.answering import answer
from raadslag.conversion.kind import Kind
from raadslag.conversion.mail import setting as mail
from raadslag.conversion.orders import Made, Order
from raadslag.conversion.pdf.cleaning import clean
from raadslag.conversion.pdf.looking import look

Maker = Callable[[bytes, Order], Made]

MAKERS: dict[Kind, Maker] = {
    **dict.fromkeys((Kind.PNG, Kind.JPEG, Kind.TIFF, Kind.GIF, Kind.WEBP), pictures.made),
    **dict.fromkeys((Kind.EML, Kind.MSG), mail.made),
    Kind.TEXT: plain_text.made,
}


def finish(data: bytes, order: Order) -> Made:
    """The PDF, with its texts and what was found. Raises Unconvertible."""
    if order.kind is Kind.PDF:
        cleaned = clean(data, order.most_pages)
        return _looked_at(Made(cleaned.data, cleaned.findings))
    made = MAKERS[order.kind](data, order)
    # set by us, it holds nothing that is not to be seen; saved anew it says nothing of when it was set
    return _looked_at(Made(clean(made.data, order.most_pages).data, made.findings, enclosed=made.enclosed))


def _looked_at(made: Made) -> Made:
    looked = look(made.data)
    return Made(
        data=made.data,
        findings=(*made.findings, *looked.findings),
        texts=looked.texts,
        pictures=looked.pictures,
        enclosed=made.enclosed,
    )


if __name__ == "__main__":
    answer(finish)
