"""Fields of a Word file whose value would be another today: they keep the words that they had."""

import re

from lxml import etree

from raadslag.conversion.office.package import attribute, plain, remove, unwrap

FROZEN = frozenset(
    {
        *("DATE", "TIME", "SAVEDATE", "CREATEDATE", "PRINTDATE", "FILENAME", "AUTHOR", "LASTSAVEDBY"),
        *("USERNAME", "USERINITIALS", "DOCPROPERTY", "TEMPLATE", "EDITTIME", "REVNUM"),
    }
)
FETCHED = frozenset({"INCLUDEPICTURE", "INCLUDETEXT", "DDE", "DDEAUTO", "LINK", "RD", "DATABASE"})
first_word = re.compile(r"\s*(\w+)")


def freeze(root: etree._Element) -> int:
    """Make plain text of such fields, in place; how many of them would have fetched something."""
    fetched = 0
    for field in [each for each in root.iter() if plain(each) == "fldSimple"]:
        kind = _kind(attribute(field, "instr"))
        fetched += kind in FETCHED
        if kind in FROZEN | FETCHED:
            unwrap(field)
    open_fields: list[tuple[list[etree._Element], list[str]]] = []
    for element in [each for each in root.iter() if plain(each) in ("fldChar", "instrText")]:
        step = attribute(element, "fldCharType") if plain(element) == "fldChar" else "instruction"
        if step == "begin":
            open_fields.append(([], []))
        if not open_fields:
            continue
        marks, words = open_fields[-1]
        marks.append(element)
        words += [element.text or ""] if step == "instruction" else []
        if step == "end":
            open_fields.pop()
            kind = _kind("".join(words))
            fetched += kind in FETCHED
            if kind in FROZEN | FETCHED:
                for mark in marks:
                    remove(mark)
    return fetched


def _kind(instruction: str) -> str:
    found = first_word.match(instruction)
    return found[1].upper() if found else ""
