"""What a hit shows: its title and a stretch of its text, with the words found marked."""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from raadslag.search.matching import Match
from raadslag.search.result import Segment
from raadslag.search.tokens import CHUNK, Token, chunk, tokens

LENGTH = 240  # characters of an excerpt
BEFORE = 60  # of them before the first word found
MOST_WORDS = 20_000  # how far into a text its excerpt is looked for
NEAR = 3_000  # characters after the first hit in which others are looked for
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
        """Where the words and phrases found are: the first, and the others near it."""
        ways = [partial(word_hits, terms=self._match.terms)]
        ways += [partial(phrase_hits, phrase=phrase) for phrase in self._match.phrases]
        return sorted({hit for find in ways for hit in near_the_first(text, find)})


def near_the_first(text: str, find: Callable[[str], Iterator[Stretch]]) -> Iterator[Stretch]:
    """The first hit and those near it: a long attachment is not read to its end for an excerpt."""
    first = next(find(text), None)
    return find(text[: first[0] + NEAR]) if first else iter(())


def word_hits(text: str, terms: frozenset[str]) -> Iterator[Stretch]:
    """Where a word is that has one of the terms."""
    if not terms:
        return
    for found in islice(CHUNK.finditer(text), MOST_WORDS):
        for token in chunk(found.group()):
            if not (terms.isdisjoint(token.term.lemmas) and terms.isdisjoint(token.term.parts)):
                yield found.start() + token.start, found.start() + token.end


def phrase_hits(text: str, phrase: tuple[str, ...]) -> Iterator[Stretch]:
    """Where the base forms of a phrase follow each other."""
    last_words: deque[Token] = deque(maxlen=len(phrase))
    for word in islice(tokens(text), MOST_WORDS):
        last_words.append(word)
        if word.term.first == phrase[-1] and tuple(each.term.first for each in last_words) == phrase:
            yield last_words[0].start, word.end


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
