"""Runs of words, known again wherever they turn up."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# Eight words in a row are hardly ever the same by chance. A whole passage of four to seven is compared too.
LONG, SHORT = 8, 4
WORD = re.compile(r"\w+")
BROKEN_WORD = re.compile(r"(?<=[a-zæøå])[-\u00ad\u2010\u0002\ufffe]\s*\n\s*(?=[a-zæøå])")

Run = tuple[str, ...]


class Phrases:
    """Passages to be found in texts, each with its origin."""

    def __init__(self, passages: Iterable[tuple[str, str]] = ()) -> None:
        """`passages` are pairs of origin and text; those of fewer than four words are left out."""
        self.origins: dict[int, dict[Run, str]] = {}
        for origin, text in passages:
            words = words_of(text)
            if len(words) >= SHORT:
                self.add(origin, runs(words, min(LONG, len(words))))

    def add(self, origin: str, found: Iterable[Run]) -> None:
        """Runs to be found, each of any length."""
        for run in found:
            self.origins.setdefault(len(run), {})[run] = origin

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """The first of each origin that stands in the text: the origin, and the words."""
        if not self.origins:
            return
        words = words_of(text)
        told: set[str] = set()
        for length, origins in self.origins.items():
            for run in runs(words, length):
                origin = origins.get(run)
                if origin is not None and origin not in told:
                    told.add(origin)
                    yield origin, " ".join(run)


def plain(text: str) -> str:
    """The text as its letters are meant: ligatures taken apart, signs that nobody sees left out."""
    if text.isascii():
        return text
    kept = (each for each in unicodedata.normalize("NFKC", text) if each == "\u00ad" or not unseen(each))
    return "".join(kept)


def unseen(letter: str) -> bool:
    return letter > "\x7f" and unicodedata.category(letter) == "Cf"


def words_of(text: str) -> list[str]:
    """The words in small letters, those broken over two lines made whole."""
    lines = plain(text).casefold().replace("\r\n", "\n")
    return WORD.findall(BROKEN_WORD.sub("", lines).replace("\u00ad", ""))


def runs(words: list[str], length: int) -> Iterator[Run]:
    """Every run of so many words."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def runs_in(texts: Iterable[str], length: int) -> set[Run]:
    """Every run of so many words in the texts."""
    return {run for text in texts for run in runs(words_of(text), length)}


def whole_or_long(texts: Iterable[str]) -> set[Run]:
    """Each text's long runs; of one that is shorter, itself whole."""
    found: set[Run] = set()
    for text in texts:
        words = words_of(text)
        if len(words) >= SHORT:
            found.update(runs(words, min(LONG, len(words))))
    return found
