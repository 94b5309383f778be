"""A PDF with nothing in it but what is seen: built up anew from what is known to be harmless."""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, NameTree, Object

from raadslag.conversion.finding import Finding, What, counted, gathered
from raadslag.conversion.pdf import annotations, bookmarks, leftovers
from raadslag.conversion.pdf.actions import count_action, count_triggers
from raadslag.conversion.pdf.keys import drop, text
from raadslag.conversion.pdf.layers import Layers
from raadslag.conversion.pdf.opening import open_pdf
from raadslag.conversion.refusal import Unconvertible

TRAILER_KEEPS = frozenset({"/Root", "/Size"})
CATALOG_KEEPS = frozenset(
    {
        *("/Type", "/Pages", "/Outlines", "/Dests", "/Names", "/StructTreeRoot", "/MarkInfo"),
        *("/Lang", "/PageLabels"),
    }
)
TREE_KEEPS = frozenset(
    {"/Type", "/Parent", "/Kids", "/Count", "/Resources", "/MediaBox", "/CropBox", "/Rotate"}
)
DEEPEST_TREE = 50
PAGE_KEEPS = frozenset(
    {
        *("/Type", "/Parent", "/Contents", "/Resources", "/MediaBox", "/CropBox", "/BleedBox"),
        *("/TrimBox", "/ArtBox", "/Rotate", "/UserUnit", "/Group", "/StructParents", "/Tabs"),
        "/Annots",
    }
)
TOLD_BY_INFO = {"/Author": "forfatter", "/Title": "titel", "/Subject": "emne", "/Keywords": "stikord"}
LONGEST_TOLD = 80
BEYOND_REPAIR = (
    "PDF-filen er beskadiget på en måde, der ikke kan rettes; "
    "åbn den, udskriv den til en ny PDF, og læg den op i stedet."
)


@dataclass(frozen=True)
class Clean:
    """A PDF's bytes that hold nothing else than what is seen, and what was found on the way."""

    data: bytes
    findings: tuple[Finding, ...]


def clean(data: bytes, most_pages: int) -> Clean:
    """The PDF, saved anew. The same bytes give the same bytes. Raises Unconvertible."""
    try:
        return _cleaned(data, most_pages)
    except (pikepdf.PdfError, RuntimeError, UnicodeDecodeError):  # qpdf's ways to say that it makes no sense
        raise Unconvertible(BEYOND_REPAIR) from None


def _cleaned(data: bytes, most_pages: int) -> Clean:
    found: Counter[What] = Counter()
    pdf, repaired = open_pdf(data, most_pages)
    found[What.REPAIRED] += repaired
    told = [*_enclosed(pdf), *_metadata(pdf)]
    _count_in_catalog(pdf, found)
    hidden = Layers(pdf)
    annotations.settle(pdf, hidden, found)
    told += hidden.removed()
    bookmarks.settle(pdf, found)
    _keep_the_known(pdf, found)
    leftovers.clear(pdf, found)
    pdf.remove_unreferenced_resources()
    return Clean(_saved(pdf), gathered([*counted(found), *told]))


def _enclosed(pdf: pikepdf.Pdf) -> list[Finding]:
    """The files inside the PDF."""
    try:
        names = tuple(spec.filename or name for name, spec in pdf.attachments.items())
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError):
        return [Finding(What.EMBEDDED_FILE)]
    return [Finding(What.EMBEDDED_FILE, len(names), names)] if names else []


def _metadata(pdf: pikepdf.Pdf) -> list[Finding]:
    """What the file tells of itself: the names of those who wrote it, and of their programs."""
    info = pdf.trailer.get(Name.Info)
    if not isinstance(info, Dictionary) and Name.Metadata not in pdf.Root:
        return []
    told = []
    for key, word in TOLD_BY_INFO.items():
        value = text(info.get(key)).strip() if isinstance(info, Dictionary) else ""
        if value:
            told.append(f"{word}: {value[:LONGEST_TOLD]}")
    return [Finding(What.METADATA, 1, tuple(told))]


def _count_in_catalog(pdf: pikepdf.Pdf, found: Counter[What]) -> None:
    """Count what happens when the document is opened, closed, saved or printed."""
    count_triggers(pdf.Root, found)
    opening = pdf.Root.get(Name.OpenAction)
    if isinstance(opening, Dictionary):
        count_action(opening, found)
    names = pdf.Root.get(Name.Names)
    scripts = names.get(Name.JavaScript) if isinstance(names, Dictionary) else None
    if isinstance(scripts, Dictionary):
        found[What.SCRIPT] += sum(1 for _ in NameTree(scripts))
    for page in pdf.pages:
        count_triggers(page.obj, found)


def _keep_the_known(pdf: pikepdf.Pdf, found: Counter[What]) -> None:
    """Leave in the document's and the pages' own dictionaries what is known, and nothing else."""
    _leave(pdf.Root, CATALOG_KEEPS)
    if isinstance(pdf.Root.get(Name.Names), Dictionary):
        _leave(pdf.Root.Names, {"/Dests"})
    for page in pdf.pages:
        _leave(page.obj, PAGE_KEEPS)
        _leave_in_tree(page.obj.get(Name.Parent))
    drop(pdf.trailer, pdf.trailer.keys() - TRAILER_KEEPS)
    pdf.trailer.Size = 1  # the right number is written, but only where there is one


def _leave_in_tree(node: Object | None) -> None:
    """The same for what pages hang on."""
    for _ in range(DEEPEST_TREE):
        if not isinstance(node, Dictionary) or node.keys() <= TREE_KEEPS:
            return
        _leave(node, TREE_KEEPS)
        node = node.get(Name.Parent)


def _leave(holder: Object, known: Set[str]) -> None:
    drop(holder, holder.keys() - known)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        encryption=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return out.getvalue()
