"""What Word, Excel and PowerPoint files have in common: macros, files inside, links to elsewhere, authors."""

import posixpath
from collections.abc import Iterator

from raadslag.conversion.finding import Finding, What
from raadslag.conversion.office.package import Package, attribute, plain

TOLD = {"creator": "forfatter", "lastModifiedBy": "sidst ændret af", "title": "titel", "subject": "emne"}
MEDIA = (".mp3", ".mp4", ".m4a", ".m4v", ".wav", ".wmv", ".avi", ".mov", ".mpg", ".mpeg", ".wma")
MACROS = ("vbaProject.bin", "vbaData.xml")
LONGEST_TOLD = 80


def stripped(package: Package) -> Iterator[Finding]:
    """Take from the package what acts or is fetched, and tell of it and of what is inside."""
    macros = list(package.names(end="vbaProject.bin"))
    yield Finding(What.MACRO, len(macros))
    for name in [name for name in package.names() if name.endswith(MACROS)]:
        package.drop(name)
    yield from _files_inside(package)
    for name in list(package.names(end=".rels")):
        yield from _relations(package, name)
    yield from _authors(package)


def _files_inside(package: Package) -> Iterator[Finding]:
    inside = tuple(
        posixpath.basename(name)
        for name in package.names()
        if "/embeddings/" in name or ("/media/" in name and name.lower().endswith(MEDIA))
    )
    yield Finding(What.EMBEDDED_FILE, len(inside), inside)


def _relations(package: Package, name: str) -> Iterator[Finding]:
    """Drop relations to what lies elsewhere, but for links that are clicked; and those to macros."""
    relations = package.xml(name)
    if relations is None:
        return
    changed = False
    for relation in list(relations):
        kind = posixpath.basename(attribute(relation, "Type"))
        is_outside = attribute(relation, "TargetMode") == "External" and kind != "hyperlink"
        if is_outside or kind in ("vbaProject", "wordVbaData"):
            relations.remove(relation)
            changed = True
        if is_outside and kind != "attachedTemplate":  # the template was used when the text was written
            yield Finding(What.OUTSIDE_LINK, 1, (attribute(relation, "Target")[:LONGEST_TOLD],))
    if changed:
        package.put(name, relations)


def _authors(package: Package) -> Iterator[Finding]:
    properties = package.xml("docProps/core.xml")
    told = []
    for each in () if properties is None else properties:
        if plain(each) in TOLD and each.text and each.text.strip():
            told.append(f"{TOLD[plain(each)]}: {each.text.strip()[:LONGEST_TOLD]}")
    yield Finding(What.METADATA, int(bool(told)), tuple(told))
