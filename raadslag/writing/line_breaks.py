"""Where a line may break, so that a reader of the print can tell: at a space, or at a hyphen put in.

A word with a hyphen, dash or slash of its own is therefore kept whole. One that is too long for that is
set in italics, where a line may end anywhere and no space is ever meant.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import chain

# letters that never stand in writing that breaks between any two of them
ALPHABETS = chain(range(0xAA, 0x590), range(0x10A0, 0x1100), range(0x1E00, 0x2000))
# characters that Unicode's line breaking (UAX 14) leaves no opportunity after within a word
UNBROKEN = frozenset(
    (
        *"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_",
        *".,:;()'\"§%&+=@#’”“»«",
        *(letter for letter in map(chr, ALPHABETS) if letter.isalpha()),
    )
)
words_and_space = re.compile(r"\S+\s?")
# "for-" in "for- og bagside": its line must not end with it, as if it were a word divided
ends_in_hyphen = re.compile(r"[^\W_](?:[^\w\s]|_){0,29}-\Z")

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
    for look, unit in _units(text, size):
        before = out[-1][0] if out else None
        if look is before is Look.LONG:
            look = Look.NEXT_LONG
        parts = [unit[at : at + STRIDE] for at in range(0, len(unit), STRIDE)] if "long" in look else [unit]
        out.append((look, parts))
    return out


def has_long_word(text: str, size: float) -> bool:
    """Whether a word of the text may not fit on a line."""
    return max(map(len, text.split()), default=0) > _longest(size)


def _longest(size: float) -> int:
    return int(MEASURE / (LETTER_WIDTH * size))


def _units(text: str, size: float) -> Iterator[tuple[Look, str]]:
    """Stretches of plain words, and the words between them that may not break; with their spaces."""
    longest = _longest(size)
    done = 0
    for found in _special(longest).finditer(text):
        start, end = found.span()
        if start < done:
            continue
        while ends_in_hyphen.search(text, start, end) and end < len(text):
            end = _end_of_word(text, end + 1)
        if start > done:
            yield Look.PLAIN, text[done:start]
        done = min(end + 1, len(text))
        yield from _bound(text[start:done], longest)
    if done < len(text):
        yield Look.PLAIN, text[done:]


def _end_of_word(text: str, start: int) -> int:
    end = text.find(" ", start)
    return len(text) if end < 0 else end


@cache
def _special(longest: int) -> re.Pattern[str]:
    """A word that may break where no space is, or that is long."""
    letters = re.escape("".join(sorted(UNBROKEN)))
    return re.compile(rf"(?<!\S)(?:[{letters}]{{{longest + 1},}}|[{letters}]*[^{letters}\s])\S*")


def _bound(unit: str, longest: int) -> Iterator[tuple[Look, str]]:
    """Words that stay together, or each by itself where one of them is too long for a line."""
    words = words_and_space.findall(unit)
    if any(_is_long(word.rstrip(), longest) for word in words):
        yield from ((Look.LONG if _is_long(word.rstrip(), longest) else Look.WHOLE, word) for word in words)
    else:
        yield Look.PLAIN if UNBROKEN.issuperset(unit.rstrip()) else Look.WHOLE, unit


def _is_long(word: str, longest: int) -> bool:
    return len(word) > (LONGEST_WORD if word.isalpha() else longest)
