"""The fields around a recommendation paper's text: to, from, date, and whom to ask about it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from raadslag.reading.dates import find_date
from raadslag.reading.document import Line
from raadslag.reading.layout import words

# a field stands on a line of its own: label and value, or the label with its value on the next line
FIELDS = {
    name: re.compile(rf"{label}(?P<value>{value})", re.IGNORECASE)
    for name, label, value in (
        ("to", r"til(?::\s*|\s+(?=[A-ZÆØÅ]))", ".{0,80}"),
        ("from", r"fra(?::\s*|\s+(?=[A-ZÆØÅ]))", ".{0,80}"),
        ("dated_on", r"(?:dato(?::\s*|\s+)|(?:den|d\.)\s+(?=\d))", ".{0,40}"),
        ("characters", r"antal\s+(?:tegn|anslag)[^:\d]*:?\s*", r"[\d. ]*"),
        ("caseworker", r"sagsbehandler(?:e|\(e\))?\s*:\s*", ".{0,80}"),
        ("phone", r"(?:tlf|telefon|direkte telefon|mobil)\.?\s*(?:nr\.?)?\s*:\s*", r"[+\d ]*"),
        ("email", r"(?:e-?mail|e-?post|mail)\s*:\s*", r"\S*"),
    )
}
# these begin sentences too, so they are fields only where two of them stand together
ADDRESS = {"to", "from", "dated_on"}
TOGETHER = 10
# the caseworker's own; the same in a letterhead further up is the municipality's
REACH = {"phone", "email"}
SENDER = {"caseworker", "characters"}


class Field(NamedTuple):
    """A field's value, and the lines it stands on."""

    value: str
    lines: tuple[Line, ...]


def names_in(texts: Sequence[str]) -> set[str]:
    """The fields that some of the texts look like."""
    return {name for text in texts if (name := _name(text))}


def fields(lines: Sequence[Line]) -> dict[str, Field]:
    """The fields among the lines, each at the first place where it can be one."""
    full = [line for line in lines if line.text.strip()]
    names = [_name(words(line)) for line in full]
    address = [at for at, name in enumerate(names) if name in ADDRESS]
    sender = next((at for at, name in enumerate(names) if name in SENDER), 0)
    found: dict[str, Field] = {}
    for at, name in enumerate(names):
        if name is None or name in found or (name in REACH and at < sender):
            continue
        if name in ADDRESS and not any(other != at and abs(other - at) < TOGETHER for other in address):
            continue
        field = _field(name, full[at : at + 2], names[at : at + 2])
        if field.value and (name != "dated_on" or find_date(field.value)):
            found[name] = field
    return found | _beside(full, found)


def _beside(full: Sequence[Line], found: dict[str, Field]) -> dict[str, Field]:
    """What older papers say without labels: "via Magistraten" under the receiver, the sender over the day."""
    if "to" not in found or "dated_on" not in found or "from" in found:
        return {}
    to = found["to"]
    between = list(full[full.index(to.lines[-1]) + 1 : full.index(found["dated_on"].lines[0])])
    made: dict[str, Field] = {}
    if between and words(between[0]).lower().startswith("via "):
        via = between.pop(0)
        made["to"] = Field(f"{to.value} {words(via)}", (*to.lines, via))
    if len(between) == 1:
        made["from"] = Field(words(between[0]), tuple(between))
    return made


def _field(name: str, lines: Sequence[Line], names: Sequence[str | None]) -> Field:
    said = FIELDS[name].fullmatch(words(lines[0]))
    value = said["value"].strip() if said else ""
    if value or len(lines) < 2 or names[1]:
        return Field(value, (lines[0],))
    return Field(words(lines[1]), tuple(lines))


def _name(text: str) -> str | None:
    return next((name for name, pattern in FIELDS.items() if pattern.fullmatch(text)), None)
