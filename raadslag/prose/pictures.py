"""Pictures for a text, made anew from what they show: nothing else that the file held comes along."""

from dataclasses import dataclass
from io import BytesIO
from warnings import catch_warnings

from PIL import Image, ImageOps

# points along the longer side
LARGEST = 2400
MOST_POINTS = 60_000_000
FORMATS = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "GIF": "image/png",
    "WEBP": "image/png",
    "BMP": "image/png",
}
NO_PICTURE = "Filen er ikke et billede, der kan bruges. Gem det som PNG eller JPEG, og prøv igen."
TOO_LARGE = "Billedet er for stort. Gør det mindre, og prøv igen."


class UnusablePicture(Exception):
    """The file is no picture for a text. The message is one Danish sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A PNG or a JPEG, no larger than print needs, upright, without anything hidden."""

    media_type: str
    data: bytes


def clean_picture(data: bytes) -> CleanPicture:
    """The picture in the file, told by its content. Raises UnusablePicture.

    The file is untrusted; whoever calls this does so in a process with limits on what it may take.
    """
    try:
        with catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=list(FORMATS)) as image:
            if image.width * image.height > MOST_POINTS:
                raise UnusablePicture(TOO_LARGE)
            media_type = FORMATS[image.format or ""]
            upright = ImageOps.exif_transpose(image)
            return CleanPicture(media_type, _made(upright, media_type))
    except Image.DecompressionBombError:
        raise UnusablePicture(TOO_LARGE) from None
    except (OSError, ValueError, SyntaxError, KeyError, TypeError) as fault:
        raise UnusablePicture(NO_PICTURE) from fault


def _made(image: Image.Image, media_type: str) -> bytes:
    has_transparency = media_type == "image/png" and (image.mode in ("RGBA", "LA", "P"))
    plain = image.convert("RGBA" if has_transparency else "RGB")
    plain.thumbnail((LARGEST, LARGEST))
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    target = BytesIO()
    if media_type == "image/png":
        clean.save(target, "PNG", optimize=True)
    else:
        clean.save(target, "JPEG", quality=88)
    return target.getvalue()
