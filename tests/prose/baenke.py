"""A paper with everything that a text may hold, and its picture."""

import struct
import zlib
from datetime import date

from raadslag.prose.paper import PaperText, SectionKind, TextSection
from raadslag.prose.word import Slot

PICTURE = "/skrivebord/billeder/3f2b8f5e-0f5d-4a8e-9f0e-6f6b1a2c3d4e"
KEYS = [f"3f2b8f5e-0f5d-4a8e-9f0e-6f6b1a2c3d4{at}" for at in range(4)]
SECTIONS = (
    TextSection(
        key=KEYS[0],
        heading="Resumé",
        html="<p>Langs <strong>åen</strong> mangler <em>bænke</em>, se "
        '<a href="https://lindevad.example/a?b=1&amp;c=2">planen</a>.</p><h3>Tal</h3><p>Linje<br>to</p>',
    ),
    TextSection(
        key=KEYS[1],
        heading="Beslutningspunkter",
        kind=SectionKind.CLAUSES,
        clauses=("planen godkendes.", "udgiften på 180.000 kr. bevilges."),
    ),
    TextSection(
        key=KEYS[2],
        heading="Hvorfor fremsendes indstillingen?",
        html="<ul><li>tolv bænke<ol><li>seks i år</li><li>seks næste år</li></ol></li><li>armlæn</li></ul>"
        '<ol start="3"><li>tredje skridt</li></ol><p>midt imellem</p><ol><li>forfra</li></ol>'
        '<table><thead><tr><th scope="col">År</th><th scope="col">Beløb</th></tr></thead>'
        '<tbody><tr><th scope="row">2026</th><td>90.000 kr.</td></tr><tr><td colspan="2">i alt</td></tr>'
        "</tbody></table><blockquote><p>Vi savner bænke.</p></blockquote>",
    ),
    TextSection(
        key=KEYS[3],
        heading="Opfølgning",
        html=f'<p>Bænkene bestilles.</p><h4>Hvornår</h4><img src="{PICTURE}" alt="En bænk"><p>I juni.</p>',
    ),
)
PAPER = PaperText(
    title="Bænke langs åen",
    authority="Lindevad Kommune",
    to="Havne- og Klimaudvalget",
    from_="Klima og Miljø",
    dated_on=date(2026, 3, 2),
    case_number="EMN-2026-000411",
    sections=SECTIONS,
    caseworker="Karen Holm",
    phone="11 22 33 44",
    email="karen@lindevad.example",
)
SLOTS = tuple(Slot(key=each.key, heading=each.heading, kind=each.kind) for each in SECTIONS)
FIELDS = {
    "title": "Bænke langs åen",
    "to": "Havne- og Klimaudvalget",
    "from": "Klima og Miljø",
    "dated_on": "2. marts 2026",
    "case_number": "EMN-2026-000411",
    "caseworker": "Karen Holm",
    "phone": "11 22 33 44",
    "email": "karen@lindevad.example",
}


def png(width: int = 40, height: int = 20) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x20\x60\xa0" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
