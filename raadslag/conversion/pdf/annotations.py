"""What lies on a PDF's pages: links stay, what is drawn becomes part of the page, notes go."""

from collections import Counter

import pikepdf
from pikepdf import Array, Name, Object

from raadslag.conversion.finding import What
from raadslag.conversion.pdf.actions import count_action, count_triggers, safe_action
from raadslag.conversion.pdf.forms import draw_values, field_type
from raadslag.conversion.pdf.keys import drop, text
from raadslag.conversion.pdf.layers import Layers
from raadslag.writing.packs.cleaning import annotations

LINK_KEEPS = frozenset(
    {
        *("/Type", "/Subtype", "/Rect", "/Border", "/BS", "/C", "/H", "/QuadPoints", "/F"),
        *("/Contents", "/Lang", "/StructParent", "/P", "/Dest", "/A"),
    }
)
# Drawn upon the page. A black box that hides a name is one of these: to take it away would show the name.
DRAWN = frozenset(
    {
        *("/FreeText", "/Stamp", "/Watermark", "/Square", "/Circle", "/Polygon", "/PolyLine"),
        *("/Line", "/Ink", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut"),
    }
)
BECOMES_PAGE = DRAWN | {"/Widget"}
WITH_FILES = frozenset(("/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"))
UNSEEN_FLAGS = 2 | 32  # Hidden, NoView


def settle(pdf: pikepdf.Pdf, layers: Layers, found: Counter[What]) -> None:
    """Leave links alone on every page, and make what other annotations draw part of the page. In place."""
    links = {}
    gone: list[Object] = []
    widgets: list[Object] = []
    for page in pdf.pages:
        kept, drawn, dropped = _sorted(page, layers, found)
        links[page.obj.objgen] = kept
        widgets += [each for each in drawn if each.get(Name.Subtype) == Name.Widget]
        gone += [*drawn, *dropped]
        page.obj.Annots = Array(drawn)
    draw_values(pdf, widgets)
    pdf.flatten_annotations("screen")
    for page in pdf.pages:
        if kept := links[page.obj.objgen]:
            page.obj.Annots = Array(kept)
        elif Name.Annots in page.obj:
            del page.obj[Name.Annots]
    for annotation in gone:  # the tags may still lead to it
        drop(annotation, annotation.keys())


def _sorted(
    page: pikepdf.Page, layers: Layers, found: Counter[What]
) -> tuple[list[Object], list[Object], list[Object]]:
    """The page's links, made safe; the annotations that are to become part of it; and those that go."""
    kept: list[Object] = []
    drawn: list[Object] = []
    dropped: list[Object] = []
    for annotation in annotations(page):
        count_triggers(annotation, found)
        kind = text(annotation.get(Name.Subtype))
        if layers.hide(annotation.get(Name.OC)):
            dropped.append(annotation)
        elif kind == "/Link":
            kept += _safe_link(annotation, found)
        else:
            count_action(annotation.get(Name.A), found)
            _count(annotation, kind, found)
            is_seen = not _flags(annotation) & UNSEEN_FLAGS
            (drawn if is_seen and kind in BECOMES_PAGE else dropped).append(annotation)
    return kept, drawn, dropped


def _safe_link(link: Object, found: Counter[What]) -> list[Object]:
    """The link with nothing but where it is and where it goes; none where it goes nowhere."""
    count_action(link.get(Name.PA), found)
    action = safe_action(link.get(Name.A), found)
    if action is None and Name.Dest not in link:
        return []
    drop(link, link.keys() - LINK_KEEPS)
    if action is not None:
        link.A = action
    elif Name.A in link:
        del link[Name.A]
    return [link]


def _count(annotation: Object, kind: str, found: Counter[What]) -> None:
    if kind == "/Widget":
        found[What.SIGNATURE if field_type(annotation) == "/Sig" else What.FORM] += 1
    elif kind in WITH_FILES:
        found[What.EMBEDDED_FILE] += 1
    elif kind == "/Redact":
        found[What.UNDONE_REDACTION] += 1
    elif kind in DRAWN:
        found[What.STAMP] += 1
        if kind != "/FreeText" and text(annotation.get(Name.Contents)).strip():
            found[What.COMMENT] += 1
    elif kind != "/Popup":
        found[What.COMMENT] += 1


def _flags(annotation: Object) -> int:
    flags = annotation.get(Name.F, 0)
    return flags if isinstance(flags, int) else 0
