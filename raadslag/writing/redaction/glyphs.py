"""How wide a font's glyphs are, and which bytes of a string are one."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name

PLAIN_WIDTH = 1000.0
SPACE = 32


class Unsure(Exception):
    """The page's drawing is of a sort that we do not reckon with: its page becomes a picture instead."""


@dataclass(frozen=True, slots=True)
class Font:
    """`bytes_a_glyph` is 1 or 2; widths are in text space units at size 1."""

    bytes_a_glyph: int
    widths: dict[int, float] = field(default_factory=dict)
    other: float = 0.0

    @classmethod
    def of(cls, font: pikepdf.Object) -> "Font":
        """The font of a page's resources. Raises Unsure."""
        if font.get(Name.Subtype) == Name.Type0:
            if font.get(Name.Encoding) != Name("/Identity-H"):
                raise Unsure
            inner = font.DescendantFonts[0]
            other = float(inner.get(Name.DW, PLAIN_WIDTH)) / PLAIN_WIDTH
            return cls(2, dict(composite_widths(inner.get(Name.W))), other)
        listed, first = font.get(Name.Widths), font.get(Name.FirstChar)
        if not isinstance(listed, Array) or first is None:
            raise Unsure
        unit = float(font.FontMatrix[0]) if Name.FontMatrix in font else 1 / PLAIN_WIDTH
        about = font.get(Name.FontDescriptor)
        missing = float(about.get(Name.MissingWidth, 0)) if isinstance(about, Dictionary) else 0.0
        widths = {int(first) + at: float(width) * unit for at, width in enumerate(listed)}
        return cls(1, widths, missing * unit)

    def glyphs(self, string: bytes) -> Iterator[tuple[bytes, float, bool]]:
        """Each glyph's bytes, its width, and whether it is the space that word spacing is added to."""
        for at in range(0, len(string), self.bytes_a_glyph):
            code = string[at : at + self.bytes_a_glyph]
            number = int.from_bytes(code, "big")
            yield code, self.widths.get(number, self.other), self.bytes_a_glyph == 1 and number == SPACE


def composite_widths(listed: pikepdf.Object | None) -> Iterator[tuple[int, float]]:
    """The widths of a composite font: "first [w w w]" or "first last w", in turn."""
    parts = list(listed) if isinstance(listed, Array) else []
    at = 0
    while at + 1 < len(parts):
        first = int(parts[at])
        if isinstance(parts[at + 1], Array):
            yield from (
                (first + place, float(width) / PLAIN_WIDTH) for place, width in enumerate(parts[at + 1])
            )
            at += 2
        else:
            width = float(parts[at + 2]) / PLAIN_WIDTH
            yield from ((code, width) for code in range(first, min(int(parts[at + 1]), 0xFFFF) + 1))
            at += 3
