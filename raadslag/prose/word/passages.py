"""A Word file as passages in order: each paragraph, list or table with what tells headings from text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import mammoth
from lxml import etree
from lxml import html as lxml_html

from raadslag.prose.runs import clean_line
from raadslag.prose.word.counts import with_starts
from raadslag.prose.word.values import WordPicture

# sections of our own files are bookmarked by this and the section's key
BOOKMARK = "afsnit_"
NOTE = re.compile(r"(?:foot|end)note-\d+")
COLUMN_HEADER, ROW_HEADER = "Rådslag kolonneoverskrift", "Rådslag rækkeoverskrift"
STYLES = f"""
p[style-name='Title'] => p.title:fresh
p[style-name='title'] => p.title:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='{ROW_HEADER}'] => p.row-header:fresh
r[style-name='Emphasis'] => em
br[type='page'] =>
br[type='column'] =>
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a Word file. `level` is a heading's, 0 the title's, else None. `marks` are its bookmarks."""

    html: str
    text: str
    level: int | None = None
    bold: bool = False
    marks: tuple[str, ...] = ()
    is_note: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


def passages(data: bytes) -> tuple[tuple[Passage, ...], tuple[WordPicture, ...]]:
    """The passages of a Word file that has been opened with care, and the pictures in it."""
    pictures: dict[str, WordPicture] = {}

    def keep(image: Any) -> dict[str, str]:
        with image.open() as file:
            content = file.read()
        address = f"/skrivebord/billeder/{uuid5(NAMESPACE_URL, sha256(content).hexdigest())}"
        alt = clean_line(image.alt_text or "")
        kind = image.content_type or "application/octet-stream"
        pictures[address] = WordPicture(address=address, media_type=kind, data=content, alt=alt)
        return {"src": address, "alt": alt}

    made = mammoth.convert_to_html(
        BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(keep)
    )
    html = with_starts(made.value)
    html = re.sub(r'<td([^>]*)><p class="row-header">(.*?)</p></td>', r"<th\1><p>\2</p></th>", html)
    return tuple(_passages(html)), tuple(pictures.values())


def _passages(html: str) -> Iterator[Passage]:
    body = lxml_html.fragment_fromstring(
        html, create_parent="div", parser=lxml_html.HTMLParser(huge_tree=True)
    )
    if body.text and body.text.strip():
        yield Passage(html=f"<p>{escape(body.text)}</p>", text=body.text.strip())
    for element in body:
        yield _passage(element)
        if element.tail and element.tail.strip():
            yield Passage(html=f"<p>{escape(element.tail)}</p>", text=element.tail.strip())


def _passage(element: Any) -> Passage:
    ids = tuple(str(each) for each in element.xpath(".//@id"))
    heading = re.fullmatch(r"h([1-6])", element.tag)
    level = 0 if element.get("class") == "title" else int(heading[1]) if heading else None
    text = " ".join(" ".join(element.itertext()).split()) if element.tag == "table" else _text(element)
    bold = "".join(element.xpath(".//text()[ancestor::strong]"))
    return Passage(
        html=etree.tostring(element, encoding="unicode", method="html", with_tail=False),
        text=text,
        level=level,
        bold=element.tag == "p" and bool(text) and " ".join(bold.split()) == text,
        marks=ids,
        is_note=any(NOTE.fullmatch(each) for each in ids),
        rows=tuple(
            tuple(" ".join(" ".join(cell.itertext()).split()) for cell in row)
            for row in element.xpath(".//tr")
        ),
    )


def _text(element: Any) -> str:
    for each in element.iter("br"):
        each.tail = f"\n{each.tail or ''}"
    lines = "".join(element.itertext()).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)
