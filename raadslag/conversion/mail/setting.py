"""An e-mail as a PDF."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from raadslag.conversion.kind import Kind
from raadslag.conversion.mail import eml, msg
from raadslag.conversion.mail.mail import Mail
from raadslag.conversion.orders import Enclosed, Made, Order
from raadslag.conversion.recognising import kind_of
from raadslag.conversion.refusal import Unconvertible
from raadslag.conversion.typesetting import paragraphs, printable, set_pages
from raadslag.record.danish import moment

READERS: dict[Kind, Callable[[bytes], Mail]] = {Kind.EML: eml.read, Kind.MSG: msg.read}
DENMARK = ZoneInfo("Europe/Copenhagen")
NO_SUBJECT = "(uden emne)"
NO_TEXT = "(E-mailen har ingen tekst.)"
UNKNOWN = "kan ikke vises"


def made(data: bytes, order: Order) -> Made:
    """The PDF of an e-mail, and the files that came with it. Raises Unconvertible."""
    mail = READERS[order.kind](data)
    pdf = set_pages(
        "mail.typ",
        title=printable(mail.subject) or NO_SUBJECT,
        head=[(label, printable(value)) for label, value in _head(mail) if value],
        body=paragraphs(mail.text) or [[NO_TEXT]],
        files=[(printable(each.name), f"({_kind(each)})") for each in mail.enclosed],
    )
    return Made(pdf, enclosed=mail.enclosed)


def _head(mail: Mail) -> list[tuple[str, str]]:
    return [
        ("Fra", mail.sender),
        ("Til", mail.to),
        ("Cc", mail.copy_to),
        ("Dato", _moment(mail.sent_at)),
        ("Emne", mail.subject),
    ]


def _moment(at: datetime | None) -> str:
    """When it was sent, by the clock in Denmark."""
    if at is None:
        return ""
    return moment((at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(DENMARK))


def _kind(enclosed: Enclosed) -> str:
    try:
        return kind_of(enclosed.data).danish
    except Unconvertible:
        return UNKNOWN
