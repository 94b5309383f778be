"""What is drawn where something was taken out: a black box, and a word that says what it is."""

from collections.abc import Iterable, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from raadslag.record.redacted import REDACTED
from raadslag.writing.packs.content import own_resources, surround
from raadslag.writing.packs.tag_nodes import append, children, number_tree, parent_tree, tree_of
from raadslag.writing.redaction.area import Area

FONT = "RaadslagUset"
GLYPH = 500  # thousandths of the size that every glyph of the unseen font is wide
TALL = 1000
MOST_SIGNS = 255


def unseen_font(pdf: pikepdf.Pdf, signs: str) -> pikepdf.Object:
    """A font that draws nothing and says which sign each of its codes, from 1, is: at most 255 of them."""
    mapped = "\n".join(
        f"<{code:02X}> <{sign.encode('utf-16-be').hex().upper()}>" for code, sign in enumerate(signs, 1)
    )
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Uset def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(signs)} beginbfchar\n{mapped}\nendbfchar endcmap end end"
    )
    nothing = pdf.make_stream(f"{GLYPH} 0 0 0 {GLYPH} {TALL} d1".encode())
    names = [Name(f"/g{code}") for code in range(1, len(signs) + 1)]
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, GLYPH, TALL]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary({str(name): nothing for name in names}),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, *names])),
            FirstChar=1,
            LastChar=len(signs),
            Widths=Array([GLYPH] * len(signs)),
            Resources=Dictionary(),
            ToUnicode=pdf.make_stream(to_unicode.encode()),
        )
    )


def unseen_words(words: str, signs: str, area: Area, font: str) -> str:
    """What writes the words over the area with the unseen font of those signs."""
    size = max(area.top - area.bottom, 0.5)
    width = len(words) * GLYPH / 1000 * size
    stretch = 100 * max(area.right - area.left, 0.5) / width
    codes = "".join(f"{signs.index(sign) + 1:02X}" for sign in words)
    return (
        f"BT 3 Tr /{font} {size:.3f} Tf {stretch:.3f} Tz 1 0 0 1 {area.left:.3f} {area.bottom:.3f} Tm"
        f" <{codes}> Tj ET"
    )


def cover(pdf: pikepdf.Pdf, page: pikepdf.Page, areas: Sequence[Area]) -> None:
    """Draws the boxes over the page, each tagged and read out as what it is."""
    resources = own_resources(page)
    fonts = resources.get(Name.Font)
    resources.Font = Dictionary(dict(fonts.items()) if isinstance(fonts, Dictionary) else {})
    signs = "".join(dict.fromkeys(REDACTED))
    resources.Font[f"/{FONT}"] = unseen_font(pdf, signs)
    drawn = []
    for number, area in zip(marked(pdf, page, len(areas)), areas, strict=True):
        box = f"{area.left:.3f} {area.bottom:.3f} {area.right - area.left:.3f} {area.top - area.bottom:.3f}"
        mark = f"/Span <</MCID {number}>> BDC" if number is not None else "/Span <</Lang (da)>> BDC"
        drawn.append(f"{mark} q 0 g {box} re f {unseen_words(REDACTED, signs, area, FONT)} Q EMC")
    surround(pdf, page, b"", "\n".join(drawn).encode())


def marked(pdf: pikepdf.Pdf, page: pikepdf.Page, count: int) -> list[int | None]:
    """Numbers for so many new marked contents of the page, each with its tag; None where it has no tags."""
    tree = tree_of(pdf)
    key = page.obj.get(Name.StructParents)
    parents = parent_tree(tree) if tree is not None else {}
    if tree is None or not isinstance(key, int) or not isinstance(parents.get(key), Array):
        return [None] * count
    owners = parents[key]
    numbers: list[int | None] = []
    holder = children(tree)[0]
    for _ in range(count):
        number = len(owners)
        tag = pdf.make_indirect(
            Dictionary(
                Type=Name.StructElem,
                S=Name.Span,
                P=parent_of(owners, holder),
                Pg=page.obj,
                K=number,
                ActualText=String(REDACTED),
            )
        )
        append(tag.P, tag)
        owners.append(tag)
        numbers.append(number)
    parents[key] = owners
    tree.ParentTree = pdf.make_indirect(number_tree(pdf, parents))
    return numbers


def parent_of(owners: Iterable[pikepdf.Object], otherwise: pikepdf.Object) -> pikepdf.Object:
    """The tag that the page's last content belongs to."""
    known = [owner for owner in owners if isinstance(owner, Dictionary) and Name.P in owner]
    return known[-1].P if known and Name.S in known[-1].P else otherwise
