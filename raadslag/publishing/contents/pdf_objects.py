"""The texts in a PDF's objects: metadata, annotations, form fields, tags, layers, scripts."""

import re
from collections.abc import Iterator
from html import unescape

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from raadslag.publishing.contents.piece import (
    ALTERNATIVE,
    BOOKMARKS,
    COMMENT,
    FORM,
    INSIDE,
    LAYER,
    NAME,
    PROPERTIES,
    Offence,
    Piece,
)
from raadslag.publishing.contents.stray import printable

TAGS = re.compile(r"<[^>]*>")
# What a person writes on a page; a link's and a form field's text is for those who cannot see it.
REMARKS = frozenset(
    {"/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Ink", "/Stamp"}
    | {"/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Popup", "/Redact"}
)
# Strings that are no words: numbers that tell files apart, signatures, character collections, moments.
NO_WORDS = frozenset(
    {"/ID", "/ByteRange", "/Cert", "/CheckSum", "/Panose", "/CharSet", "/DA", "/M", "/ModDate"}
)
REMARK_LINE = re.compile(rb"(?:^|[\r\n])[ \t]*%([\x20-\x7e\xa0-\xff]{6,})")
SPOKEN = re.compile(rb"/(?:Alt|E|T|Title|Contents|ActualText)\s*[(<]")
DEEPEST = 8
FONTS = ("/Length1", "/Length2", "/Length3")
NO_TEXT = frozenset(
    {"/Image", "/Type1C", "/CIDFontType0C", "/OpenType", "/ObjStm", "/XRef", "/EmbeddedFile", "/Form"}
)


def pieces(pdf: pikepdf.Pdf) -> Iterator[Piece]:
    """Every text in the objects, each object's together."""
    yield Piece("\n".join(map(str, pdf.docinfo.values())), PROPERTIES)
    drawn = {each.objgen for page in pdf.pages for each in contents(page)}
    for holder in pdf.objects:
        if isinstance(holder, Stream) and (holder.objgen in drawn or holder.get(Name.Subtype) == Name.Form):
            yield Piece("\n".join(in_drawing(content_of(holder))), ALTERNATIVE)
        elif isinstance(holder, Stream):
            yield from of_stream(holder)
        yield from of_object(holder)
    yield from (piece for page in pdf.pages for piece in of_own_annotations(page))


def contents(page: pikepdf.Page) -> list[pikepdf.Object]:
    content = page.obj.get(Name.Contents)
    listed = list(content) if isinstance(content, Array) else [content]
    return [each for each in listed if isinstance(each, Stream)]


def of_object(holder: pikepdf.Object, depth: int = 0) -> Iterator[Piece]:
    """The strings of an object and of what stands directly in it."""
    if isinstance(holder, String):
        yield Piece(str(holder), INSIDE)
    elif isinstance(holder, Array):
        for each in holder:
            if not each.is_indirect if isinstance(each, Array | Dictionary) else isinstance(each, String):
                yield from of_object(each, depth + 1)
    elif isinstance(holder, Dictionary | Stream):
        yield from of_dictionary(holder, depth)


def of_dictionary(holder: pikepdf.Object, depth: int) -> Iterator[Piece]:
    said = list(strings(holder))
    if said:
        where, offence = meaning(holder)
        yield Piece("\n".join(said), where, offence=offence)
    if depth < DEEPEST:
        for each in direct(holder):
            yield from of_object(each, depth + 1)


def strings(holder: pikepdf.Object) -> Iterator[str]:
    """The strings that stand right in a dictionary, and in its lists of strings."""
    for key in sorted(holder.keys()):
        if key in NO_WORDS or (key == "/Contents" and "/ByteRange" in holder):
            continue
        value = holder.get(key)
        if isinstance(value, String):
            yield str(value)
        elif isinstance(value, Array):
            yield from (str(each) for each in value if isinstance(each, String))


def direct(holder: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The dictionaries and lists that have no number of their own, and so are met nowhere else."""
    for key in sorted(holder.keys()):
        value = holder.get(key)
        if isinstance(value, Dictionary | Array) and not value.is_indirect:
            if isinstance(value, Array):
                yield from (each for each in value if isinstance(each, Dictionary) and not each.is_indirect)
            else:
                yield value


def meaning(holder: pikepdf.Object) -> tuple[str, Offence | None]:
    """What the holder of a text is to people, and whether it may not be there at all."""
    kind = str(holder.get(Name.Subtype, ""))
    if kind in REMARKS and "/Rect" in holder:
        said = any(str(holder.get(key, "")).strip() for key in ("/Contents", "/RC"))
        return COMMENT, Offence.COMMENT if said else None
    if kind == "/Widget" or "/FT" in holder:
        return FORM, None
    if holder.get(Name.Type) == Name.OCG:
        return LAYER, None
    if "/EF" in holder or holder.get(Name.Type) == Name.Filespec:
        return NAME, None
    if "/Title" in holder and "/Parent" in holder and "/S" not in holder:
        return BOOKMARKS, None
    if {"/Alt", "/ActualText", "/E", "/S"} & set(holder.keys()):
        return ALTERNATIVE, None
    return INSIDE, None


def of_own_annotations(page: pikepdf.Page) -> Iterator[Piece]:
    """Annotations without a number of their own in a list that has one."""
    listed = page.obj.get(Name.Annots)
    if isinstance(listed, Array) and listed.is_indirect:
        for each in listed:
            if isinstance(each, Dictionary) and not each.is_indirect:
                yield from of_dictionary(each, 0)


def in_drawing(content: bytes) -> Iterator[str]:
    """What a page's drawing carries beside what it draws: texts for those who cannot see it, remarks."""
    yield from (each.decode("latin-1") for each in REMARK_LINE.findall(content))
    if not SPOKEN.search(content):
        return
    apart = pikepdf.new()
    for instruction in pikepdf.parse_content_stream(apart.make_stream(content), "BDC DP"):
        for operand in getattr(instruction, "operands", ()):
            if isinstance(operand, Dictionary):
                yield from strings(operand)


def of_stream(stream: pikepdf.Object) -> Iterator[Piece]:
    """The text of a stream that is neither drawn nor a picture nor a font: metadata, forms, scripts."""
    keys = set(stream.keys())
    kinds = {str(stream.get(Name.Type, "")), str(stream.get(Name.Subtype, ""))}
    if kinds & NO_TEXT or keys & set(FONTS) or "/PatternType" in keys or "/ShadingType" in keys:
        return
    content = content_of(stream)
    if b"begincmap" in content:
        return
    text = content.decode(errors="ignore")
    where = PROPERTIES if "/Metadata" in kinds else INSIDE
    yield Piece(unescape(TAGS.sub(" ", text)), where)
    yield Piece(unescape(TAGS.sub("", text)), where)
    yield Piece(unescape("\n".join(re.findall(r"=\s*[\"']([^\"'<>]{4,})[\"']", text))), where)
    if where == INSIDE:
        yield Piece(printable(content), where, binary=True)


def content_of(stream: pikepdf.Object) -> bytes:
    """The stream's bytes, unpacked; none where it is a picture or cannot be unpacked."""
    if stream.get(Name.Subtype) == Name.Image:
        return b""
    try:
        content: bytes = stream.read_bytes()
    except pikepdf.PdfError:
        return b""
    return content


def names_of_files(pdf: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """The files inside, by the number of their stream."""
    names: dict[tuple[int, int], str] = {}
    for each in pdf.objects:
        specs = [each] if isinstance(each, Dictionary | Stream) else []
        specs += [inner for holder in specs for inner in direct(holder)]
        for spec in specs:
            inside = spec.get(Name.EF) if isinstance(spec, Dictionary) else None
            if isinstance(inside, Dictionary):
                name = str(spec.get(Name.UF, spec.get(Name.F, "en fil uden navn")))
                names |= {
                    inside[key].objgen: name
                    for key in sorted(inside.keys())
                    if isinstance(inside[key], Stream)
                }
    return names
