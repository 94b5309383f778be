"""What a camera noted in a JPEG: the place, the time, the owner. The picture itself stays bit for bit."""

import warnings
from collections import Counter

from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from raadslag.conversion.finding import What

# segments that say how the picture is to be decoded; Adobe's tells of its colours
NOTES = (*range(0xE1, 0xEE), 0xEF, 0xFE)
START_OF_SCAN = 0xDA
ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
GPS = 0x8825
EXIF = b"Exif\0\0"


def forget(stream: Stream, found: Counter[What]) -> None:
    """Take the notes from an image of a PDF, where it is a JPEG. In place."""
    filters = stream.get(Name.Filter)
    if filters != Name.DCTDecode and not (isinstance(filters, Array) and list(filters) == [Name.DCTDecode]):
        return
    data = stream.read_raw_bytes()
    plain, notes = without_notes(data)
    if notes:
        parameters = stream.get(Name.DecodeParms)
        known = parameters if isinstance(parameters, Dictionary | Array) else None
        stream.write(plain, filter=Name.DCTDecode, decode_parms=known)
        found[What.POSITION] += any(map(tells_place, notes))


def without_notes(data: bytes) -> tuple[bytes, list[bytes]]:
    """The JPEG without its notes, and the notes. What is no JPEG is given back as it is."""
    if not data.startswith(b"\xff\xd8"):
        return data, []
    kept, notes, at = [data[:2]], [], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == START_OF_SCAN:
            break
        end = at + 2 if marker in ALONE else at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in NOTES:
            notes.append(data[at + 4 : end])
        else:
            kept.append(data[at:end])
        at = end
    kept.append(data[at:])
    return b"".join(kept), notes


def tells_place(note: bytes) -> bool:
    """Whether a note says where the picture was taken."""
    if not note.startswith(EXIF):
        return False
    exif = Image.Exif()
    try:
        with warnings.catch_warnings(action="ignore"):
            exif.load(note)
            return bool(exif.get_ifd(GPS))
    except (OSError, SyntaxError, ValueError, KeyError):
        return False
