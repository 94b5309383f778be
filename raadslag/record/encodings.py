"""Bytes become text: UTF-8, UTF-16 with its mark, or the one-byte encodings of older Danish texts."""

import re

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
utf8_letter = re.compile(rb"[\xc3\xc2][\x80-\xbf]|\xe2\x80[\x80-\xbf]")
# what Danish prose holds beyond ASCII, as the one-byte encodings have it
one_byte = {
    "cp1252": "æøåÆØÅéèêëüöäÉÜÖÄ§–—‘’‚“”„•…°½´»«·€\xa0\xad".encode("cp1252"),
    "cp850": "æøåÆØÅéèüöäÉÜÖÄ§°½´»«·\xa0\xad".encode("cp850"),
}
high = re.compile(rb"[\x80-\xff]")
binary = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


class NotText(ValueError):
    """The bytes are no text. The message is a Danish sentence that says what to do."""


class UnknownEncoding(NotText):
    """The bytes are a text, but in no encoding that is known, or damaged."""


def decode(data: bytes) -> str:
    """The text in the bytes. Raises NotText."""
    text = _strictly(data, "utf-16") if data.startswith(UTF_16_MARKS) else _utf8_or_older(data)
    if binary.search(text):
        raise NotText(
            "Filen er ikke en tekst: den indeholder binære tegn; vælg en PDF-, DOCX- eller tekstfil."
        )
    return text


def _utf8_or_older(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return _one_byte_text(data, fault)


def _one_byte_text(data: bytes, fault: UnicodeDecodeError) -> str:
    """Text from before UTF-8. Text that is UTF-8 in part is damaged, and no guess would mend it."""
    letters = b"".join(high.findall(data))
    strange = {encoding: len(letters.translate(None, known)) for encoding, known in one_byte.items()}
    likeliest = min(strange, key=lambda encoding: strange[encoding])
    if utf8_letter.search(data) or strange[likeliest] > len(letters) / 10:
        raise UnknownEncoding(
            f"Teksten er ikke gyldig UTF-8 (fejl ved byte {fault.start + 1}); gem den som UTF-8."
        ) from fault
    return _strictly(data, likeliest)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise UnknownEncoding(
            f"Teksten kan ikke afkodes (fejl ved byte {fault.start + 1}); gem den som UTF-8, og prøv igen."
        ) from fault
