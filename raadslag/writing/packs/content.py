"""A page's content with something around it, whatever state the page leaves the pencil in."""

import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

SAVES = re.compile(rb"q(?<!\Sq)(?!\S)")  # begins with its letter: the search leaps from one to the next
RESTORES = re.compile(rb"Q(?<!\SQ)(?!\S)")


def surround(pdf: pikepdf.Pdf, page: pikepdf.Page, before: bytes, after: bytes) -> None:
    """Put content before and after a page's own; the latter starts from a clean graphics state."""
    unopened, unclosed = imbalance(page)
    opening = b"q " * (1 + unopened) + before + b"\n"
    closing = b"\n" + b"Q " * (1 + unclosed) + after + b"\n"
    page.obj.Contents = Array([pdf.make_stream(opening), *streams(page), pdf.make_stream(closing)])


def streams(page: pikepdf.Page) -> list[pikepdf.Object]:
    """The streams of a page's own content."""
    content = page.obj.get(Name.Contents)
    listed = list(content) if isinstance(content, Array) else [content]
    return [each for each in listed if isinstance(each, Stream)]


def unpacked(page: pikepdf.Page) -> bytes:
    """The page's content. Raises pikepdf.PdfError where it cannot be unpacked."""
    return b"\n".join(each.read_bytes() for each in streams(page))


def imbalance(page: pikepdf.Page) -> tuple[int, int]:
    """How many saved states a page's content restores that it never saved, and how many it leaves saved.

    Counting in the bytes is quick and may count letters of a text; only where it does not come out even
    is the content taken apart.
    """
    content = unpacked(page)
    if len(SAVES.findall(content)) == len(RESTORES.findall(content)):
        return 0, 0
    depth = lowest = 0
    for instruction in pikepdf.parse_content_stream(page, "q Q"):
        depth += 1 if str(instruction.operator) == "q" else -1
        lowest = min(lowest, depth)
    return -lowest, depth - lowest


def own_resources(page: pikepdf.Page) -> pikepdf.Object:
    """The page's resources as a copy of its own, so that what is added shows on no other page."""
    resources = Dictionary(dict(page.resources.items()))
    images = resources.get(Name.XObject)
    resources.XObject = Dictionary(dict(images.items()) if isinstance(images, Dictionary) else {})
    page.obj.Resources = resources
    return resources
