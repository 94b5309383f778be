"""What an attachment may bring into a pack: what is seen, its links and its tags. Nothing that acts.

Only pages are copied into a pack, so scripts and actions of the document itself stay behind; this is
about what pages, annotations and form fields carry with them.
"""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from pikepdf.sanitize import Sanitizer

IN_FORMS_AND_MEDIA = Sanitizer().remove_javascript().remove_multimedia()
# What happens by itself, files inside the file, thumbnails, and what a program noted for itself.
NEVER = frozenset({"/AA", "/AF", "/Thumb", "/PieceInfo"})
ACTION_SLOTS = frozenset({"/A", "/PA"})
# What says nothing in the pack: the file behind a paper clip, a signature of another file.
VOID = {("/Subtype", "/FileAttachment"): "/FS", ("/FT", "/Sig"): "/V"}
HARMLESS_ACTIONS = frozenset({Name.GoTo, Name.Named})
HARMLESS_ADDRESSES = ("http://", "https://", "mailto:")


def clean(pdf: pikepdf.Pdf) -> None:
    """Remove scripts, launches, forms' sending, embedded files and media, in place. Web links stay."""
    for holder in holders(pdf):
        keys = holder.keys()
        for key in keys & NEVER:
            del holder[key]
        for slot in keys & ACTION_SLOTS:
            disarm(holder, slot)
        for (kind, name), key in VOID.items():
            if key in keys and holder.get(kind) == Name(name):
                del holder[key]
    IN_FORMS_AND_MEDIA.apply(pdf)


def holders(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every object that may hold an action: the numbered ones, and annotations that are not."""
    for each in pdf.objects:
        if isinstance(each, Dictionary | Stream):
            yield each
    for page in pdf.pages:
        yield from (each for each in annotations(page) if not each.is_indirect)


def annotations(page: pikepdf.Page) -> list[pikepdf.Object]:
    """A page's annotations that are dictionaries, as they should be."""
    listed = page.obj.get(Name.Annots)
    if not isinstance(listed, Array):
        return []
    return [each for each in listed if isinstance(each, Dictionary)]


def disarm(holder: pikepdf.Object, slot: str) -> None:
    """Drop the holder's action unless it only goes somewhere; what was to happen after it goes too."""
    action = holder.get(slot)
    if not isinstance(action, Dictionary) or not isinstance(action.get(Name.S), Name):
        return  # a structure element's /A holds attributes
    if is_harmless(action):
        if Name.Next in action:
            del action[Name.Next]
    else:
        del holder[slot]


def is_harmless(action: pikepdf.Object) -> bool:
    """A jump inside the document, or a link to the web or to an e-mail address."""
    if action.S == Name.URI:
        return str(action.get(Name.URI, "")).strip().casefold().startswith(HARMLESS_ADDRESSES)
    return action.S in HARMLESS_ACTIONS
