"""Blocks are built from the inside out: each open element gathers what has been found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from raadslag.prose.allowed import CELLS, HEADINGS, LISTS
from raadslag.prose.blocks import Block, Cell, Heading, Image, List, Paragraph, Quote, Run
from raadslag.prose.runs import one_line, paragraphs_of
from raadslag.prose.tables import sound
from raadslag.prose.word_lists import DEEPEST, Listed, nested


@dataclass(slots=True)
class _Place:
    """An open element that holds blocks, items or rows."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    blocks: list[Block | Listed] = field(default_factory=list)
    items: list[tuple[Block, ...]] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)


class Builder:
    """Takes runs and the beginnings and ends of elements; gives blocks."""

    def __init__(self) -> None:
        self._places = [_Place("root")]
        self._runs: list[Run] = []
        self._mark = ""

    def result(self) -> tuple[Block, ...]:
        """All the blocks. What is still open ends here."""
        while len(self._places) > 1:
            self.close()
        self.paragraph(None, None)
        return nested(self._places[0].blocks)

    def text(self, run: Run) -> None:
        self._runs.append(run)

    def mark(self, text: str) -> None:
        """The mark that Word sets before an item of its own list."""
        self._mark += text

    def image(self, image: Image) -> None:
        self.paragraph(None, None)
        self._places[-1].blocks.append(image)

    def paragraph(self, heading: str | None, level: int | None) -> None:
        """The text since the last block becomes a block: a heading, an item of Word's, or paragraphs."""
        runs, self._runs = self._runs, []
        mark, self._mark = self._mark, ""
        blocks = self._places[-1].blocks
        if heading is not None and self._places[-1].tag == "root":
            if line := one_line(runs):
                blocks.append(Heading(HEADINGS[heading], line))
        elif heading is None and level is not None and self._depth() < DEEPEST:
            if line := one_line(runs):
                blocks.append(Listed(min(level, DEEPEST - 1 - self._depth()), mark, line))
        else:
            blocks.extend(map(Paragraph, paragraphs_of(runs)))

    def open(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Begin what the element begins here. False where it begins nothing, and only its text counts."""
        if tag == "tr" and self._places[-1].tag == "table":
            self._places[-1].rows.append([])
        if not self._begins(tag):
            return False
        if tag == "li":
            _gather(self._places[-1])
        self._places.append(_Place(tag, attributes))
        return True

    def _depth(self) -> int:
        """How many lists are open."""
        return sum(place.tag in LISTS for place in self._places)

    def _begins(self, tag: str) -> bool:
        tags = [place.tag for place in self._places]
        if tag in LISTS:
            return self._depth() < DEEPEST
        if tag == "li":
            return tags[-1] in LISTS
        if tag in CELLS:
            return tags[-1] == "table" and bool(self._places[-1].rows)
        return tag in ("table", "blockquote") and tags == ["root"]

    def close(self) -> None:
        """End the innermost place; what was found in it goes into the one around it."""
        self.paragraph(None, None)
        done = self._places.pop()
        within = self._places[-1]
        if done.tag in LISTS:
            _gather(done)
            if done.items:
                within.blocks.append(List(done.tag == "ol", tuple(done.items), _start(done)))
        elif done.tag == "table":
            within.blocks.extend(done.blocks)
            if table := sound(done.rows):
                within.blocks.append(table)
        elif done.tag in CELLS:
            within.rows[-1].append(_cell(done))
        elif made := nested(done.blocks):
            if done.tag == "li":
                within.items.append(made)
            else:
                within.blocks.append(Quote(made))


def _gather(place: _Place) -> None:
    """What stands in a list outside its items: a list goes on from the item before, the rest is an item."""
    made = nested(place.blocks)
    place.blocks.clear()
    if made and place.items and all(isinstance(each, List) for each in made):
        place.items[-1] += made
    elif made:
        place.items.append(made)


def _start(place: _Place) -> int:
    said = place.attributes.get("start", "")
    is_count = place.tag == "ol" and said.isascii() and said.isdecimal() and 0 < len(said) < 5
    return max(1, int(said)) if is_count else 1


def _cell(place: _Place) -> Cell:
    return Cell(
        blocks=nested(place.blocks),
        header=place.tag == "th",
        columns=_span(place, "colspan"),
        rows=_span(place, "rowspan"),
    )


def _span(place: _Place, name: str) -> int:
    said = place.attributes.get(name, "")
    return max(1, int(said)) if said.isascii() and said.isdecimal() and len(said) < 4 else 1
