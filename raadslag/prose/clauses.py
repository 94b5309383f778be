"""Clauses ("At 1) …") as they are kept: one a line, without their marks; and as rich text, to be merged."""

import re
from collections.abc import Iterable

from raadslag.prose.blocks import Paragraph, Run
from raadslag.prose.plain import plain
from raadslag.prose.rendering import html_of
from raadslag.prose.runs import clean_line, paragraphs_of

MARK = re.compile(r"(?:at\s*\d{1,2}\s*\)|at\s+\d{1,2}\s*[.:])\s*", re.IGNORECASE)


def clause_lines(typed: Iterable[str]) -> str:
    """What somebody typed as clauses, each on one line; those that say nothing are left out."""
    lines = (MARK.sub("", clean_line(text), count=1) for text in typed)
    return "\n".join(line for line in lines if line)


def clauses_as_html(content: str) -> str:
    """Kept clauses as paragraphs."""
    return html_of(Paragraph(runs) for line in content.splitlines() for runs in paragraphs_of([Run(line)]))


def html_as_clauses(html: str) -> str:
    """Paragraphs as kept clauses."""
    return plain(html)
