"""An e-mail as it is sent: RFC 5322 and MIME, with every way in which programs break them."""

import email
from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.header import Header, decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from raadslag.conversion.kind import Kind
from raadslag.conversion.mail.html_text import text_of
from raadslag.conversion.mail.mail import Mail
from raadslag.conversion.orders import Enclosed
from raadslag.conversion.refusal import Unconvertible
from raadslag.record import encodings

ENCRYPTED = "E-mailen er krypteret; åbn den i dit mailprogram, gem den som PDF, og læg PDF-filen op i stedet."
DEEPEST = 20


def read(data: bytes) -> Mail:
    """The e-mail in a file's bytes. Raises Unconvertible."""
    message = email.message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"), policy=policy.compat32)
    if message.get_content_type() in (
        "application/pkcs7-mime",
        "application/x-pkcs7-mime",
        "multipart/encrypted",
    ):
        raise Unconvertible(ENCRYPTED)
    texts: list[str] = []
    enclosed: list[Enclosed] = []
    for part in _leaves(message, DEEPEST):
        name = _name(part)
        if name is None and part.get_content_maintype() == "text":
            texts.append(_text(part))
        else:
            enclosed.append(Enclosed(name or _unnamed(part), _bytes(part)))
    return Mail(
        sender=header(message, "From"),
        to=header(message, "To"),
        copy_to=header(message, "Cc"),
        sent_at=_sent(message),
        subject=header(message, "Subject"),
        text="\n\n".join(filter(None, texts)),
        enclosed=tuple(enclosed),
    )


def header(message: Message, name: str) -> str:
    """A header's words on one line; "" where there is none."""
    value = message.get(name)
    return "" if value is None else _words(value)


def _words(value: Header | str) -> str:
    """What a header says, its coded words decoded where they can be."""
    try:
        words = str(make_header(decode_header(value)))
    except (UnicodeError, LookupError, ValueError):
        words = str(value)
    return " ".join(words.encode("utf-8", "replace").decode().split())


def _leaves(message: Message, deepest: int) -> Iterator[Message]:
    """The parts that have none themselves; of what says the same in several ways, the plainest."""
    kind = message.get_content_type()
    inner = message.get_payload()
    if kind == "message/rfc822" or not isinstance(inner, list) or not deepest:
        yield message
        return
    parts = [part for part in inner if isinstance(part, Message)]
    if kind == "multipart/alternative":
        parts = [_plainest(parts)] if parts else []
    for part in parts:
        yield from _leaves(part, deepest - 1)


def _plainest(ways: list[Message]) -> Message:
    for way in ways:
        if way.get_content_type() == "text/plain" and _text(way).strip():
            return way
    return ways[-1]


def _name(part: Message) -> str | None:
    """What an enclosed file is called; None for what is part of the text."""
    name = part.get_filename()
    if name is not None:
        return _words(name) or _unnamed(part)
    if part.get_content_disposition() == "attachment" or part.get_content_type() == "message/rfc822":
        return _unnamed(part)
    return None


def _unnamed(part: Message) -> str:
    """A name for a file that has none: an e-mail is called by its subject."""
    inner = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inner, list):
        subject = next((header(each, "Subject") for each in inner if isinstance(each, Message)), "")
        return f"{subject or 'E-mail'}{Kind.EML.ending}"
    endings = {kind.media_type: kind.ending for kind in Kind}
    return f"Uden navn{endings.get(part.get_content_type(), '')}"


def _bytes(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list):
        return b"\n".join(each.as_bytes() for each in inner if isinstance(each, Message))
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Message) -> str:
    words = _decoded(_bytes(part), part.get_content_charset())
    return (
        text_of(words) if part.get_content_type() == "text/html" else words.replace("\r\n", "\n").strip("\n")
    )


def _decoded(data: bytes, charset: str | None) -> str:
    """By the charset that the part names, else by what the bytes look like."""
    if charset:
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        return encodings.decode(data)
    except encodings.NotText:
        return data.decode("cp1252", "replace")


def _sent(message: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(header(message, "Date"))
    except (ValueError, IndexError, TypeError):
        return None
