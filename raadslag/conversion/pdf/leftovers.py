"""What may still hang on anything in a PDF, however it got there: the last look, at every object.

The document, its pages, links and bookmarks hold what is known by now. This is for what they lead to, and for
files so broken that a script may stand where nobody would look for it.
"""

import re
from collections import Counter
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from raadslag.conversion.finding import What
from raadslag.conversion.pdf import photos
from raadslag.conversion.pdf.keys import drop, text

STREAM_LOSES = frozenset(
    {
        *("/Metadata", "/PieceInfo", "/AF", "/OPI", "/Alternates", "/LastModified", "/OC"),
        *("/Measure", "/PtData", "/EF", "/JS", "/AA"),
    }
)
DICTIONARY_LOSES = frozenset({"/Metadata", "/PieceInfo", "/AF", "/EF", "/JS", "/AA", "/Launch", "/URI"})
# an action by its /S; what such a one has goes too
ACTS = frozenset(
    {
        *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToE", "/GoToR"),
        *("/Rendition", "/RichMediaExecute", "/Hide", "/SetOCGState", "/Trans", "/Thread"),
    }
)
LAYERS = frozenset({"/OCG", "/OCMD"})
FILES = frozenset({"/Filespec", "/F", "/EmbeddedFile"})
RESOURCES = frozenset({"/Font", "/XObject", "/ExtGState", "/Pattern"})
# what an object must have written in it to be worth a look; names are followed by what ends them
SIGNS = re.compile(
    b"/(?:"
    + b"|".join(
        each[1:].encode()
        for each in sorted(STREAM_LOSES | DICTIONARY_LOSES | ACTS | LAYERS | FILES | {"/UserProperties"})
    )
    + rb")(?![\w#])"
)


def clear(pdf: pikepdf.Pdf, found: Counter[What]) -> None:
    """Clear every object of what acts, hides files or tells of the makers. In place."""
    for each in pdf.objects:
        if isinstance(each, Stream):
            if each.get(Name.Subtype) == Name.Image:
                photos.forget(each, found)
            if SIGNS.search(each.stream_dict.unparse(resolved=True)):
                _clear_stream(each)
        elif isinstance(each, Dictionary | Array) and SIGNS.search(each.unparse(resolved=True)):
            for inner in _within(each):
                _clear_dictionary(inner)


def _clear_stream(stream: Stream) -> None:
    if text(stream.get(Name.Type)) == "/EmbeddedFile":
        stream.write(b"")
    drop(stream, stream.keys() & STREAM_LOSES)
    for _, value in stream.items():
        if isinstance(value, Dictionary | Array) and not value.is_indirect:
            for inner in _within(value):
                _clear_dictionary(inner)


def _clear_dictionary(holder: Object) -> None:
    kind, acts = text(holder.get(Name.Type)), text(holder.get(Name.S))
    if kind in LAYERS | FILES or acts in ACTS or holder.get(Name.O) == Name.UserProperties:
        drop(holder, holder.keys() - {"/Type"})
        return
    for key in holder.keys() & DICTIONARY_LOSES:
        if not _is_resource(holder.get(key)) and not (key == "/URI" and acts == "/URI"):
            drop(holder, [key])


def _is_resource(value: Object | None) -> bool:
    """Whether it is something that pages draw with: a font may be called /AF or /Metadata."""
    return isinstance(value, Dictionary | Stream) and text(value.get(Name.Type)) in RESOURCES


def _within(value: Object) -> Iterator[Object]:
    """The dictionaries of an object: itself, and those that stand directly in it."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Dictionary):
            yield each
            waiting += [inner for _, inner in each.items() if _is_direct(inner)]
        elif isinstance(each, Array):
            waiting += [inner for inner in each if _is_direct(inner)]


def _is_direct(value: Object) -> bool:
    return isinstance(value, Dictionary | Array) and not value.is_indirect
