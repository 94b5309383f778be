"""Minutes and attachments put together: one document with stamps, bookmarks, links, page numbers and tags."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name

from raadslag.writing.packs.bookmarks import Bookmarks
from raadslag.writing.packs.cleaning import clean
from raadslag.writing.packs.links import Place, redirect
from raadslag.writing.packs.page_plan import PagePlan, label, segments_of_front
from raadslag.writing.packs.stamping import Stamp, stamp
from raadslag.writing.packs.tags import WHOLE_PAGE, TagTree

# What the minutes are alone and a pack with other people's files is not.
CLAIMS = ("pdfaid:part", "pdfaid:conformance", "pdfaid:rev", "pdfuaid:part", "pdfuaid:rev")


@dataclass(frozen=True, slots=True)
class Copied:
    """An attachment that goes into the pack."""

    place: Place
    item: str
    label: str
    pdf: pikepdf.Pdf


@dataclass(frozen=True, slots=True)
class Look:
    """What is said on the pages beside what is in them: their numbers, where they are planned, and that it
    is a draft."""

    pages: PagePlan | None = None
    draft: bool = False


def assemble(minutes: bytes, parts: Sequence[Copied], look: Look) -> pikepdf.Pdf:
    """The pack of a PDF of minutes and its attachments, in their order.

    The parts' PDFs are changed, and must stay open until the pack is saved: it reads their streams then.
    """
    pack = pikepdf.open(BytesIO(minutes))
    numbers = [*segments_of_front(pack, look.pages)] if look.pages else [(0, 1)]
    if not parts:
        if look.pages:
            label(pack, numbers)
        return pack
    own = len(pack.pages)
    total = look.pages.total if look.pages else own + sum(len(part.pdf.pages) for part in parts)
    tags, bookmarks = TagTree(pack), Bookmarks(pack)
    stamps: list[Stamp] = []
    firsts: dict[Place, pikepdf.Page] = {}
    for part in parts:
        first = len(pack.pages)
        pages = copy_pages(pack, part, tags)
        bookmarks.add(part.item, part.label, first)
        firsts[part.place] = pages[0]
        number = look.pages.attachments[part.place] if look.pages else first + 1
        if look.pages:
            numbers.append((first, number))
        words = f"Udkast · {part.label}" if look.draft else part.label
        for page_number, page in enumerate(pages, start=number):
            tag = WHOLE_PAGE if tags.is_whole(page) else None
            stamps.append(Stamp(page, words, f"side {page_number} af {total}", tag))
    redirect(pack.pages[:own], firsts)
    stamp(pack, stamps)
    bookmarks.finish()
    tags.finish()
    label(pack, numbers)
    present(pack)
    return pack


def copy_pages(pack: pikepdf.Pdf, part: Copied, tags: TagTree) -> list[pikepdf.Page]:
    """Copy an attachment's pages with what is harmless of what they carry."""
    first = len(pack.pages)
    clean(part.pdf)
    tree = tags.make_room(part.pdf)
    pack.add_pages_from(part.pdf)
    pages = list(pack.pages[first:])
    tags.add(part.pdf, tree, pages, part.label)
    return pages


def present(pack: pikepdf.Pdf) -> None:
    """How the document shows itself: by its title, with bookmarks, and no claims it cannot keep."""
    pack.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pack.Root.PageMode = Name.UseOutlines
    with pack.open_metadata(set_pikepdf_as_editor=False) as metadata:
        for claim in CLAIMS:
            if claim in metadata:
                del metadata[claim]
