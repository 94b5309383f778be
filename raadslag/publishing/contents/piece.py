"""A text in a file, and where it stands."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

PROPERTIES, BOOKMARKS, COMMENT = "egenskaber", "bogmærker", "kommentar"
ALTERNATIVE, FORM, LAYER, NAME = "alternativ tekst", "formularfelt", "lag", "navnet"
HIDDEN, CHANGE, UNSEEN, INSIDE = "skjult tekst", "rettelse", "tekst, der ikke ses", "filens indre"


def page_name(number: int) -> str:
    """ "side 3" """
    return f"side {number}"


class Offence(StrEnum):
    """What a text is by its mere presence, whatever it says."""

    TRACKED_CHANGE = "tracked_change"
    COMMENT = "comment"
    HIDDEN_TEXT = "hidden_text"


@dataclass(frozen=True, slots=True)
class Piece:
    """A text. `inside` names the files around it from the second on; `where` is Danish, "" for the whole
    file; `page` counts from 1. `binary` text was made out in bytes that are no text, and may be noise."""

    text: str
    where: str = ""
    page: int | None = None
    offence: Offence | None = None
    inside: tuple[str, ...] = ()
    binary: bool = False

    def to_data(self) -> list[Any]:
        """It as JSON data."""
        return [
            self.text.encode(errors="replace").decode(),
            self.where,
            self.page,
            self.offence,
            list(self.inside),
            self.binary,
        ]

    @classmethod
    def from_data(cls, data: list[Any]) -> "Piece":
        text, where, page, offence, inside, binary = data
        return cls(text, where, page, Offence(offence) if offence else None, tuple(inside), binary)
