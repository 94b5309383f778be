"""A Word file as it reads in the end: changes accepted, comments and hidden text gone."""

import re
from collections.abc import Iterator

from lxml import etree

from raadslag.conversion.finding import Finding, What
from raadslag.conversion.office import open_xml
from raadslag.conversion.office.docx_changes import accept
from raadslag.conversion.office.docx_fields import freeze
from raadslag.conversion.office.package import Package, attribute, is_on, plain, remove

TEXTS = re.compile(r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml", re.IGNORECASE)
OF_COMMENTS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"})
IN_A_FIELD = frozenset({"fldChar", "instrText"})


def clean(package: Package, name: str) -> Iterator[Finding]:
    """Clean the file in place, and tell what was found."""
    yield from open_xml.stripped(package)
    hiding = frozenset(_hiding_styles(package))
    for part in [part for part in package.names("word/") if TEXTS.fullmatch(part) or part == _main(package)]:
        root = package.xml(part)
        if root is None:
            continue
        yield from _cleaned(root, hiding)
        package.put(part, root)
    yield Finding(What.COMMENT, sum(_comments(package)))


def _main(package: Package) -> str:
    """The part that holds the text; some programs have a name of their own for it."""
    relations = package.xml("_rels/.rels")
    for each in () if relations is None else relations:
        if attribute(each, "Type").endswith("/officeDocument"):
            return attribute(each, "Target").lstrip("/")
    return "word/document.xml"


def _cleaned(root: etree._Element, hiding: frozenset[str]) -> Iterator[Finding]:
    yield Finding(What.TRACKED_CHANGE, accept(root))
    yield Finding(What.OUTSIDE_LINK, freeze(root))
    yield Finding(What.HIDDEN_TEXT, _drop_hidden(root, hiding))
    for element in [each for each in root.iter() if plain(each) in OF_COMMENTS]:
        remove(element)


def _drop_hidden(root: etree._Element, hiding: frozenset[str]) -> int:
    """Remove the runs that are formatted as hidden; how many stretches of them there were."""
    runs = [run for run in root.iter() if plain(run) == "r" and _is_hidden(run, hiding)]
    hidden = set(runs)
    stretches = sum(1 for run in runs if run.getprevious() not in hidden and _says_something(run))
    for run in runs:
        remove(run)
    return stretches


def _is_hidden(run: etree._Element, hiding: frozenset[str]) -> bool:
    properties = next((each for each in run if plain(each) == "rPr"), None)
    if properties is None or any(plain(each) in IN_A_FIELD for each in run):
        return False
    own = [each for each in properties if plain(each) == "vanish"]
    if own:
        return is_on(attribute(own[0], "val"))
    return any(plain(each) == "rStyle" and attribute(each, "val") in hiding for each in properties)


def _says_something(run: etree._Element) -> bool:
    in_fallback = any(plain(each) == "Fallback" for each in run.iterancestors())
    return not in_fallback and any(plain(each) != "rPr" for each in run)


def _hiding_styles(package: Package) -> Iterator[str]:
    """The character styles that hide their text."""
    styles = package.xml("word/styles.xml")
    for style in () if styles is None else styles:
        if plain(style) == "style" and attribute(style, "type") == "character":
            vanish = next((each for each in style.iter() if plain(each) == "vanish"), None)
            if vanish is not None and is_on(attribute(vanish, "val")):
                yield attribute(style, "styleId")


def _comments(package: Package) -> Iterator[int]:
    comments = package.xml("word/comments.xml")
    yield 0 if comments is None else sum(1 for each in comments if plain(each) == "comment")
