"""Danish analysis of one word, the same for what is indexed and what is asked.

A word is found by its base forms and by the parts of the compound it is. All are folded to plain letters,
so that "Aarhus" is "Århus" and "Horluck" is "Horlück".
"""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from unicodedata import combining, normalize

from raadslag.search.compounds import linked_noun, split
from raadslag.search.lexicon import base_form, base_forms
from raadslag.search.word_lists import PARTICLES

PLAIN = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss", "đ": "d", "ð": "d", "ł": "l"}
)
SCANDINAVIAN = str.maketrans({"ä": "æ", "ö": "ø"})
WITHOUT_DANISH_KEYS = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))
MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Term:
    """What one word can be found by, folded: its base forms, the likeliest first, and the parts of it.

    `first` is the likeliest, `others` all the rest with spaces between: ready for the index.
    """

    lemmas: tuple[str, ...]
    parts: tuple[str, ...] = ()
    first: str = field(init=False)
    others: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "first", self.lemmas[0])
        object.__setattr__(self, "others", " ".join(self.lemmas[1:] + self.parts))


@lru_cache(maxsize=50_000)
def term(form: str) -> Term:
    """The term of a word form (lower case, composed)."""
    spelling = danish_spelling(form)
    bare = without_accents(spelling)
    lemmas = readings(spelling) if bare == spelling else readings(spelling) + readings(bare)
    folded = tuple(dict.fromkeys(fold(lemma) for lemma in lemmas))
    parts = dict.fromkeys(fold(part) for part in compound_parts(spelling))
    return Term(folded, tuple(part for part in parts if part not in folded))


def fold(word: str) -> str:
    """Plain letters: å, æ, ø as aa, ae, oe, and no accents."""
    if word.isascii():
        return word
    return "".join(letter for letter in normalize("NFKD", word.translate(PLAIN)) if not combining(letter))


def danish_spelling(form: str) -> str:
    """A word typed without æ, ø and å, with them, where that makes it a known word ("raadhus")."""
    form = form.translate(SCANDINAVIAN)
    if base_form(form):
        return form
    for plain, letter in WITHOUT_DANISH_KEYS:
        if plain in form and base_forms(spelt := form.replace(plain, letter)):
            return spelt
    return form


def without_accents(word: str) -> str:
    """The word without accents, keeping the Danish letters."""
    if word.isascii():
        return word
    return "".join(letter if letter in "æøå" else normalize("NFKD", letter)[0] for letter in word)


def readings(form: str) -> tuple[str, ...]:
    """The base forms a word may have."""
    known = base_forms(form)
    if known:
        return known
    *before, head = split(form)
    return headed_by(head, "".join(before))


def compound(form: str) -> tuple[str, ...]:
    """The parts of a word as they stand in its base form, or the word alone where it is no compound."""
    return split(base_form(form) or form)


def compound_parts(form: str) -> tuple[str, ...]:
    """The base forms of the parts of a compound, and of the compounds within it.

    "klimahandlingsplan" gives klima, handling, plan, klimahandling and handlingsplan.
    """
    parts = compound(form)
    if not 1 < len(parts) <= MOST_PARTS:
        return ()
    found: dict[str, None] = {}
    for start, end in combinations(range(len(parts) + 1), 2):
        span = parts[start:end]
        if len(span) < len(parts) and not (len(span) == 1 and span[0] in PARTICLES):
            found |= dict.fromkeys(span_readings(span, is_last=end == len(parts)))
    return tuple(found)


def span_readings(span: tuple[str, ...], *, is_last: bool) -> tuple[str, ...]:
    """The base forms of some parts together; a span that is not last may carry a linking s."""
    *before, head = span
    whole = "".join(span)
    noun = None if is_last else linked_noun(head)
    start = "".join(before)
    return base_forms(start + noun if noun else whole) or headed_by(noun or head, start)


def headed_by(head: str, before: str) -> tuple[str, ...]:
    """An unknown compound has the base forms of its last part."""
    return tuple(before + base for base in base_forms(head)) or (before + head,)
