"""What papers, and what hangs on them, are printed on: one template, set by Typst as a PDF that is tagged
and archivable (PDF/A-3a, PDF/UA-1)."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from raadslag.prose.runs import clean_line
from raadslag.writing import fonts
from raadslag.writing.prose_sheet import printable

TEMPLATE = Path(__file__).parent / "templates" / "paper.typ"


def set_sheet(sheet: Mapping[str, Any], day: date) -> bytes:
    """The PDF of what the template needs, as plain data. The same sheet gives the same bytes: `day` is when
    the file says that it was made."""
    pdf = _compiler().compile(
        input=TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"paper": json.dumps(sheet, ensure_ascii=False)},
        pdf_standards=["a-3a", "ua-1"],
        timestamp=datetime(max(day.year, 1970), day.month, day.day, tzinfo=UTC),
    )
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _compiler() -> typst.Compiler:
    own = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts.FOLDER)]
    )
    return typst.Compiler(b"", font_paths=own, root=str(TEMPLATE.parent))


def fields(*said: tuple[str, str]) -> list[tuple[str, str]]:
    """Labels with their values; what says nothing is left out."""
    return [(label, words) for label, value in said if (words := line(value))]


def paragraphs(text: str) -> list[str]:
    """The lines that say something."""
    return [words for each in text.splitlines() if (words := line(each))]


def line(text: str) -> str:
    """The text on one line, of characters that print."""
    return printable(clean_line(text))
