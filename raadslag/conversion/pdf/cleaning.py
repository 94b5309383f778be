"""A PDF with nothing in it but what is seen: built up anew from what is known to be harmless."""

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, Object, Stream, String

from raadslag.conversion.finding import Finding, What, counted, gathered
from raadslag.conversion.pdf import annotations, bookmarks, photos
from raadslag.conversion.pdf.actions import count_action, count_triggers
from raadslag.conversion.pdf.layers import Layers
from raadslag.conversion.pdf.opening import open_pdf

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
PAGE_KEEPS = frozenset(
    {
        *("/Type", "/Parent", "/Contents", "/Resources", "/MediaBox", "/CropBox", "/BleedBox"),
        *("/TrimBox", "/ArtBox", "/Rotate", "/UserUnit", "/Group", "/StructParents", "/Tabs"),
        "/Annots",
    }
)
# what programs note for themselves, and what hangs on what is drawn
STREAM_LOSES = frozenset(
    {
        *("/Metadata", "/PieceInfo", "/AF", "/OPI", "/Alternates", "/LastModified", "/OC"),
        *("/Measure", "/PtData"),
    }
)
HANGS_ON = frozenset({"/Metadata", "/PieceInfo", "/AF", "/EF", "/JS", "/AA"})
TOLD_BY_INFO = {"/Author": "forfatter", "/Title": "titel", "/Subject": "emne", "/Keywords": "stikord"}
LONGEST_TOLD = 80


@dataclass(frozen=True)
class Clean:
    """A PDF's bytes that hold nothing else than what is seen, and what was found on the way."""

    data: bytes
    findings: tuple[Finding, ...]


def clean(data: bytes, most_pages: int) -> Clean:
    """The PDF, saved anew. The same bytes give the same bytes. Raises Unconvertible."""
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
    for each in pdf.objects:
        if isinstance(each, Stream):
            _strip(each, found)
        elif isinstance(each, Dictionary):
            _strip_dictionary(each)
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
        value = str(info.get(key, "")).strip() if isinstance(info, Dictionary) else ""
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
    for key in pdf.trailer.keys() - TRAILER_KEEPS:
        del pdf.trailer[key]


def _leave(holder: Object, known: Set[str]) -> None:
    for key in holder.keys() - known:
        del holder[key]


def _strip(stream: Stream, found: Counter[What]) -> None:
    """Take from a stream what hangs on it, and from a photo what the camera noted."""
    for key in stream.keys() & STREAM_LOSES:
        del stream[key]
    if stream.get(Name.Type) == Name.EmbeddedFile:
        stream.write(b"")
    elif stream.get(Name.Subtype) == Name.Image:
        photos.forget(stream, found)


def _strip_dictionary(holder: Dictionary) -> None:
    """Take from a dictionary what hangs on it. A font may be called /AF or /Metadata: such stays."""
    for key in holder.keys() & HANGS_ON:
        value = holder[key]
        if (
            isinstance(value, String | Array)
            or not isinstance(value, Dictionary | Stream)
            or not _is_font(value)
        ):
            del holder[key]
    kind = holder.get(Name.Type)
    if kind in (Name.OCG, Name.OCMD):
        _leave(holder, {"/Type"})
    elif kind == Name.Pages:
        _leave(holder, TREE_KEEPS)


def _is_font(value: Object) -> bool:
    return value.get(Name.Type) in (Name.Font, Name.XObject, Name.ExtGState, Name.Pattern)


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
