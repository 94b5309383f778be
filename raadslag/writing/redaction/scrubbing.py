"""The words out of everything beside the pages: metadata, bookmarks, tags, annotations, form fields."""

import re
from collections.abc import Collection, Iterator, Sequence
from html import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectSet, Stream, String

from raadslag.record.redacted import REDACTED
from raadslag.writing.packs.cleaning import annotations, clean
from raadslag.writing.packs.content import streams
from raadslag.writing.packs.tag_nodes import elements, number_tree, parent_tree, tree_of
from raadslag.writing.redaction.area import Area

SPOKEN = ("/Alt", "/ActualText", "/E")
# files inside, scripts, and forms in a language of their own: none of it belongs in what is published
DROPPED = {"/EmbeddedFiles", "/JavaScript"}


def scrub(pdf: pikepdf.Pdf, patterns: Sequence[re.Pattern[str]], areas: Sequence[Area]) -> None:
    """Takes the passages out of every string of the file, and away what lies over the areas."""
    clean(pdf)
    drop_files(pdf)
    for number, page in enumerate(pdf.pages, 1):
        remove_annotations(page, [area for area in areas if area.page == number], patterns)
    for holder in holders(pdf):
        scrub_strings(holder, patterns)
    for key, value in dict(pdf.docinfo.items()).items():
        pdf.docinfo[key] = String(replaced(str(value), patterns))
    scrub_metadata(pdf, patterns)
    pdf.remove_unreferenced_resources()


def drop_files(pdf: pikepdf.Pdf) -> None:
    names = pdf.Root.get(Name.Names)
    if isinstance(names, Dictionary):
        for key in DROPPED & set(names.keys()):
            del names[key]
    for key in ("/AF", "/OpenAction", "/Collection"):
        if key in pdf.Root:
            del pdf.Root[key]
    if Name.AcroForm in pdf.Root and Name.XFA in pdf.Root.AcroForm:
        del pdf.Root.AcroForm.XFA


def remove_annotations(
    page: pikepdf.Page, areas: Collection[Area], patterns: Sequence[re.Pattern[str]]
) -> None:
    """Annotations that lie over an area, or say the words: their looks are drawings of their own."""
    listed = annotations(page)
    kept = [each for each in listed if not (lies_over(each, areas) or says(each, patterns))]
    if len(kept) < len(listed):
        page.obj.Annots = Array(kept)


def lies_over(annotation: pikepdf.Object, areas: Collection[Area]) -> bool:
    box = annotation.get(Name.Rect)
    if not isinstance(box, Array) or len(box) != 4:
        return bool(areas)
    left, bottom, right, top = map(float, box)
    sides = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    return any(area.meets(*sides) for area in areas)


def says(annotation: pikepdf.Object, patterns: Sequence[re.Pattern[str]]) -> bool:
    said = [str(value) for value in dict(annotation.items()).values() if isinstance(value, String)]
    return any(pattern.search(text) for pattern in patterns for text in said)


def holders(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary, list and stream of the file, each once, those within others too."""
    seen = ObjectSet()
    for each in pdf.objects:
        waiting = [each]
        while waiting:
            holder = waiting.pop()
            if not isinstance(holder, Dictionary | Array | Stream):
                continue
            if holder.is_indirect and not seen.add(holder):
                continue
            yield holder
            inner = list(holder) if isinstance(holder, Array) else list(dict(holder.items()).values())
            waiting += [
                each for each in inner if isinstance(each, Dictionary | Array) and not each.is_indirect
            ]


def scrub_strings(holder: pikepdf.Object, patterns: Sequence[re.Pattern[str]]) -> None:
    """The strings right in the holder, without the passages."""
    places = range(len(holder)) if isinstance(holder, Array) else sorted(holder.keys())
    for place in places:
        value = holder[place]
        if isinstance(value, String):
            said = str(value)
            new = replaced(said, patterns)
            if new != said:
                holder[place] = String(new)


def replaced(text: str, patterns: Sequence[re.Pattern[str]]) -> str:
    for pattern in patterns:
        text = pattern.sub(REDACTED, text)
    return text


def scrub_metadata(pdf: pikepdf.Pdf, patterns: Sequence[re.Pattern[str]]) -> None:
    """XMP packets that say the words: what they say otherwise stands in the document information too."""
    for each in list(pdf.objects):
        if isinstance(each, Stream) and each.get(Name.Type) == Name.Metadata:
            text = each.read_bytes().decode(errors="ignore")
            if any(pattern.search(text) or pattern.search(escape(text)) for pattern in patterns):
                each.write(replaced(text, patterns).encode())


def forget_spoken(pdf: pikepdf.Pdf, page: pikepdf.Page, numbers: Collection[int]) -> None:
    """Takes away what stands in for contents that were touched: what their tags say, and those above."""
    tree = tree_of(pdf)
    key = page.obj.get(Name.StructParents)
    if tree is None or not isinstance(key, int):
        return
    owners = parent_tree(tree).get(key)
    if not isinstance(owners, Array):
        return
    for number in numbers:
        owner = owners[number] if number < len(owners) else None
        while isinstance(owner, Dictionary) and Name.S in owner:
            for spoken in SPOKEN:
                if spoken in owner:
                    del owner[spoken]
            owner = owner.get(Name.P)


def retag_whole(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """The page's tags go, with what they said; one paragraph stands for the whole page instead."""
    tree = tree_of(pdf)
    if tree is None:
        if Name.StructParents in page.obj:
            del page.obj.StructParents
        return
    first = None
    for element in list(elements(tree)):
        if element.get(Name.Pg) == page.obj:
            first = first or element
            element.K = Array([])
            for spoken in (*SPOKEN, "/T"):
                if spoken in element:
                    del element[spoken]
    parents = parent_tree(tree)
    key = page.obj.get(Name.StructParents)
    number = key if isinstance(key, int) else max(parents, default=-1) + 1
    holder = first.P if first is not None and Name.S in first.P else next(elements(tree))
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=holder, Pg=page.obj, K=0))
    place_before(holder, first, whole)
    page.obj.StructParents = number
    parents[number] = Array([whole])
    tree.ParentTree = pdf.make_indirect(number_tree(pdf, parents))


def place_before(holder: pikepdf.Object, first: pikepdf.Object | None, whole: pikepdf.Object) -> None:
    """Makes the paragraph a kid of the holder, where the page's first tag was."""
    kids = holder.get(Name.K)
    listed = list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]
    at = next((place for place, kid in enumerate(listed) if first is not None and kid == first), len(listed))
    holder.K = Array([*listed[:at], whole, *listed[at:]])


def drawings(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    """What the pages draw, unpacked."""
    for page in pdf.pages:
        yield from (each.read_bytes() for each in streams(page))
