"""Where a line may break, so that a reader of the print can tell: at a space, or at a hyphen put in.

A word with a hyphen, dash or slash of its own is therefore kept whole. One that is too long for that is
set in italics, where a line may end anywhere and no space is ever meant.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

# a word, and before it any words that end in a hyphen ("for- og bagside")
units = re.compile(r"(?:\S*[^\W_](?:[^\w\s]|_){0,29}-\s)*\S+\s?")
# characters that Unicode's line breaking (UAX 14) leaves no opportunity after within a word
unbroken = re.compile(r"[\w.,:;()'\"§%&+=@#’”“»«]*", re.ASCII)
# letters that never stand in writing that breaks between any two of them
alphabetic = re.compile("[\u00aa-\u058f\u10a0-\u10ff\u1e00-\u1fff]")

MEASURE = 340.0
LETTER_WIDTH = 0.62
# Typst knows where Danish words divide; what is longer than this is no word
LONGEST_WORD = 60
STRIDE = 12


class Look(StrEnum):
    """How a piece of text is set."""

    PLAIN = "plain"
    WHOLE = "whole"
    LONG = "long"
    # a long word right after another
    NEXT_LONG = "next-long"


def pieces(text: str, size: float) -> list[tuple[Look, list[str]]]:
    """The text in pieces, each with the parts between which alone its line may break. `size` is in points."""
    out: list[tuple[Look, list[str]]] = []
    for look, unit in _looks(text, size):
        before = out[-1][0] if out else None
        if look is Look.PLAIN and before is Look.PLAIN:
            out[-1][1][0] += unit
        elif look is Look.LONG:
            look = Look.NEXT_LONG if before is Look.LONG else Look.LONG
            out.append((look, [unit[at : at + STRIDE] for at in range(0, len(unit), STRIDE)]))
        else:
            out.append((look, [unit]))
    return out


def has_long_word(text: str, size: float) -> bool:
    """Whether a word of the text may not fit on a line."""
    return max(map(len, text.split()), default=0) > _longest(size)


def _longest(size: float) -> int:
    return int(MEASURE / (LETTER_WIDTH * size))


def _looks(text: str, size: float) -> Iterator[tuple[Look, str]]:
    for unit in units.findall(text):
        words = unit.split()
        if any(len(word) > (LONGEST_WORD if word.isalpha() else _longest(size)) for word in words):
            yield from ((_look(word, size), f"{word} ") for word in words)
        else:
            yield Look.PLAIN if unbroken.fullmatch(alphabetic.sub("a", unit.rstrip())) else Look.WHOLE, unit


def _look(word: str, size: float) -> Look:
    longest = LONGEST_WORD if word.isalpha() else _longest(size)
    return Look.LONG if len(word) > longest else Look.WHOLE
