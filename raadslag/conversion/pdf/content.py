"""The content of a page or a form without what belongs to hidden layers."""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field

import pikepdf
from pikepdf import ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Object, Operator

from raadslag.conversion.pdf.keys import drop, find, text

Instruction = ContentStreamInstruction | ContentStreamInlineImage

OUTLINE = frozenset({"m", "l", "c", "v", "y", "h", "re"})
CLIP = frozenset({"W", "W*"})
PAINT = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"})
SHOWN = frozenset({"Tj", "TJ", "sh", "Do", "BI", "INLINE IMAGE", "MP", "DP", "EI", "ID"})
NEXT_LINE = ContentStreamInstruction([], Operator("T*"))
NO_PAINT = ContentStreamInstruction([], Operator("n"))


class Sieve:
    """Lets through what is seen. `hides` tells it of a layer whether it is hidden."""

    def __init__(self, hides: Callable[[Object | None], bool], elsewhere: Mapping[str, Object]) -> None:
        """`elsewhere` has layers by name, for forms that do not name their own."""
        self._hides = hides
        self._elsewhere = elsewhere

    def page(self, pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        """Sift a page's content, in place."""
        passed = self._passed(page, page.resources)
        page.obj.Resources = _copied(page.resources)
        _drop_unused(page.obj.Resources, passed.drawn)
        page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(passed.instructions))

    def form(self, form: Object) -> None:
        """Sift a form's or a pattern's content, in place."""
        resources = form.get(Name.Resources)
        passed = self._passed(form, resources)
        if isinstance(resources, Dictionary):
            form.Resources = _copied(resources)
            _drop_unused(form.Resources, passed.drawn)
        form.write(pikepdf.unparse_content_stream(passed.instructions))

    def _passed(self, source: pikepdf.Page | Object, resources: Object | None) -> "Passed":
        try:
            instructions = pikepdf.parse_content_stream(source)
        except TypeError as fault:  # what it says of content that is none
            raise pikepdf.PdfError(str(fault)) from fault
        passed = Passed()
        for instruction in instructions:
            self._take(instruction, resources, passed)
        return passed

    def _take(self, instruction: Instruction, resources: Object | None, passed: "Passed") -> None:
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BDC", "BMC"):
            is_layer = len(operands) > 1 and operands[0] == Name.OC
            hides = is_layer and self._hides(self._layer(operands[1], resources))
            passed.open(instruction, is_layer=is_layer, hides=hides)
        elif operator == "EMC":
            passed.close(instruction)
        elif passed.is_hidden:
            passed.pass_hidden(instruction, operator)
        elif operator == "Do":
            name = "".join(map(text, operands))
            drawn = find(find(resources, "/XObject"), name)
            if drawn is None or not self._hides(drawn.get(Name.OC)):
                passed.drawn.add(name)
                passed.instructions.append(instruction)
        else:
            passed.instructions.append(instruction)

    def _layer(self, name: Object, resources: Object | None) -> Object | None:
        own = find(find(resources, "/Properties"), text(name))
        return self._elsewhere.get(text(name)) if own is None else own


@dataclass
class Passed:
    """What has passed so far: the instructions, and the names of the images and forms that they draw."""

    instructions: list[Instruction] = field(default_factory=list)
    drawn: set[str] = field(default_factory=set)
    # for each marked stretch that is open: whether its mark passed, and whether it hides
    _open: list[tuple[bool, bool]] = field(default_factory=list)
    _outline: list[Instruction] = field(default_factory=list)
    _clips: bool = False

    @property
    def is_hidden(self) -> bool:
        return any(hides for _, hides in self._open)

    def open(self, mark: Instruction, *, is_layer: bool, hides: bool) -> None:
        """A marked stretch begins. A layer's mark does not pass, nor does any within what is hidden."""
        passes = not is_layer and not self.is_hidden
        self._open.append((passes, hides))
        if passes:
            self.instructions.append(mark)

    def close(self, mark: Instruction) -> None:
        passes = self._open.pop()[0] if self._open else False
        if passes:
            self.instructions.append(mark)

    def pass_hidden(self, instruction: Instruction, operator: str) -> None:
        """Let through what changes the state of the pencil, as later content depends on it; draw nothing."""
        if operator in OUTLINE:
            self._outline.append(instruction)
        elif operator in CLIP:
            self._clips = True
            self._outline.append(instruction)
        elif operator in PAINT:
            if self._clips:
                self.instructions += [*self._outline, NO_PAINT]
            self._outline, self._clips = [], False
        elif operator in ("'", '"'):
            self.instructions += _spacing(instruction, operator)
        elif operator not in SHOWN:
            self.instructions.append(instruction)


def _spacing(instruction: Instruction, operator: str) -> list[Instruction]:
    """What ' and " do besides showing a text."""
    if operator == "'":
        return [NEXT_LINE]
    word, letter = list(instruction.operands)[:2]
    return [
        ContentStreamInstruction([word], Operator("Tw")),
        ContentStreamInstruction([letter], Operator("Tc")),
        NEXT_LINE,
    ]


def _copied(resources: Object) -> Object:
    """Resources with images of their own, so that what is dropped stays where others draw it."""
    copied = copy(resources)
    if isinstance(copied.get(Name.XObject), Dictionary):
        copied.XObject = copy(copied.XObject)
    return copied


def _drop_unused(resources: Object, drawn: set[str]) -> None:
    images = resources.get(Name.XObject)
    if isinstance(images, Dictionary):
        drop(images, images.keys() - drawn)
