"""Words broken at a line's end: joined where the hyphen was the setter's, kept where it is the word's."""

import re
from functools import cache

from wordfreq import zipf_frequency

HYPHENS = "-\u2010\u00ad\ufffe\x02"
SOFT = "\u00ad\ufffe\x02"
TAIL = re.compile(rf"(?P<head>[\w.’'/-]*\w)(?P<hyphen>[{HYPHENS}])$")
# "børne- og ungdom": the hyphen stands for the rest of the word to come
SHARED_END = re.compile(r"(?:og|eller|samt|og/eller|såvel|henholdsvis|hhv\.?|til)\b", re.IGNORECASE)


def join_lines(above: str, below: str) -> str:
    """Two lines of one paragraph as running text."""
    broken = TAIL.search(above) if above.endswith(tuple(HYPHENS)) else None
    if broken is None or not below:
        return f"{above} {below}".strip()
    stem = above[: broken.start("hyphen")]
    if SHARED_END.match(below):
        return f"{stem}- {below}"
    if broken["hyphen"] in SOFT:
        return stem + below
    return stem + below if is_setters(broken["head"], below) else f"{stem}-{below}"


def ends_broken(text: str) -> bool:
    """Does a line end inside a word?"""
    return text.endswith(tuple(HYPHENS)) and TAIL.search(text) is not None


def is_setters(head: str, below: str) -> bool:
    """Is the hyphen between `head` and the line `below` only the setter's, no part of the word?

    Figures ("22.00-23.00"), capitals ("Hasselager-Kolt") and abbreviations ("p-huse", "MSB-sager")
    keep theirs. Otherwise Danish writes compounds as one word, unless only the hyphenated word is known.
    """
    head = re.split(r"[-/.]", head)[-1] or head
    tail = match[0] if (match := re.match(r"\w+", below)) else ""
    if not head or not tail or head[-1].isdigit() or tail[0].isdigit() or len(head) == 1:
        return False
    if head.isupper() and len(head) > 1:
        return tail.isupper() and not (is_word(head) and is_word(tail) and not is_word(head + tail))
    return not tail[0].isupper()


@cache
def is_word(word: str) -> bool:
    """Is it a word of written Danish?"""
    return bool(zipf_frequency(word.lower(), "da") > 0)
