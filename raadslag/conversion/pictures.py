"""Pictures as a PDF: the right way up, of a sane size, and with nothing of what the camera noted."""

import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from raadslag.conversion import signs
from raadslag.conversion.finding import Finding, What
from raadslag.conversion.kind import Kind
from raadslag.conversion.orders import Made, Order
from raadslag.conversion.refusal import Unconvertible
from raadslag.conversion.typesetting import set_pages

MOST_PIXELS = 250_000_000
TOO_LARGE = "Billedet er på mere end 250 megapixel; gør det mindre, og læg det op igen."
TOO_MANY = "Billedfilen har {} sider, og der tages højst {}; del den i flere filer."

# pixels of the longer side: 300 an inch of an A4 page for drawings and scans, 220 for photos
LARGEST_DRAWING, LARGEST_PHOTO = 3508, 2600
FEW_COLOURS = 128  # a drawing or a screen has no more, a photo or a scan in greys has
LOSSY = frozenset({Kind.JPEG, Kind.WEBP})
JPEG_QUALITY = 85

A4 = (595.28, 841.89)
MARGIN = 42.0
USUAL_DPI = 96.0
SANE_DPI = (72.0, 1200.0)
NEARLY = 0.06  # how much a scan may differ from A4 and still be a page of its own

GPS = 0x8825
ALT = "Billede"
SUBFILE, REDUCED = 254, 1  # of TIFF: a page that repeats another one, smaller


@dataclass(frozen=True)
class Picture:
    """A picture as it is printed: its bytes, how they end a file's name, and its size in points."""

    data: bytes
    ending: str
    size: tuple[float, float]


def made(data: bytes, order: Order) -> Made:
    """The PDF of a picture, or of a TIFF's pictures. Raises Unconvertible."""
    findings: list[Finding] = []
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data)) as image:
            _refuse_large(image)
            pictures = []
            for frame in _frames(image, order):
                findings += _notes(frame)
                pictures.append(_picture(frame, is_lossy=order.kind in LOSSY))
    except (Image.DecompressionBombError, MemoryError):
        raise Unconvertible(TOO_LARGE) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
        raise Unconvertible(signs.NOT_WHOLE) from None
    return Made(_set(pictures), tuple(findings))


def _refuse_large(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise Unconvertible(TOO_LARGE)


def _frames(image: Image.Image, order: Order) -> Iterator[Image.Image]:
    """A TIFF's pages; of anything else the one picture, or the first of those that move."""
    if order.kind is not Kind.TIFF:
        image.draft("RGB", (LARGEST_PHOTO, LARGEST_PHOTO))
        yield image
        return
    number = getattr(image, "n_frames", 1)
    if number > order.most_pages:
        raise Unconvertible(TOO_MANY.format(number, order.most_pages))
    for frame in ImageSequence.Iterator(image):
        _refuse_large(frame)
        tags: Any = getattr(frame, "tag_v2", {})
        if number == 1 or not int(tags.get(SUBFILE, 0)) & REDUCED:
            yield frame


def _notes(image: Image.Image) -> Iterator[Finding]:
    """What the camera noted."""
    exif = image.getexif()
    if exif.get_ifd(GPS):
        yield Finding(What.POSITION)
    if exif:
        yield Finding(What.METADATA)


def _picture(image: Image.Image, *, is_lossy: bool) -> Picture:
    natural = _natural(image)
    turned = ImageOps.exif_transpose(image)
    if (turned.width > turned.height) != (image.width > image.height):
        natural = natural[1], natural[0]
    plain = _plain(turned)
    is_drawing = plain.mode == "1" or (not is_lossy and plain.getcolors(FEW_COLOURS) is not None)
    largest = LARGEST_DRAWING if is_drawing else LARGEST_PHOTO
    if max(plain.size) > largest:
        plain = plain.convert("L") if plain.mode == "1" else plain
        plain.thumbnail((largest, largest), Image.Resampling.LANCZOS)
    out = BytesIO()
    if is_drawing:
        plain.save(out, "PNG")
        return Picture(out.getvalue(), ".png", natural)
    plain.save(out, "JPEG", quality=JPEG_QUALITY)
    return Picture(out.getvalue(), ".jpg", natural)


def _plain(image: Image.Image) -> Image.Image:
    """The picture in black and white, grey or RGB, upon white where one can see through it."""
    if image.mode in ("1", "L", "RGB"):
        return image.copy()
    if image.mode.startswith(("I", "F")):
        return image.convert("F").point(lambda value: value / 256).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        seen = image.convert("RGBA")
        white = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(white, seen).convert("RGB")
    return image.convert("RGB")


def _natural(image: Image.Image) -> tuple[float, float]:
    """How large the picture says it is, in points."""
    across, up = image.info.get("dpi") or (USUAL_DPI, USUAL_DPI)
    lowest, highest = SANE_DPI
    if not (lowest < across <= highest and lowest < up <= highest):
        across = up = USUAL_DPI
    return image.width / float(across) * 72, image.height / float(up) * 72


def _set(pictures: list[Picture]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        pages = []
        for number, picture in enumerate(pictures, start=1):
            file = Path(folder) / f"{number}{picture.ending}"
            file.write_bytes(picture.data)
            # the file's name may tell what its title does not
            words = ALT if len(pictures) == 1 else f"{ALT}, side {number}"
            pages.append({"file": str(file), "alt": words, **_place(picture.size)})
        return set_pages("pictures.typ", pictures=pages, title=ALT)


def _place(natural: tuple[float, float]) -> dict[str, Any]:
    """The page for a picture, and its size there: a scan fills its page, any other has a margin."""
    width, height = natural
    page = A4 if width <= height else (A4[1], A4[0])
    if all(abs(side - whole) <= NEARLY * whole for side, whole in zip(natural, page, strict=True)):
        return {"page": natural, "margin": 0, "size": natural}
    room = page[0] - 2 * MARGIN, page[1] - 2 * MARGIN
    scale = min(1.0, room[0] / width, room[1] / height)
    return {"page": page, "margin": MARGIN, "size": (width * scale, height * scale)}
