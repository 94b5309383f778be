"""A page's drawing written anew without the glyphs that stand in given areas."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Matrix, Name, Operator, String

from raadslag.writing.redaction.area import Area
from raadslag.writing.redaction.glyphs import Font, Unsure

MIDDLE = 0.3  # of the font's size: where a letter's middle is above the line it stands on
SHOWING = frozenset({"Tj", "TJ", "'", '"'})
STAND_INS = ("/ActualText", "/Alt", "/E")


@dataclass(frozen=True, slots=True)
class TextState:
    """What decides where the next glyph comes."""

    font: Font | None = None
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass
class Pencil:
    """The state of the drawing. `marks` are the places, in what is written, where the marked contents that
    are open begin; `touched` those of them that a glyph was taken out of."""

    fonts: pikepdf.Object | None
    areas: Sequence[Area]
    matrix: Matrix = field(default_factory=Matrix)
    text: TextState = field(default_factory=TextState)
    line: Matrix = field(default_factory=Matrix)
    at: Matrix = field(default_factory=Matrix)
    saved: list[tuple[Matrix, TextState]] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)

    def show(self, parts: Iterable[Any]) -> tuple[list[Any], bool]:
        """The parts of a TJ without what is taken out, and whether anything was."""
        kept: list[Any] = []
        taken = False
        for part in parts:
            if isinstance(part, String):
                for code, advance, goes in self.glyphs(bytes(part)):
                    if goes:
                        taken = True
                        kept.append(self.gap(advance))
                    elif kept and isinstance(kept[-1], bytes):
                        kept[-1] += code
                    else:
                        kept.append(code)
            else:
                self.move(-float(part) / 1000 * self.text.size * self.text.scale)
                kept.append(float(part))
        return kept, taken

    def gap(self, advance: float) -> float:
        """What moves as far as a glyph did."""
        unit = self.text.size * self.text.scale
        return -advance * 1000 / unit if unit else 0.0

    def glyphs(self, string: bytes) -> Iterator[tuple[bytes, float, bool]]:
        """Each glyph's bytes, how far it moves, and whether it stands in an area."""
        state = self.text
        if state.font is None:
            raise Unsure
        for code, width, is_space in state.font.glyphs(string):
            across = width * state.size * state.scale / 2
            up = state.rise + MIDDLE * state.size
            place = Matrix(1, 0, 0, 1, across, up) @ self.at @ self.matrix
            space = state.letter_space + (state.word_space if is_space else 0.0)
            advance = (width * state.size + space) * state.scale
            yield code, advance, any(area.holds(place.e, place.f) for area in self.areas)
            self.move(advance)

    def move(self, across: float) -> None:
        self.at = Matrix(1, 0, 0, 1, across, 0) @ self.at

    def new_line(self, across: float, up: float) -> None:
        self.line = self.at = Matrix(1, 0, 0, 1, across, up) @ self.line


def without(page: pikepdf.Page, areas: Sequence[Area]) -> tuple[bytes, frozenset[int]]:
    """The page's drawing without the glyphs in the areas, and the numbers of the marked contents touched.

    Raises Unsure, and pikepdf.PdfError.
    """
    pencil = Pencil(page.resources.get(Name.Font), areas)
    written: list[Any] = []
    for instruction in pikepdf.parse_content_stream(page):
        if not isinstance(instruction, ContentStreamInstruction):
            written.append(instruction)  # a picture within the drawing
            continue
        written += followed(pencil, str(instruction.operator), list(instruction.operands), len(written))
    numbers = set()
    for place in pencil.touched:
        operands = list(written[place].operands)
        if len(operands) > 1 and isinstance(operands[1], Dictionary):
            numbers |= {int(operands[1].MCID)} if Name.MCID in operands[1] else set()
            for key in STAND_INS:
                if key in operands[1]:
                    del operands[1][key]
        written[place] = ContentStreamInstruction(operands, written[place].operator)
    return pikepdf.unparse_content_stream(written), frozenset(numbers)


def followed(pencil: Pencil, operator: str, operands: list[Any], place: int) -> list[Any]:
    """What is written for the instruction, once the pencil has followed it."""
    if operator in SHOWING:
        return shown(pencil, operator, operands)
    if operator in ("BDC", "BMC"):
        pencil.marks.append(place)
    elif operator == "EMC" and pencil.marks:
        pencil.marks.pop()
    elif operator in PLACES:
        PLACES[operator](pencil, operands)
    elif operator in STATES:
        pencil.text = STATES[operator](pencil.text, float(operands[0]))
    elif operator == "Tf":
        fonts = pencil.fonts
        if not isinstance(fonts, Dictionary) or operands[0] not in fonts:
            raise Unsure
        pencil.text = replace(pencil.text, font=Font.of(fonts[operands[0]]), size=float(operands[1]))
    return [ContentStreamInstruction(operands, Operator(operator))]


def shown(pencil: Pencil, operator: str, operands: list[Any]) -> list[Any]:
    """The showing of a string without what is taken out of it; unchanged where nothing is."""
    before = []
    if operator == '"':
        pencil.text = replace(pencil.text, word_space=float(operands[0]), letter_space=float(operands[1]))
        before = [made(operands[0], "Tw"), made(operands[1], "Tc")]
    if operator in ("'", '"'):
        pencil.new_line(0, -pencil.text.leading)
        before.append(made(None, "T*"))
    parts = list(operands[-1]) if operator == "TJ" else [operands[-1]]
    kept, taken = pencil.show(parts)
    if not taken:
        return [ContentStreamInstruction(operands, Operator(operator))]
    pencil.touched.update(pencil.marks)
    strings = Array([String(each) if isinstance(each, bytes) else round(each, 3) for each in kept])
    return [*before, made(strings, "TJ")]


def made(operand: Any, operator: str) -> ContentStreamInstruction:
    return ContentStreamInstruction([] if operand is None else [operand], Operator(operator))


def save(pencil: Pencil, _operands: list[Any]) -> None:
    pencil.saved.append((pencil.matrix, pencil.text))


def restore(pencil: Pencil, _operands: list[Any]) -> None:
    if pencil.saved:
        pencil.matrix, pencil.text = pencil.saved.pop()


def transform(pencil: Pencil, operands: list[Any]) -> None:
    pencil.matrix = Matrix(*map(float, operands)) @ pencil.matrix


def begin(pencil: Pencil, _operands: list[Any]) -> None:
    pencil.line = pencil.at = Matrix()


def place_text(pencil: Pencil, operands: list[Any]) -> None:
    pencil.line = pencil.at = Matrix(*map(float, operands))


def move_line(pencil: Pencil, operands: list[Any]) -> None:
    pencil.new_line(float(operands[0]), float(operands[1]))


def move_line_with_leading(pencil: Pencil, operands: list[Any]) -> None:
    pencil.text = replace(pencil.text, leading=-float(operands[1]))
    move_line(pencil, operands)


def next_line(pencil: Pencil, _operands: list[Any]) -> None:
    pencil.new_line(0, -pencil.text.leading)


PLACES = {
    "q": save,
    "Q": restore,
    "cm": transform,
    "BT": begin,
    "Tm": place_text,
    "Td": move_line,
    "TD": move_line_with_leading,
    "T*": next_line,
}
STATES: dict[str, Callable[[TextState, float], TextState]] = {
    "Tc": lambda state, value: replace(state, letter_space=value),
    "Tw": lambda state, value: replace(state, word_space=value),
    "TL": lambda state, value: replace(state, leading=value),
    "Ts": lambda state, value: replace(state, rise=value),
    "Tz": lambda state, value: replace(state, scale=value / 100),
}
