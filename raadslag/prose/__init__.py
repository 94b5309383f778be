"""The rich text of papers: kept clean, counted, compared, and carried to Word and back."""

from raadslag.prose.blocks import (
    Block,
    Cell,
    Heading,
    Image,
    List,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    images,
    text_of,
)
from raadslag.prose.difference import changed, difference
from raadslag.prose.merge import Collision, Conflict, Merged, merge
from raadslag.prose.parsing import blocks
from raadslag.prose.plain import characters, from_plain, plain
from raadslag.prose.rendering import html_of
from raadslag.prose.sanitise import Fault, Faulty, faults, sanitise

__all__ = [
    "Block",
    "Cell",
    "Collision",
    "Conflict",
    "Fault",
    "Faulty",
    "Heading",
    "Image",
    "List",
    "Merged",
    "Paragraph",
    "Quote",
    "Run",
    "Runs",
    "Table",
    "blocks",
    "changed",
    "characters",
    "difference",
    "faults",
    "from_plain",
    "html_of",
    "images",
    "merge",
    "plain",
    "sanitise",
    "text_of",
]
