"""What a hit shows: its title and a stretch of its text, with the words found marked."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from raadslag.search.matching import Match
from raadslag.search.result import Segment
from raadslag.search.tokens import CHUNK, chunk, tokens

LENGTH = 240  # characters of an excerpt
BEFORE = 60  # of them before the first word found
MOST_WORDS = 20_000  # how far into a text its excerpt is looked for
MOST_HITS = 100
CUT = "…"

Stretch = tuple[int, int]


class Marker:
    """Finds the words of one search in texts."""

    def __init__(self, match: Match) -> None:
        self._match = match

    def marked(self, text: str) -> tuple[Segment, ...]:
        """The whole text with the words found marked."""
        return segments(text, 0, len(text), self.hits(text))

    def excerpt(self, text: str) -> tuple[Segment, ...]:
        """The stretch of a text with most words found in it; its beginning if there are none."""
        found = self.hits(text)
        start, end = whole_words(text, *best_window(found, len(text)))
        shown = segments(text, start, end, [hit for hit in found if start <= hit[0] and hit[1] <= end])
        before = (Segment(CUT),) if start > 0 else ()
        after = (Segment(CUT),) if end < len(text) else ()
        return before + shown + after

    def hits(self, text: str) -> list[Stretch]:
        """Where the words and phrases found are, from the start of the text, at most MOST_HITS."""
        phrases = (hit for phrase in self._match.phrases for hit in phrase_hits(text, phrase))
        return sorted({*islice(self._word_hits(text), MOST_HITS), *islice(phrases, MOST_HITS)})

    def _word_hits(self, text: str) -> Iterator[Stretch]:
        terms = self._match.terms
        if not terms:
            return
        for found in islice(CHUNK.finditer(text), MOST_WORDS):
            for token in chunk(found.group()):
                if not (terms.isdisjoint(token.term.lemmas) and terms.isdisjoint(token.term.parts)):
                    yield found.start() + token.start, found.start() + token.end


def phrase_hits(text: str, phrase: tuple[str, ...]) -> Iterator[Stretch]:
    """Where the base forms of a phrase follow each other."""
    words = list(islice(tokens(text), MOST_WORDS))
    lemmas = [word.term.first for word in words]
    for place in range(len(words) - len(phrase) + 1):
        if lemmas[place] == phrase[0] and tuple(lemmas[place : place + len(phrase)]) == phrase:
            yield words[place].start, words[place + len(phrase) - 1].end


def best_window(found: list[Stretch], length: int) -> Stretch:
    """The window of LENGTH characters that begins at a hit and holds most of them, with some text before."""
    if length <= LENGTH or not found:
        return 0, min(length, LENGTH)
    starts = [start for start, _ in found]
    held = [bisect_left(starts, start + LENGTH - BEFORE) - place for place, start in enumerate(starts)]
    best = starts[held.index(max(held))]
    start = max(0, min(best - BEFORE, length - LENGTH))
    return start, start + LENGTH


def whole_words(text: str, start: int, end: int) -> Stretch:
    """The window drawn in to where words begin and end."""
    if start > 0:
        start = next((place for place in range(start, end) if text[place - 1].isspace()), start)
    if end < len(text):
        end = next((place for place in range(end, start, -1) if text[place].isspace()), end)
    return start, end


def segments(text: str, start: int, end: int, found: list[Stretch]) -> tuple[Segment, ...]:
    """The text from start to end, cut where hits begin and end. Hits that overlap are one."""
    cut: list[Segment] = []
    place = start
    for hit_start, hit_end in found:
        if hit_start > place:
            cut.append(Segment(text[place:hit_start]))
        if hit_end > place:
            cut.append(Segment(text[max(place, hit_start) : hit_end], hit=True))
            place = hit_end
    if end > place:
        cut.append(Segment(text[place:end]))
    return tuple(cut)
