"""Our own Word file read back: paragraph styles by their names, labels by their character style."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from raadslag.reading.account import Account
from raadslag.reading.document import Line
from raadslag.reading.formats.family import Found, Nest, record_at
from raadslag.reading.formats.own_fields import SheetError
from raadslag.reading.formats.own_sheet import BROKEN, MISPLACED, Sheet
from raadslag.record.codec import RecordError
from raadslag.record.sheet import DOCX_CONTENTS, DOCX_LABEL, DOCX_STYLES, Kind, Style

STYLES = {name.lower(): style for style, name in DOCX_STYLES.items()}
FURNITURE = {"header": "page header", "footer": "page footer", DOCX_CONTENTS.lower(): "contents"}
LABEL = DOCX_LABEL.lower()


def recognise(lines: Sequence[Line]) -> float:
    """The share of the paragraphs in styles of ours, where one says what kind of document it is."""
    ours = sum(1 for line in lines if line.style in STYLES or line.style in FURNITURE)
    return ours / len(lines) if any(STYLES.get(line.style or "") is Style.STAGE for line in lines) else 0.0


def read(lines: Sequence[Line], account: Account, path: str, nest: Nest) -> Found:
    """The record in a Word file of ours."""
    sheet = Sheet(record_at(path))
    for line in lines:
        if line.style in FURNITURE:
            account.furniture(line, FURNITURE[line.style])
        elif line.style in STYLES:
            _take(sheet, STYLES[line.style], line, account)
    try:
        return Found(record=sheet.record())
    except RecordError:
        account.doubt(lines, BROKEN)
        return Found()


def _take(sheet: Sheet, style: Style, line: Line, account: Account) -> None:
    for kind, text in spans(line):
        try:
            where = sheet.take(style, kind, text)
        except SheetError:
            account.doubt(line, MISPLACED)
            return
        if where is None:
            account.furniture(line, "heading")
        else:
            account.value(line, where)


def spans(line: Line) -> Iterator[tuple[Kind, str]]:
    """The spans of a paragraph; plain space stands between them."""
    if not line.runs:
        yield Kind.VALUE, line.text
    for is_label, runs in groupby(line.runs, key=lambda run: run.font == LABEL):
        if text := " ".join("".join(run.text for run in runs).split()):
            yield Kind.LABEL if is_label else Kind.VALUE, text
