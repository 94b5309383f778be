"""A PowerPoint file: hidden slides and notes are not printed; what lies hidden or beside a slide goes."""

import re
from collections.abc import Iterator

from lxml import etree

from raadslag.conversion.finding import Finding, What
from raadslag.conversion.office import open_xml
from raadslag.conversion.office.package import Package, attribute, is_on, plain, remove

SLIDES = re.compile(r"ppt/slides/slide(\d+)\.xml")
NOTES = re.compile(r"ppt/notesSlides/[^/]+\.xml")
COMMENTS = re.compile(r"ppt/comments/[^/]+\.xml")
SHAPES = frozenset({"sp", "pic", "graphicFrame", "cxnSp", "grpSp"})
COMMENT = frozenset({"cm", "reply"})


def clean(package: Package, name: str) -> Iterator[Finding]:
    """Clean the file in place, and tell what was found."""
    yield from open_xml.stripped(package)
    size = _size(package)
    for part in list(package.names("ppt/")):
        if slide := SLIDES.fullmatch(part):
            yield from _slide(package, part, slide[1], size)
        elif NOTES.fullmatch(part):
            yield Finding(What.SPEAKER_NOTE, int(_has_notes(package, part)))
        elif COMMENTS.fullmatch(part):
            comments = package.xml(part)
            told = 0 if comments is None else sum(plain(each) in COMMENT for each in comments.iter())
            yield Finding(What.COMMENT, told)


def _slide(package: Package, part: str, number: str, size: tuple[int, int]) -> Iterator[Finding]:
    slide = package.xml(part)
    if slide is None:
        return
    if not is_on(attribute(slide, "show", "1")):
        yield Finding(What.HIDDEN_SLIDE, 1, (number,))
        return
    unseen = [each for each in slide.iter() if plain(each) in SHAPES and _is_unseen(each, size)]
    for shape in unseen:
        remove(shape)
    if unseen:
        package.put(part, slide)
        yield Finding(What.HIDDEN_SHAPE, len(unseen), (f"dias {number}",))


def _is_unseen(shape: etree._Element, size: tuple[int, int]) -> bool:
    """Whether a shape is hidden, or lies wholly beside the slide."""
    about = next((each for each in shape.iter() if plain(each) == "cNvPr"), None)
    if about is not None and "hidden" in about.attrib and is_on(attribute(about, "hidden")):
        return True
    parent = shape.getparent()
    if parent is None or plain(parent) != "spTree":
        return False  # within a group, places are the group's own
    return _is_beside(shape, size)


def _is_beside(shape: etree._Element, size: tuple[int, int]) -> bool:
    frame = next((each for each in shape.iter() if plain(each) == "xfrm"), None)
    if frame is None or attribute(frame, "rot"):
        return False
    places = {plain(each): each for each in frame}
    if not {"off", "ext"} <= set(places):
        return False
    left, top = _numbers(places["off"], "x", "y")
    wide, high = _numbers(places["ext"], "cx", "cy")
    return left >= size[0] or top >= size[1] or left + wide <= 0 or top + high <= 0


def _size(package: Package) -> tuple[int, int]:
    """A slide's width and height."""
    presentation = package.xml("ppt/presentation.xml")
    for each in () if presentation is None else presentation:
        if plain(each) == "sldSz":
            return _numbers(each, "cx", "cy")
    return 12_192_000, 6_858_000


def _numbers(element: etree._Element, first: str, second: str) -> tuple[int, int]:
    try:
        return int(attribute(element, first, "0")), int(attribute(element, second, "0"))
    except ValueError:
        return 0, 0


def _has_notes(package: Package, part: str) -> bool:
    """Whether anything is written in a slide's notes but their page number."""
    notes = package.xml(part)
    if notes is None:
        return False
    for shape in notes.iter():
        if plain(shape) == "sp" and any(
            plain(each) == "ph" and attribute(each, "type") == "body" for each in shape.iter()
        ):
            return any((each.text or "").strip() for each in shape.iter() if plain(each) == "t")
    return False
