"""Pictures, and scans of Danish text, for the tests."""

import struct
import zlib
from functools import cache
from io import BytesIO

import typst
from PIL import Image

SCANNED = "Borgerne på Ærøgade ønsker en ny cykelsti langs åen."
REST_OF_PAGE = (
    "Forvaltningen har gennemgået høringssvarene og foreslår, at byrådet godkender planen med de ændringer, "
    "der fremgår af notatet. Udgiften holdes inden for rammen, og arbejdet går i gang efter sommerferien. "
    "Skolerne og grundejerforeningen har været inddraget undervejs."
)
OWNER = "Kameraejer Karen"
TOP, REST = (200, 30, 30), (30, 30, 200)  # the colours of a picture that has a right way up


@cache
def scan(*, per_inch: int = 150) -> Image.Image:
    """A page of Danish text as a scanner sees it: in greys, with no text in it."""
    source = (
        f'#set page(paper: "a4", margin: 60pt)\n#set text(size: 13pt)\n= Høring\n{SCANNED}\n\n{REST_OF_PAGE}'
    )
    page = typst.compile(source.encode(), format="png", ppi=per_inch)
    return Image.open(BytesIO(page)).convert("L")


def photo(kind: str, *, turned: int | None = None) -> bytes:
    """A picture whose upper part is red, with what a camera notes; `turned` is how EXIF says it was held."""
    picture = Image.new("RGB", (400, 300), REST)
    picture.paste(TOP, (0, 0, 400, 100))
    exif = Image.Exif()
    exif[0xA430] = OWNER
    exif.get_ifd(0x8825).update({1: "N", 2: (56.0, 9.0, 0.0), 3: "E", 4: (10.0, 12.0, 0.0)})
    if turned:
        exif[0x0112] = turned
    return saved(picture, kind, exif=exif)


def saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


def pages_of_tiff(*pictures: Image.Image) -> bytes:
    """A TIFF with a page for each picture."""
    first, *others = pictures
    return saved(first, "TIFF", save_all=True, append_images=others, dpi=(150, 150))


def claims_to_be(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says how large it is."""
    head = struct.pack(">II5B", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    chunks = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def blank() -> Image.Image:
    """A page with nothing on it but a grey shadow, as scanners leave."""
    return Image.linear_gradient("L").resize((1240, 1754)).point(lambda shade: 200 + shade // 8)
