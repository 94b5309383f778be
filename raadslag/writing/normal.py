"""A record in normal form: what a sheet can carry of it, and so what reading the sheet gives back."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import is_dataclass, replace
from typing import Any, get_args, get_origin

from raadslag.record import Attachment, Dissent, FollowUp, Item, MeetingRecord, PaperSection, Section
from raadslag.record.codec import optional, shape_of

# stands for what no font or file can show
UNSHOWN = "□"

# the texts that may have several paragraphs; every other text is one line
RUNNING = frozenset(
    {"text", "notes", "recommendation", "closed_ground", "purpose", "method", "responsible", "condition"}
)
# what must be there for the eye to have something to hold on to
STAND_IN = {"title": "Uden titel", "heading": "Uden titel", "person": "Uden navn"}

line_end = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
typed_alike = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "‐": "-", "‑": "-"}
)
# an accent with no letter to stand on
stray_mark = re.compile("(?<![^\\W\\d_\u0300-\u036f])[\u0300-\u036f]+")
# what nearly every text is made of, and stays as it is
ordinary = re.compile("[ -~æøåÆØÅéèüöäÉÜÖÄ§½°·»«–—’‘”“„•…€\\n\u00a0]*")
# controls, and formats such as soft hyphens, joiners and direction marks
UNSEEN = frozenset({"Cc", "Cf"})
UNASSIGNED = frozenset({"Cs", "Co", "Cn"})
variations = range(0xFE00, 0xFE10)

Amend = Callable[[str], str]


def normal(record: MeetingRecord) -> MeetingRecord:
    """The record without source and doubts, its texts in NFC with single spaces and nothing unseen in them.

    A text of one line loses its line breaks, an optional text that says nothing becomes None, and what
    says nothing at all (a section with neither heading nor text) goes. So does the text of an attachment
    that is told otherwise: by its file, or as a paper or a meeting.
    """
    plain: MeetingRecord = _amended(replace(record, source=None, doubts=()), normal_line)
    return _told_once(plain)


def amended(record: MeetingRecord, amend: Amend) -> MeetingRecord:
    """The record with every paragraph of its texts put through `amend`."""
    changed: MeetingRecord = _amended(record, amend)
    return changed


def _told_once(record: MeetingRecord) -> MeetingRecord:
    return replace(record, items=tuple(map(_item_told_once, record.items)))


def _item_told_once(item: Item) -> Item:
    if not any(attachment.text or attachment.record for attachment in item.attachments):
        return item
    return replace(item, attachments=tuple(map(_attachment_told_once, item.attachments)))


def _attachment_told_once(attachment: Attachment) -> Attachment:
    record = attachment.record and _told_once(attachment.record)
    is_told = attachment.sha256 or attachment.paper or record
    return replace(attachment, record=record, text=None if is_told else attachment.text)


def normal_line(text: str) -> str:
    """One paragraph in normal form."""
    if ordinary.fullmatch(text):
        return " ".join(text.split())
    seen = "".join(map(_normal_character, text.translate(typed_alike)))
    return " ".join(stray_mark.sub("", unicodedata.normalize("NFC", seen)).split())


def _normal_character(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in UNSEEN or ord(character) in variations:
        return ""
    return UNSHOWN if category in UNASSIGNED else character


def _amended(value: Any, amend: Amend) -> Any:
    cls: Any = type(value)
    changes = {
        field.name: _field(field.name, hint, getattr(value, field.name), amend)
        for field, hint in shape_of(cls)
    }
    return replace(value, **changes)


def _field(name: str, hint: Any, value: Any, amend: Amend) -> Any:
    hint, may_be_none = optional(hint)
    if value is None:
        return None
    if get_origin(hint) is tuple:
        (inner,) = (arg for arg in get_args(hint) if arg is not Ellipsis)
        amended_all = (_field(name, inner, each, amend) for each in value)
        return tuple(each for each in amended_all if _says_something(each))
    if hint is str:
        text = _text(name, value, amend)
        return text or (None if may_be_none else STAND_IN.get(name, ""))
    return _amended(value, amend) if is_dataclass(value) else value


def _text(name: str, value: str, amend: Amend) -> str:
    if name not in RUNNING:
        return amend(value)
    return "\n".join(filter(None, map(amend, line_end.split(value))))


def _says_something(value: Any) -> bool:
    match value:
        case str():
            return bool(value)
        case Section():
            return value.heading is not None or bool(value.text)
        case PaperSection():
            return value.number is not None or value.heading != STAND_IN["heading"] or bool(value.text)
        case Dissent():
            return bool(value.who or value.text)
        case FollowUp():
            return bool(value.text or value.who or value.due)
    return True
