"""A paper's text as a Word file, and Word files from anywhere as a paper's text."""

from raadslag.prose.word.reading import from_docx
from raadslag.prose.word.values import FilledSection, FromWord, Slot, UnreadableWord, WordPicture
from raadslag.prose.word.writing import to_docx

__all__ = [
    "FilledSection",
    "FromWord",
    "Slot",
    "UnreadableWord",
    "WordPicture",
    "from_docx",
    "to_docx",
]
