"""An Excel file: what is hidden, which LibreOffice does not print, is told here, and comments go."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from xml.sax.saxutils import escape

from raadslag.conversion.finding import Finding, What
from raadslag.conversion.office import open_xml
from raadslag.conversion.office.package import Package, attribute, plain
from raadslag.conversion.office.xlsx_paper import fitted

SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
COMMENTS = re.compile(r"xl/(?:comments|threadedComments)[^/]*(?:/[^/]+)?\.xml")
hidden_cells = re.compile(rb"<(?:\w+:)?(?:row|col)\s[^>]*?\bhidden=\"(?:1|true)\"")
printed_comments = re.compile(rb"\scellComments=\"[^\"]*\"")
one_comment = re.compile(rb"<(?:\w+:)?(?:comment|threadedComment)\s")
# in headers and footers: the file's name, and its folder
name_code, folder_code = re.compile(rb"&amp;F"), re.compile(rb"&amp;Z")


def clean(package: Package, name: str) -> Iterator[Finding]:
    """Clean the file in place, and tell what was found."""
    yield from open_xml.stripped(package)
    hidden = tuple(_hidden_sheets(package))
    yield Finding(What.HIDDEN_SHEET, len(hidden), hidden)
    shown = escape(PurePath(name).name).encode()
    for part in [part for part in package.names() if SHEETS.fullmatch(part)]:
        sheet = package.bytes_of(part)
        yield Finding(What.HIDDEN_CELLS, len(hidden_cells.findall(sheet)))
        sheet = printed_comments.sub(b"", sheet)
        sheet = folder_code.sub(b"", name_code.sub(lambda _: shown, sheet))
        package.put(part, fitted(sheet))
    comments = [package.bytes_of(part) for part in package.names() if COMMENTS.fullmatch(part)]
    threads = [part for part in comments if b"threadedComment " in part]
    yield Finding(What.COMMENT, sum(len(one_comment.findall(part)) for part in threads or comments))
    outside = list(package.names("xl/externalLinks/", ".xml"))
    yield Finding(What.OUTSIDE_LINK, len(outside) + ("xl/connections.xml" in set(package.names())))


def _hidden_sheets(package: Package) -> Iterator[str]:
    workbook = package.xml("xl/workbook.xml")
    for element in () if workbook is None else workbook.iter():
        if plain(element) == "sheet" and attribute(element, "state") in ("hidden", "veryHidden"):
            yield attribute(element, "name")
