"""Splitting Danish compounds into the words they are made of.

A split is believed when every part is a word that compounds are made of, and the parts together are
more common than the whole (Koehn and Knight 2003): "rapport" is not rap + port.
"""

from functools import lru_cache
from math import sqrt

from raadslag.search.lexicon import UNKNOWN, VOWELS, base_form, base_forms, dictionary, frequency, is_noun
from raadslag.search.word_lists import DOUBLE, ENDINGS, PARTICLES, SECOND, SHORT_FIRST, SHORT_LAST, WHOLE

SHORTEST = 4  # of a part that is not listed here
SHORTEST_COMPOUND = 5
LONGEST_WORD = 60  # longer is not Danish, and splitting grows with length
# The head that makes an unknown word a compound ("dimmitend|ledighed") must be long and common.
SURE_HEAD_LENGTH = 5
SURE_HEAD_FREQUENCY = 3e-6


@lru_cache(maxsize=20_000)
def split(word: str) -> tuple[str, ...]:
    """The parts of a compound as they stand in it, or the word alone where it is none.

    Linking letters stay with the part before: ("beskæftigelses", "plan").
    """
    parts = known_parts(word)
    if parts == (word,) and not base_forms(word) and (cut := cut_after_unknown(word)):
        return (word[:cut], *known_parts(word[cut:]))
    return parts


@lru_cache(maxsize=50_000)
def known_parts(word: str) -> tuple[str, ...]:
    """The same for a compound of known words only."""
    if not (SHORTEST_COMPOUND <= len(word) <= LONGEST_WORD) or word in WHOLE or not word.isalpha():
        return (word,)
    cut = best_cut(word)
    return (*known_parts(word[:cut]), *known_parts(word[cut:])) if cut else (word,)


def best_cut(word: str) -> int | None:
    """Where to cut a word in two, None where it is no compound of known words."""
    known, ends = dictionary(), range(1, len(word) - 1)
    # most beginnings are no word at all: they are passed over without a call
    places = [cut for cut in ends if cut < SHORTEST or word[cut - 1] == "s" or word[:cut] in known]
    cuts = [cut for cut in places if is_first(word[:cut], word[cut:]) and is_last(word[cut:])]
    if not cuts:
        return None
    best = max(cuts, key=lambda cut: commonness(word[:cut], word[cut:]))
    is_believed = not base_forms(word) or commonness(word[:best], word[best:]) > frequency(word)
    return best if is_believed else None


def cut_after_unknown(word: str) -> int | None:
    """Where to cut a word whose first part is no known word, a name perhaps: "dimmitend|ledighed"."""
    if not word.isalpha() or len(word) > LONGEST_WORD:
        return None
    cuts = range(SHORTEST, len(word) - SURE_HEAD_LENGTH + 1)
    return next((cut for cut in cuts if has_vowel(word[:cut]) and is_sure_head(word[cut:])), None)


def has_vowel(part: str) -> bool:
    return not VOWELS.isdisjoint(part)


def is_sure_head(part: str) -> bool:
    if not is_last(part):
        return False
    return any(frequency(form) >= SURE_HEAD_FREQUENCY for form in (part, *base_forms(part)))


def commonness(first: str, rest: str) -> float:
    """The geometric mean of the two parts' frequencies."""
    return sqrt(part_frequency(first) * part_frequency(rest))


def part_frequency(part: str) -> float:
    stem = linked_noun(part)
    if not (stem or base_form(part)):
        return UNKNOWN
    if part.endswith("s") and not stem:  # a mere genitive joins no words: it is "hjørne|spark"
        return frequency(part)
    return max(frequency(word) for word in (part, *base_forms(stem or part)))


def linked_noun(part: str) -> str | None:
    """The noun that a linking s follows: "handlings" -> "handling", "arbejds" -> "arbejde".

    Nouns in a vowel do without, but for those in -else: it is "hjørne|spark", not "hjørnes|park".
    """
    stem = part[:-1]
    if not part.endswith("s") or len(stem) < 2 or stem in PARTICLES:
        return None
    if stem[-1] in VOWELS and not stem.endswith("else"):
        return None
    return next((noun for noun in (stem, stem + "e") if is_noun(noun)), None)


def is_first(part: str, rest: str) -> bool:
    """Whether a compound that ends in `rest` can begin with `part`."""
    if part in PARTICLES:
        return part in DOUBLE and len(rest) > 5 and rest.startswith(SECOND)
    if len(part) < SHORTEST:
        return part in SHORT_FIRST or (part[:-1] in SHORT_FIRST and bool(linked_noun(part)))
    return base_form(part) is not None or (part.endswith("s") and linked_noun(part) is not None)


def is_last(part: str) -> bool:
    """Whether a compound can end in `part`. Bare verbs cannot: "godkende" is no kind of "kende"."""
    if part in SHORT_LAST:
        return True
    if len(part) < SHORTEST or part in ENDINGS or part in PARTICLES:
        return False
    base = base_form(part)
    if base is None:
        return len(part) > 2 * SHORTEST and len(known_parts(part)) > 1
    return base not in ENDINGS and not is_verb_form(part, base)


def is_verb_form(part: str, base: str) -> bool:
    is_verb = base.endswith("e") and not is_noun(base)
    return is_verb and part.endswith(("e", "er", "s")) and not is_noun(part)
