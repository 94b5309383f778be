"""E-mails of every kind, for the tests."""

import struct
from datetime import UTC, datetime
from email.message import EmailMessage

from tests.conversion.compound_file import Tree, compound_file

SENDER = "Søren Åberg <soren@lindevad.example>"
SENT_AT = datetime(2025, 10, 8, 8, 30, tzinfo=UTC)
SUBJECT = "Høringssvar om skolevej på Ærøgade"
TEXT = "Kære udvalg\n\nVi ønsker en ny cykelsti. Se vedhæftede.\n\nVenlig hilsen\nSøren"


def eml(*enclosed: tuple[str, bytes]) -> bytes:
    """An e-mail with a plain text and the same as a web page, and files."""
    message = EmailMessage()
    message["From"], message["To"] = SENDER, "Byrådet <byraad@lindevad.example>, Bo <bo@lindevad.example>"
    message["Date"], message["Subject"] = "Wed, 08 Oct 2025 10:30:00 +0200", SUBJECT
    message.set_content(TEXT)
    message.add_alternative(f"<p>{TEXT}</p><script>alert('x')</script>", subtype="html")
    for name, data in enclosed:
        message.add_attachment(data, "application", "octet-stream", filename=name)
    return bytes(message)


def web_eml(page: str) -> bytes:
    """An e-mail that is a web page and nothing else."""
    message = EmailMessage()
    message["From"], message["Subject"] = SENDER, SUBJECT
    message.set_content(page, subtype="html")
    return bytes(message)


def eml_within_eml() -> bytes:
    """An e-mail that passes another one on."""
    inner, outer = EmailMessage(), EmailMessage()
    inner["From"], inner["Subject"] = "Clara <clara@lindevad.example>", "Det oprindelige brev"
    inner.set_content("Teksten i det oprindelige brev.")
    outer["From"], outer["To"], outer["Subject"] = SENDER, "Anna <anna@lindevad.example>", "VS: brev"
    outer.set_content("Se nedenfor.")
    outer.add_attachment(inner)
    return bytes(outer)


def msg(*enclosed: tuple[str, bytes]) -> bytes:
    """An e-mail as Outlook saves it, with files."""
    tree: dict[str, bytes | Tree] = {
        **_message(head=struct.pack("<8x4I8x", 1, len(enclosed), 1, len(enclosed))),
        "__recip_version1.0_#00000000": _properties(
            {0x3001: "Byrådet", 0x3003: "byraad@lindevad.example"}, head=bytes(8), numbers={0x0C15: 1}
        ),
    }
    for number, (name, data) in enumerate(enclosed):
        tree[f"__attach_version1.0_#{number:08X}"] = _properties(
            {0x3707: name}, head=bytes(8), numbers={0x3705: 1}, data={0x3701: data}
        )
    return compound_file(tree)


def msg_within_msg() -> bytes:
    """An Outlook message with another one enclosed."""
    inner = _message(head=struct.pack("<8x4I", 0, 0, 0, 0))
    attachment = _properties({0x3001: "Uden betydning"}, head=bytes(8), numbers={0x3705: 5})
    attachment["__substg1.0_3701000D"] = inner
    outer = _message(head=struct.pack("<8x4I8x", 0, 1, 0, 1))
    return compound_file({**outer, "__attach_version1.0_#00000000": attachment})


def _message(head: bytes) -> dict[str, bytes | Tree]:
    texts = {0x001A: "IPM.Note", 0x0037: SUBJECT, 0x1000: TEXT.replace("\n", "\r\n")}
    sender = {0x0C1A: "Søren Åberg", 0x0C1F: "soren@lindevad.example"}
    return _properties(texts | sender, head=head, times={0x0039: SENT_AT})


def _properties(
    texts: dict[int, str],
    *,
    head: bytes,
    numbers: dict[int, int] | None = None,
    times: dict[int, datetime] | None = None,
    data: dict[int, bytes] | None = None,
) -> dict[str, bytes | Tree]:
    """The streams of a storage's properties by their numbers."""
    streams: dict[str, bytes | Tree] = {}
    listed = head
    for number, value in {**texts, **(data or {})}.items():
        kind, content = (0x001F, value.encode("utf-16-le")) if isinstance(value, str) else (0x0102, value)
        streams[f"__substg1.0_{number:04X}{kind:04X}"] = content
        listed += struct.pack("<HHIII", kind, number, 6, len(content), 0)
    for number, value in (numbers or {}).items():
        listed += struct.pack("<HHIII", 0x0003, number, 6, value, 0)
    for number, at in (times or {}).items():
        ticks = int((at - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
        listed += struct.pack("<HHIQ", 0x0040, number, 6, ticks)
    return {"__properties_version1.0": listed, **streams}
