"""A Word file becomes a paper's text: its sections filled, and what belongs to none of them told.

The file is untrusted; whoever calls this does so in a process with limits on what it may take.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from raadslag.prose.paper import SectionKind
from raadslag.prose.parsing import blocks
from raadslag.prose.sanitise import sanitise
from raadslag.prose.word.clauses import clauses_of
from raadslag.prose.word.fields import address_field, sender_field
from raadslag.prose.word.guidance import Guidance
from raadslag.prose.word.headings import Headings
from raadslag.prose.word.package import BROKEN, opened
from raadslag.prose.word.passages import BOOKMARK, Passage, passages
from raadslag.prose.word.values import FilledSection, FromWord, Slot, UnreadableWord

FieldOf: TypeAlias = Callable[[str], tuple[str, str] | None]

KIND = re.compile(r"\w*indstilling|udkast(?: til indstilling)?", re.IGNORECASE)


@dataclass(slots=True)
class _Stretch:
    """Passages under a heading; `key` is the section's, None where it belongs to none."""

    key: str | None
    level: int | None = None
    passages: list[Passage] = field(default_factory=list)


def from_docx(data: bytes, slots: Sequence[Slot]) -> FromWord:
    """What the Word file has for each section, under the headings of the template or its like.

    Changes that are tracked are read as made, comments and guidance are left out. Raises UnreadableWord.
    """
    try:
        found, pictures = passages(opened(data))
    except UnreadableWord:
        raise
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as fault:
        raise UnreadableWord(BROKEN) from fault
    guidance = Guidance([slot.guidance for slot in slots])
    kept = [each for each in found if not (each.text and guidance.is_all_of(each.text))]
    first, *rest = _stretches(kept, slots)
    fields, before = _head(first.passages)
    if rest:
        sender, rest[-1].passages = _foot(rest[-1].passages)
        fields |= {name: value for name, value in sender.items() if name not in fields}
    fields.pop("characters", None)
    notes = [each for each in kept if each.is_note]
    filled, unplaced = _filled(rest, slots)
    return FromWord(
        fields=fields,
        sections=filled,
        unplaced=tuple(filter(None, (_html(before, None), *unplaced, _html(notes, None)))),
        pictures=pictures,
    )


def _stretches(found: Sequence[Passage], slots: Sequence[Slot]) -> list[_Stretch]:
    """What stands before the first section, then each section and each stretch under another heading."""
    headings = Headings(slots)
    keys = {f"{BOOKMARK}{slot.key.replace('-', '')}": slot.key for slot in slots}
    made = [_Stretch(None)]
    taken: set[str] = set()
    level: int | None = None
    for each in found:
        if each.is_note:
            continue
        key = _key(each, headings, keys)
        if key is not None and key not in taken:
            taken.add(key)
            level = each.level if level is None else min(level, each.level or level)
            made.append(_Stretch(key, each.level))
        elif len(made) > 1 and each.level and level and each.level <= level:
            made.append(_Stretch(None, each.level, [each]))
        else:
            made[-1].passages.append(each)
    return made


def _key(each: Passage, headings: Headings, keys: dict[str, str]) -> str | None:
    """The section that a passage heads: by our bookmark, or by its words."""
    marked = next((keys[mark] for mark in each.marks if mark in keys), None)
    if marked or each.rows or each.html.startswith(("<ul", "<ol")):
        return marked
    return headings.of(each.text, set_as_heading=bool(each.level) or each.bold)


def _head(found: Sequence[Passage]) -> tuple[dict[str, str], list[Passage]]:
    """The fields over the first section, the title among them, and what else stands there."""
    fields: dict[str, str] = {}
    rest: list[Passage] = []
    for each in found:
        if each.level == 0 and "title" not in fields:
            fields["title"] = each.text
        elif not _take(each, fields, address_field) and not KIND.fullmatch(each.text):
            rest.append(each)
    if "title" not in fields:
        title = next((each for each in rest if each.level or each.bold), None)
        if title is not None:
            fields["title"] = title.text
            rest.remove(title)
    return fields, rest


def _foot(found: Sequence[Passage]) -> tuple[dict[str, str], list[Passage]]:
    """The fields that end the last section, and the section without them."""
    fields: dict[str, str] = {}
    rest = list(found)
    while rest and _take(rest[-1], fields, sender_field):
        rest.pop()
    return fields, rest


def _take(each: Passage, fields: dict[str, str], field_of: FieldOf) -> bool:
    """Put the fields that a passage is nothing but into `fields`."""
    lines = [": ".join(row) for row in each.rows if len(row) == 2] if each.rows else each.text.split("\n")
    read = [field_of(line.replace("::", ":")) for line in lines]
    if not read or not all(read) or (each.rows and len(lines) != len(each.rows)):
        return False
    for name, value in filter(None, read):
        fields.setdefault(name, value)
    return True


def _filled(
    stretches: Sequence[_Stretch], slots: Sequence[Slot]
) -> tuple[tuple[FilledSection, ...], list[str]]:
    kinds = {slot.key: slot.kind for slot in slots}
    filled: list[FilledSection] = []
    unplaced: list[str] = []
    for each in stretches:
        html = _html(each.passages, each.level)
        if each.key is None:
            unplaced.append(html)
        elif kinds[each.key] is SectionKind.CLAUSES:
            filled.append(FilledSection(key=each.key, clauses=clauses_of(blocks(html))))
        else:
            filled.append(FilledSection(key=each.key, html=html))
    return tuple(filled), unplaced


def _html(found: Sequence[Passage], level: int | None) -> str:
    """The passages as clean HTML, with headings one level under that of the section as the third."""
    top = level or min((each.level for each in found if each.level), default=1) - 1
    return sanitise("".join(_at_level(each, each.level - top) if each.level else each.html for each in found))


def _at_level(each: Passage, depth: int) -> str:
    tag = "h3" if depth <= 1 else "h4"
    return re.sub(
        r"^<h\d|(?<=</)h\d(?=>$)", lambda found: f"<{tag}" if found[0][0] == "<" else tag, each.html
    )
