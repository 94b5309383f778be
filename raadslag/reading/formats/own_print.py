"""Our own PDF read back from its print: letter sizes tell the styles, the font a label from a value."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from raadslag.reading.account import Account
from raadslag.reading.document import Line, Run
from raadslag.reading.formats.family import Found, Nest, record_at
from raadslag.reading.formats.own_fields import SheetError
from raadslag.reading.formats.own_sheet import BROKEN, MISPLACED, Sheet
from raadslag.record.codec import RecordError
from raadslag.record.sheet import (
    FURNITURE_SIZES,
    LABEL_FONT,
    LONG_WORD_FONTS,
    SIZES,
    STAGES,
    SUPPLEMENTS,
    TWIN,
    Kind,
    Style,
)

SOFT_HYPHEN = "\u00ad"
# a hyphen at a line's end; a dash, or a rule made of hyphens, has no letter or digit before it
put_in = re.compile(f"{SOFT_HYPHEN}$|[^\\W_](?:[^\\w\\s]|_){{0,29}}-$")

STYLES = {
    round(size + twin, 1): style for style, sizes in SIZES.items() for size in sizes for twin in (0.0, TWIN)
}
FURNITURE = {size: name for name, size in FURNITURE_SIZES.items()}


@dataclass(slots=True)
class Set:
    """A span as it was printed, over one line or many."""

    size: float
    kind: Kind
    text: str = ""
    lines: list[Line] = field(default_factory=list)
    font: str = ""

    def add(self, run: Run, line: Line) -> None:
        """Another run of the span: on the same line, or where the line before left off."""
        goes_on = bool(self.lines) and self.lines[-1] is not line
        words = "".join(run.text.split()) if run.font in LONG_WORD_FONTS else run.text
        if LONG_WORD_FONTS & {run.font, self.font}:
            self.text += words if run.font == self.font else f" {words}"
        else:
            self.text = (_at_line_end(self.text) if goes_on else self.text) + words
        if goes_on or not self.lines:
            self.lines.append(line)
        self.font = run.font


def recognise(lines: Sequence[Line]) -> float:
    """The share of the lines that are set as ours, where the kind of document stands as ours does."""
    ours = sum(1 for line in lines if line.runs and all(_is_ours(run) for run in line.runs))
    return ours / len(lines) if any(map(_tells_stage, lines)) else 0.0


def read(lines: Sequence[Line], account: Account, path: str, nest: Nest) -> Found:
    """The record in a print of ours."""
    sheet = Sheet(record_at(path))
    for line in lines:
        for size in {run.size for run in line.runs} & FURNITURE.keys():
            account.furniture(line, FURNITURE[size])
    for span in spans(lines):
        try:
            where = sheet.take(STYLES[span.size], span.kind, _plain(span.text))
        except SheetError:
            account.doubt(span.lines, MISPLACED)
            continue
        if where is None:
            account.furniture(span.lines, "heading")
        else:
            account.value(span.lines, where)
    try:
        return Found(record=sheet.record())
    except RecordError:
        account.doubt(lines, BROKEN)
        return Found()


def spans(lines: Sequence[Line]) -> Iterator[Set]:
    """The spans of the lines: a new one begins where the size changes, or the kind."""
    span: Set | None = None
    for line in lines:
        for run in line.runs:
            if run.size not in STYLES:
                continue
            kind = Kind.LABEL if run.font == LABEL_FONT else Kind.VALUE
            if span is None or (span.size, span.kind) != (run.size, kind):
                if span:
                    yield span
                span = Set(run.size, kind)
            span.add(run, line)
    if span:
        yield span


def _at_line_end(text: str) -> str:
    """A span's text before its next line: words break at spaces, or at a hyphen that was put in there."""
    return text[:-1] if put_in.search(text) else f"{text} "


def _plain(text: str) -> str:
    """The text of a whole span: single spaces, and no trace of where it might have broken."""
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def _is_ours(run: Run) -> bool:
    return run.size in STYLES or run.size in FURNITURE


def _tells_stage(line: Line) -> bool:
    run = line.runs[0] if line.runs else None
    return (
        run is not None
        and run.font == LABEL_FONT
        and STYLES.get(run.size) is Style.STAGE
        and run.text.strip() in {**STAGES, **SUPPLEMENTS}
    )
