"""Blocks of rich text as the plain data that a Typst template sets."""

from base64 import b64encode
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image as ImageHeader

from raadslag.prose.blocks import Block, Cell, Heading, Image, List, Paragraph, Quote, Runs, Table, each_block
from raadslag.prose.plain import in_words
from raadslag.prose.tables import width
from raadslag.writing import fonts
from raadslag.writing.normal import UNSHOWN

MEDIA_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def printable(text: str) -> str:
    """The text with a □ for each character that no font of ours has."""
    return "".join(each if ord(each) in fonts.characters() or each == "\n" else UNSHOWN for each in text)


def block_data(block: Block, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    """A block as {kind, …}; an image whose bytes are not among the pictures is told in words."""
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "runs": _runs(block.runs)}
        case Paragraph():
            return {"kind": "paragraph", "runs": _runs(block.runs)}
        case Quote():
            return {"kind": "quote", "blocks": _all(block.blocks, pictures)}
        case List():
            items = [_all(item, pictures) for item in block.items]
            return {"kind": "list", "ordered": block.ordered, "start": block.start, "items": items}
        case Table():
            rows = [[_cell(cell, pictures) for cell in row] for row in block.rows]
            return {
                "kind": "table",
                "columns": width(block),
                "heads": block.heads,
                "repeats": not _links_in_head(block),
                "rows": rows,
            }
        case Image():
            return _image(block, pictures.get(block.src))


def _all(blocks: tuple[Block, ...], pictures: Mapping[str, bytes]) -> list[dict[str, Any]]:
    return [block_data(block, pictures) for block in blocks]


def _links_in_head(table: Table) -> bool:
    """Whether the rows at the top hold a link: said again on the next page, they could not."""
    return any(
        run.href is not None
        for row in table.rows[: table.heads]
        for cell in row
        for block in each_block(cell.blocks)
        if isinstance(block, Paragraph | Heading)
        for run in block.runs
    )


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [
        {"lines": printable(run.text).split("\n"), "strong": run.strong, "em": run.em, "href": run.href}
        for run in runs
    ]


def _cell(cell: Cell, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "header": cell.header,
        "columns": cell.columns,
        "rows": cell.rows,
        "blocks": _all(cell.blocks, pictures),
    }


def _image(image: Image, data: bytes | None) -> dict[str, Any]:
    svg = _as_svg(data) if data is not None else None
    if svg is None:
        text = printable(in_words(image))
        return {"kind": "paragraph", "runs": [{"lines": [text], "strong": False, "em": True, "href": None}]}
    return {"kind": "image", "svg": svg[0], "width": svg[1], "alt": image.alt or in_words(image)}


def _as_svg(data: bytes) -> tuple[str, float] | None:
    """A PNG or JPEG inside an SVG, as a template takes only text, and its width in points."""
    kind = next((kind for mark, kind in MEDIA_TYPES.items() if data.startswith(mark)), None)
    if kind is None:
        return None
    try:
        header = ImageHeader.from_file(BytesIO(data))
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError):
        return None
    size = f'width="{header.px_width}" height="{header.px_height}"'
    href = f"data:{kind};base64,{b64encode(data).decode('ascii')}"
    box = f'viewBox="0 0 {header.px_width} {header.px_height}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}><image {size} href="{href}"/></svg>'
    return svg, header.px_width * 0.75
