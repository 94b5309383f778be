"""Stamps: on every page of an attachment what it belongs to, and its page number in the pack."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Name

from raadslag.writing.packs.content import own_resources, surround
from raadslag.writing.packs.geometry import View, view
from raadslag.writing.packs.typesetting import typeset

AT_A_TIME = 200  # setting a thousand at once takes 140 MB


@dataclass(frozen=True, slots=True)
class Stamp:
    """What one page is stamped with."""

    page: pikepdf.Page
    label: str
    number: str
    tag: bytes | None = None  # opens the page's own content where it is to be one tagged whole


def stamp(pack: pikepdf.Pdf, stamps: Sequence[Stamp]) -> None:
    """Stamp the pages, upright at the bottom of what is seen of them."""
    for start in range(0, len(stamps), AT_A_TIME):
        some = stamps[start : start + AT_A_TIME]
        views = [view(each.page) for each in some]
        with pikepdf.open(BytesIO(set_stamps(some, views))) as sheet:
            for each, seen, set_stamp in zip(some, views, sheet.pages, strict=True):
                put(pack, each, seen, pack.copy_foreign(set_stamp.as_form_xobject()))


def set_stamps(stamps: Sequence[Stamp], views: Sequence[View]) -> bytes:
    """A PDF with one page for each stamp, in points as seen."""
    return typeset(
        "stamps.typ",
        tagged=False,
        stamps=[
            {
                "label": each.label,
                "number": each.number,
                "width": seen.width,
                "height": seen.strip,
                "size": seen.letter,
            }
            for each, seen in zip(stamps, views, strict=True)
        ],
    )


def put(pack: pikepdf.Pdf, each: Stamp, seen: View, form: pikepdf.Object) -> None:
    """Draw the stamp over the page's content, as what a screen reader passes over."""
    images = own_resources(each.page).XObject
    name = Name.Stamp
    while name in images:
        name = Name(f"{name}x")
    images[name] = form
    matrix = " ".join(f"{number:.5f}" for number in seen.matrix())
    drawn = f"/Artifact <</Type /Pagination /Subtype /Footer>> BDC q {matrix} cm {name} Do Q EMC".encode()
    opening, closing = (each.tag, b"EMC ") if each.tag else (b"", b"")
    surround(pack, each.page, opening, closing + drawn)
