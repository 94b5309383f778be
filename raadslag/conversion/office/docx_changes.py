"""Tracked changes of a Word file, accepted: what was put in stays, what was struck out goes."""

from lxml import etree

from raadslag.conversion.office.package import plain, remove, unwrap

OUT = frozenset({"del", "moveFrom"})
IN = frozenset({"ins", "moveTo"})
NOTED = frozenset(
    {
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange"),
        *("tcPrChange", "tblPrExChange", "numberingChange", "cellIns", "cellMerge"),
    }
)
RANGES = frozenset(
    {
        f"{what}Range{end}"
        for what in (
            "moveFrom",
            "moveTo",
            "customXmlIns",
            "customXmlDel",
            "customXmlMoveFrom",
            "customXmlMoveTo",
        )
        for end in ("Start", "End")
    }
)
PROPERTIES = frozenset({"rPr", "trPr", "tcPr", "pPr"})


def accept(root: etree._Element) -> int:
    """Accept all changes, in place; how many there were."""
    changes = 0
    for element in list(root.iter()):
        name = plain(element)
        if name in OUT | IN | NOTED | RANGES | {"cellDel"} and _is_there(element, root):
            changes += name not in RANGES and not _in_fallback(element)
            _accept(element, name)
    return changes


def _accept(element: etree._Element, name: str) -> None:
    parent = element.getparent()
    holder = plain(parent) if parent is not None else ""
    if name in NOTED | RANGES or (name in IN and holder in PROPERTIES):
        remove(element)
    elif name in IN:
        unwrap(element)
    elif name == "cellDel":
        _remove_around(element, "tc")
    elif holder == "trPr":
        _remove_around(element, "tr")
    elif holder == "rPr":
        _join(element)
    else:
        remove(element)


def _join(mark: etree._Element) -> None:
    """A paragraph whose end was struck out goes on in the next one."""
    paragraph = next((each for each in mark.iterancestors() if plain(each) == "p"), None)
    remove(mark)
    following = None if paragraph is None else paragraph.getnext()
    if paragraph is None or following is None or plain(following) != "p":
        return
    words = [each for each in paragraph if plain(each) != "pPr"]
    at = next((at for at, each in enumerate(following) if plain(each) != "pPr"), len(following))
    for each in reversed(words):
        following.insert(at, each)
    remove(paragraph)


def _remove_around(element: etree._Element, name: str) -> None:
    around = next((each for each in element.iterancestors() if plain(each) == name), None)
    if around is not None:
        remove(around)


def _is_there(element: etree._Element, root: etree._Element) -> bool:
    """Whether the element is still in the document, now that others have gone."""
    return any(each is root for each in element.iterancestors())


def _in_fallback(element: etree._Element) -> bool:
    """Whether it stands in what is there for older programs, and so stands twice."""
    return any(plain(each) == "Fallback" for each in element.iterancestors())
