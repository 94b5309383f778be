"""What is set here rather than by an office program: plain texts, e-mails and pictures."""

import re
import unicodedata
from pathlib import Path
from typing import Any

from raadslag.writing import fonts
from raadslag.writing.normal import UNSHOWN
from raadslag.writing.packs.typesetting import TypesettingError, typeset

__all__ = ["TypesettingError", "paragraphs", "printable", "set_pages"]

FOLDER = Path(__file__).parent / "templates"
TAB = 8
unseen = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\ufe00-\ufe0f\ufeff]")
line_end = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
no_text = re.compile(r"\n[ \t]*\n[\s]*")


def set_pages(template: str, **content: Any) -> bytes:
    """The tagged PDF of one of our templates. Raises TypesettingError."""
    return typeset(FOLDER / template, tagged=True, **content)


def paragraphs(text: str) -> list[list[str]]:
    """The text as paragraphs of lines; what no font of ours has is shown as a box."""
    whole = line_end.sub("\n", text).strip("\n")
    return [[_line(line) for line in part.split("\n")] for part in no_text.split(whole) if part.strip()]


def printable(text: str) -> str:
    """The text in characters that print."""
    plain = unicodedata.normalize("NFC", unseen.sub("", text))
    known = fonts.characters()
    return "".join(each if ord(each) in known else UNSHOWN for each in plain)


def _line(line: str) -> str:
    """A line with its spaces kept: a font has no tab, and Typst takes the spaces that a line begins with."""
    wide = printable(line.rstrip().expandtabs(TAB))
    bare = wide.lstrip(" ")
    return "\u00a0" * (len(wide) - len(bare)) + bare.replace("  ", " \u00a0")
