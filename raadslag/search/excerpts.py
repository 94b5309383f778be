"""What a hit shows: its title and a stretch of its text, with the words found marked."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice

from raadslag.search.matching import Match
from raadslag.search.result import Segment
from raadslag.search.tokens import Token, tokens

LENGTH = 240  # characters of an excerpt
BEFORE = 60  # of them before the first word found
MOST_WORDS = 5_000  # how far into a text its excerpt is looked for
CUT = "…"

Stretch = tuple[int, int]


def marked(text: str, match: Match) -> tuple[Segment, ...]:
    """The whole text with the words found marked."""
    return segments(text, 0, len(text), hits(tokens(text), match))


def excerpt(text: str, match: Match) -> tuple[Segment, ...]:
    """The stretch of a text with most words found in it; its beginning if there are none."""
    found = hits(islice(tokens(text), MOST_WORDS), match)
    start, end = whole_words(text, *best_window(found, len(text)))
    shown = segments(text, start, end, [hit for hit in found if start <= hit[0] and hit[1] <= end])
    before = (Segment(CUT),) if start > 0 else ()
    after = (Segment(CUT),) if end < len(text) else ()
    return before + shown + after


def hits(found: Iterable[Token], match: Match) -> list[Stretch]:
    """Where the words and phrases found are."""
    words = list(found)
    stretches = {
        (word.start, word.end)
        for word in words
        if not match.terms.isdisjoint(word.term.lemmas) or not match.terms.isdisjoint(word.term.parts)
    }
    for phrase in match.phrases:
        stretches |= phrase_hits(words, phrase)
    return sorted(stretches)


def phrase_hits(words: list[Token], phrase: tuple[str, ...]) -> set[Stretch]:
    lemmas = [word.term.lemmas[0] for word in words]
    length = len(phrase)
    return {
        (words[place].start, words[place + length - 1].end)
        for place, lemma in enumerate(lemmas)
        if lemma == phrase[0] and tuple(lemmas[place : place + length]) == phrase
    }


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
