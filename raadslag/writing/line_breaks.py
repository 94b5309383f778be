"""Where a line may break, so that a reader of the print can tell: at a space, or at a hyphen put in.

A word with a hyphen, dash or slash of its own is kept whole; where it is too long for that, it breaks as
a word without them would, with a hyphen put in at a soft one.
"""

import re

SOFT_HYPHEN = "\u00ad"
WORD_JOINER = "\u2060"
NO_BREAK_SPACE = "\u00a0"

# a word, and before it any words that end in a hyphen ("for- og bagside")
units = re.compile(r"(?:\S+-\s)*\S+\s?")
# characters that Unicode's line breaking (UAX 14) leaves no opportunity after within a word
unbroken = re.compile(r"[\w.,:;()'\"§%&+=@#’”“»«]*", re.ASCII)
# letters that never stand in writing that breaks between any two of them
alphabetic = re.compile("[\u00aa-\u058f\u10a0-\u10ff\u1e00-\u1fff]")

LETTER_WIDTH = 0.62
MEASURE = 340.0
# Typst knows how to break Danish words; what is longer than this is no word
LONGEST_WORD = 40
STRIDE = 12


def pieces(text: str, size: float) -> list[str]:
    """The text in pieces: every second one, from the second, may not be broken. `size` is in points."""
    longest = int(MEASURE / (LETTER_WIDTH * size))
    out = [""]
    for unit in units.findall(text):
        word = unit.rstrip()
        is_breakable = unbroken.fullmatch(alphabetic.sub("a", word)) is not None
        if len(word) > (LONGEST_WORD if word.isalpha() else longest):
            out[-1] += _chopped(word) + unit[len(word) :]
        elif is_breakable:
            out[-1] += unit
        else:
            out += unit, ""
    return out


def has_long_word(text: str, size: float) -> bool:
    """Whether a word of the text would not fit on a line with others."""
    return max(map(len, text.split()), default=0) > MEASURE / (LETTER_WIDTH * size)


def _chopped(word: str) -> str:
    """A soft hyphen at every STRIDE characters, or as soon after as it stands between letters or digits."""
    out = ""
    since = 0
    for character, following in zip(word, [*word[1:], ""], strict=True):
        out += NO_BREAK_SPACE if character.isspace() else character
        since += 1
        if not following:
            break
        if character.isalnum() and following.isalnum():
            if since >= STRIDE:
                out += SOFT_HYPHEN
                since = 0
        elif not character.isalnum():
            out += WORD_JOINER
    return out
