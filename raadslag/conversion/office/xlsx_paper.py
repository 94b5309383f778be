"""A sheet that nobody set up for paper: as wide as one page, so that no table is cut in strips."""

import re

MOST_COLUMNS = 30  # more would be too small to read
UPRIGHT_COLUMNS = 7
WIDTH = b' fitToWidth="1" fitToHeight="0"'
FIT = b'<pageSetUpPr fitToPage="1"/>'

chosen = re.compile(rb"fitToPage=\"(?:1|true)\"|\sscale=\"(?!100\")|<colBreaks")
dimension = re.compile(rb"<dimension ref=\"[A-Z]+\d+:([A-Z]+)\d+\"")
sheet_start = re.compile(rb"<worksheet\b[^>]*>")
properties = re.compile(rb"<sheetPr\b([^>]*?)(?:/>|>(.*?)</sheetPr>)", re.DOTALL)
fit_of_properties = re.compile(rb"<pageSetUpPr\b[^>]*/>")
page_setup = re.compile(rb"<pageSetup\b([^>]*?)/?>")
fit_of_page = re.compile(rb"\sfitTo(?:Width|Height)=\"\d*\"")
end_of_cells = re.compile(rb"</sheetData>|<sheetData\s*/>")
# what may stand after the page's setup
after = re.compile(
    rb"<(?:headerFooter|rowBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing"
    rb"|legacyDrawing|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|</worksheet>"
)


def fitted(sheet: bytes) -> bytes:
    """The sheet set to the width of a page, where its author has not chosen otherwise."""
    width = dimension.search(sheet)
    cells = end_of_cells.search(sheet)
    if not width or not cells or chosen.search(sheet) or _column(width[1]) > MOST_COLUMNS:
        return sheet
    lies = _column(width[1]) > UPRIGHT_COLUMNS
    head, rows, tail = sheet[: width.start()], sheet[width.start() : cells.end()], sheet[cells.end() :]
    return _with_fit(head) + rows + _with_setup(tail, b"landscape" if lies else b"portrait")


def _column(letters: bytes) -> int:
    """A column's number: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _with_fit(head: bytes) -> bytes:
    """What comes before the cells, with the sheet to be fitted."""
    found = properties.search(head)
    if not found:
        return sheet_start.sub(lambda start: start[0] + b"<sheetPr>" + FIT + b"</sheetPr>", head, count=1)
    inner = fit_of_properties.sub(b"", found[2] or b"") + FIT
    return head[: found.start()] + b"<sheetPr" + found[1] + b">" + inner + b"</sheetPr>" + head[found.end() :]


def _with_setup(tail: bytes, orientation: bytes) -> bytes:
    """What comes after the cells, with a page's width to fit it to."""
    found = page_setup.search(tail)
    if found:
        kept = fit_of_page.sub(b"", found[1]) + WIDTH
        return tail[: found.start()] + b"<pageSetup" + kept + b"/>" + tail[found.end() :]
    place = after.search(tail)
    at = place.start() if place else 0
    setup = b'<pageSetup paperSize="9" orientation="' + orientation + b'"' + WIDTH + b"/>"
    return tail[:at] + setup + tail[at:]
