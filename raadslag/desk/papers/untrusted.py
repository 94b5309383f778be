"""Files from people's machines, opened in a child process with limits on what it may take."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any

from raadslag.prose.pictures import CleanPicture, UnusablePicture, clean_picture
from raadslag.prose.word import FromWord, Slot, UnreadableWord, from_docx
from raadslag.reading.limits import Limits, within
from raadslag.reading.unreadable import UnreadableDocument

LIMITS = Limits(seconds=30, megabytes=768)


def word_in(data: bytes, slots: Sequence[Slot]) -> FromWord:
    """What the Word file has for the slots. Raises UnreadableDocument, with what to do instead."""

    def read() -> dict[str, Any]:
        try:
            return from_docx(data, slots).to_data()
        except UnreadableWord as refused:
            raise UnreadableDocument(str(refused)) from refused

    return FromWord.from_data(within(LIMITS, read))


def picture_in(data: bytes) -> CleanPicture:
    """The picture in the file, cleaned. Raises UnreadableDocument, with what to do instead."""

    def read() -> list[str]:
        try:
            made = clean_picture(data)
        except UnusablePicture as refused:
            raise UnreadableDocument(str(refused)) from refused
        return [made.media_type, b64encode(made.data).decode("ascii")]

    media_type, text = within(LIMITS, read)
    return CleanPicture(media_type, b64decode(text))
