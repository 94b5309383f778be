"""Which section a line of a Word file heads, however its writer wrote the heading."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from raadslag.prose.word.values import Slot

NUMBER = re.compile(
    r"\s*(?:(?:punkt\s+)?\d{1,2}(?:\.\d{1,2})*|[a-zæøå]|[ivx]{1,4})\s*[.):]\s*", re.IGNORECASE
)
SAME_WORDS = 0.86
LONGEST = 140
# headings that municipalities use for one another; each line is one section
SYNONYMS = """
resume, kort resume, sagsresume, sammendrag, sagen kort, kort sagsfremstilling, indledning
beslutningspunkter, beslutningspunkt, indstilling, indstillinger, at punkter, forvaltningen indstiller
hvorfor fremsendes indstillingen, hvorfor fremsendes forslaget, baggrund, problemstilling, hvorfor
hvilken værdi skaber det for borgerne og samfundet, værdi for borgerne og samfundet, værdi, effekt, effekter
hvad gøres konkret hvem gør det og hvordan, hvad hvem og hvordan, hvad skal der ske, løsning, sagsfremstilling
opfølgning, videre proces, den videre proces, hvad er den videre proces, videre forløb, det videre forløb
økonomi, økonomiske konsekvenser, økonomiske forhold, økonomi og personale, ressourcer
politisk handlerum, handlerum
"""
GROUPS = [frozenset(name.strip() for name in line.split(",")) for line in SYNONYMS.strip().splitlines()]


def normal(text: str) -> str:
    """A heading without its number, accents, punctuation and capitals."""
    bare = NUMBER.sub("", text, count=1) if NUMBER.match(text) else text
    letters = unicodedata.normalize("NFD", bare.casefold().replace("å", "\0"))
    kept = "".join(each for each in letters if not unicodedata.combining(each)).replace("\0", "å")
    return " ".join(re.findall(r"[^\W_]+", kept))


class Headings:
    """The sections by all the names that they may go under."""

    def __init__(self, slots: Iterable[Slot]) -> None:
        self._names: dict[str, str] = {}
        self._synonyms: dict[str, str] = {}
        slots = tuple(slots)
        self._names = {normal(slot.heading): slot.key for slot in slots}
        for slot in slots:
            own = normal(slot.heading)
            for name in next((group for group in GROUPS if own in group), frozenset()):
                self._synonyms.setdefault(name, slot.key)

    def of(self, text: str, *, set_as_heading: bool) -> str | None:
        """The key of the section that a line heads; None for one that heads none.

        A line that is not set as a heading must say the very words.
        """
        name = normal(text)
        if not name or len(text) > LONGEST:
            return None
        found = self._names.get(name) or self._synonyms.get(name)
        if found or not set_as_heading:
            return found
        scores = {key: SequenceMatcher(None, name, own).ratio() for own, key in self._names.items()}
        best = max(scores, key=lambda key: scores[key], default=None)
        return best if best is not None and scores[best] >= SAME_WORDS else None
