"""An e-mail that Outlook saved."""

from email.message import EmailMessage
from email.utils import format_datetime
from functools import cached_property
from io import BytesIO
from typing import cast

from oxmsg import Message
from oxmsg.attachment import Attachment
from oxmsg.properties import Properties
from oxmsg.recipient import Recipient
from oxmsg.storage import Storage

from raadslag.conversion import signs
from raadslag.conversion.kind import Kind
from raadslag.conversion.mail.html_text import text_of
from raadslag.conversion.mail.mail import Mail
from raadslag.conversion.orders import Enclosed
from raadslag.conversion.refusal import Unconvertible

ENCRYPTED = "E-mailen er krypteret; åbn den i Outlook, gem den som PDF, og læg PDF-filen op i stedet."
RECIPIENT_TYPE = 0x0C15
TO, COPY = 1, 2
DISPLAY_NAME = 0x3001
WITHIN = "__substg1.0_3701000D"  # the storage of an e-mail within an e-mail
HEADER_WITHIN = 24  # bytes before its properties
SHORT_NAME = 0x3704


def read(data: bytes) -> Mail:
    """The e-mail in a file's bytes. Raises Unconvertible."""
    try:
        return _mail(Message.load(BytesIO(data)))
    except Unconvertible:
        raise
    except Exception:  # the library checks nothing of what it reads
        raise Unconvertible(signs.NOT_WHOLE) from None


class MessageWithin(Message):
    """An e-mail within an e-mail, which has a shorter head."""

    @cached_property
    def properties(self) -> Properties:
        return Properties(self._storage, properties_header_offset=HEADER_WITHIN)


def _mail(message: Message) -> Mail:
    if "SMIME" in message.message_class and "MultipartSigned" not in message.message_class:
        raise Unconvertible(ENCRYPTED)
    return Mail(
        sender=_line(message.sender),
        to=_people(message, TO),
        copy_to=_people(message, COPY),
        sent_at=message.sent_date,
        subject=_line(message.subject),
        text=_text(message),
        enclosed=tuple(_enclosed(each) for each in message.attachments),
    )


def _text(message: Message) -> str:
    plain = (message.body or "").replace("\r\n", "\n").strip("\n\0")
    return plain if plain.strip() else text_of(message.html_body or "")


def _people(message: Message, sort: int) -> str:
    return "; ".join(
        _person(each) for each in message.recipients if each.properties.int_prop_value(RECIPIENT_TYPE) == sort
    )


def _person(recipient: Recipient) -> str:
    name, address = _line(recipient.name), _line(recipient.email_address)
    return f"{name} <{address}>" if name and "@" in address and address != name else name or address


def _enclosed(attachment: Attachment) -> Enclosed:
    properties = attachment.properties
    storage = cast(Storage, attachment._storage)
    within = next((each for each in storage.storages if each.name == WITHIN), None)
    if within is not None:
        message = MessageWithin(within)
        return Enclosed(f"{_line(message.subject) or 'E-mail'}{Kind.EML.ending}", _as_eml(_mail(message)))
    name = (
        attachment.file_name
        or properties.str_prop_value(SHORT_NAME)
        or properties.str_prop_value(DISPLAY_NAME)
    )
    return Enclosed(_line(name) or "Uden navn", attachment.file_bytes or b"")


def _as_eml(mail: Mail) -> bytes:
    """An e-mail within an e-mail as a file of its own."""
    message = EmailMessage()
    for name, value in (
        ("From", mail.sender),
        ("To", mail.to),
        ("Cc", mail.copy_to),
        ("Subject", mail.subject),
    ):
        if value:
            message[name] = value
    if mail.sent_at:
        message["Date"] = format_datetime(mail.sent_at)
    message.set_content(mail.text)
    for each in mail.enclosed:
        message.add_attachment(each.data, "application", "octet-stream", filename=each.name)
    return message.as_bytes()


def _line(text: str | None) -> str:
    return " ".join((text or "").replace("\0", "").split())
