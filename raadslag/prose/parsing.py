"""HTML from anywhere becomes blocks: what the sieve let through, in one form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

from raadslag.prose.allowed import EM, HEADINGS, IMAGE, PARAGRAPHS, STRONG, link, sieved
from raadslag.prose.blocks import Block, Image, Run
from raadslag.prose.building import Builder
from raadslag.prose.runs import clean_line
from raadslag.prose.word_lists import is_hidden, is_mark, level_of


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of a text, and the alt texts of the images that could not be kept for where they lie."""

    blocks: tuple[Block, ...]
    foreign_images: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element: whether the builder opened it too, and what it makes of the text in it."""

    tag: str
    opened: bool = False
    href: str | None = None
    level: int | None = None
    is_mark: bool = False
    is_hidden: bool = False


@lru_cache(maxsize=128)  # one text is looked at many times while it is saved
def parsed(html: str) -> Parsed:
    """The text in the HTML. It is safe, whatever the HTML holds."""
    parser = _Parser()
    parser.feed(sieved(html))
    parser.close()
    return Parsed(parser.builder.result(), tuple(parser.foreign))


def blocks(html: str) -> tuple[Block, ...]:
    """The blocks of the text in the HTML."""
    return parsed(html).blocks


class _Parser(HTMLParser):
    """Well-formed HTML in, a builder's calls out. It calls itself nowhere, so no nesting is too deep."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = Builder()
        self.foreign: list[str] = []
        self._elements: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in PARAGRAPHS:
            self._paragraph()
        if tag == "br":
            self._text("\n")
        elif tag == "img":
            self._image(attributes)
        elif tag != "hr":
            self._elements.append(
                _Element(
                    tag,
                    opened=tag in PARAGRAPHS and self.builder.open(tag, attributes),
                    href=link(attributes.get("href")) if tag == "a" else None,
                    level=level_of(attributes) if tag in ("p", "div") else None,
                    is_mark=is_mark(attributes),
                    is_hidden=is_hidden(attributes),
                )
            )

    def handle_endtag(self, tag: str) -> None:
        if not self._elements or self._elements[-1].tag != tag:
            return
        if tag in PARAGRAPHS:
            self._paragraph()
        if self._elements.pop().opened:
            self.builder.close()

    def handle_data(self, data: str) -> None:
        self._text(re.sub(r"\s", " ", data))

    def _paragraph(self) -> None:
        heading = next((each.tag for each in reversed(self._elements) if each.tag in HEADINGS), None)
        level = next((each.level for each in reversed(self._elements) if each.level is not None), None)
        self.builder.paragraph(heading, level)

    def _text(self, text: str) -> None:
        if any(each.is_hidden for each in self._elements):
            return
        if any(each.is_mark for each in self._elements):
            self.builder.mark(text)
            return
        tags = {each.tag for each in self._elements}
        href = next((each.href for each in reversed(self._elements) if each.href), None)
        self.builder.text(Run(text, strong=bool(tags & STRONG), em=bool(tags & EM), href=href))

    def _image(self, attributes: dict[str, str]) -> None:
        alt = clean_line(attributes.get("alt", ""))
        if IMAGE.fullmatch(attributes.get("src", "")):
            self._paragraph()
            self.builder.image(Image(attributes["src"], alt))
        else:
            self.foreign.append(alt)
