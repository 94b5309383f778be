"""What is known of Danish words: base forms (simplemma, 790,000 forms) and how common they are (wordfreq).

Both are loaded at the first word asked for, not at import: about a second and 110 MB.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from simplemma.strategies.dictionaries import DefaultDictionaryFactory
from wordfreq import get_frequency_dict

from raadslag.search.word_lists import LEMMAS

RARE = 5e-7  # how common a word is taken to be when wordfreq does not list it
UNKNOWN = 5e-8  # the same for a word that the dictionary does not know either
VOWELS = frozenset("aeiouyæøå")


@cache
def dictionary() -> dict[str, str]:
    """Form to base form, lower case. A plain dict: simplemma's own table is four times slower to ask."""
    table = DefaultDictionaryFactory(cache_max_size=0).get_dictionary("da")
    shared: dict[str, str] = {}  # one string for a base form, not one for each of its forms
    return {form: shared.setdefault(base, base) for form, base in table.items()} | LEMMAS


@cache
def frequencies() -> Mapping[str, float]:
    """Form to its share of all running words."""
    return get_frequency_dict("da")


def is_common(form: str) -> bool:
    """Whether the form is a Danish word that people do use."""
    return form in frequencies() and base_form(form) is not None


def frequency(form: str) -> float:
    """How common a form is, as a share of all running words."""
    return frequencies().get(form, RARE)


def base_form(form: str) -> str | None:
    """The base form (opslagsform) of a word form, None for a word that is not known."""
    return dictionary().get(form)


def is_noun(word: str) -> bool:
    """Whether the word is a noun in the singular: its definite form leads back to it."""
    return base_form(word) is not None and leads_back(word)


@lru_cache(maxsize=20_000)
def leads_back(word: str) -> bool:
    stems = (word, word + word[-1])
    return any(base_form(stem + ending) == word for stem in stems for ending in ("en", "et", "n", "t"))


@lru_cache(maxsize=50_000)
def base_forms(form: str) -> tuple[str, ...]:
    """All base forms that a form may have, the shortest first; () for a word that is not known.

    The dictionary gives one where Danish has several ("retter" is only the verb). A form's sisters
    tell the others: "retterne" is of "ret", so "retter" can be too. The shortest is most often the noun.
    """
    if len(form) == 1:
        return (form,)
    first = base_form(form)
    if first is None:
        is_genitive = form.endswith("s") and len(form) > 3
        return base_forms(form[:-1]) if is_genitive else ()
    if form in LEMMAS:
        return (first,)
    found = {first, *contracted(form)}
    plural = base_form(form + "ne") if form.endswith(("e", "er")) else None
    if plural and (form.endswith("r") or has_plural_in_e(plural)):
        found.add(plural)
    if is_noun(form):
        found.add(form)
    return tuple(sorted(found, key=lambda base: (len(base), base)))


def has_plural_in_e(noun: str) -> bool:
    """Nouns in -en may have it ("loven", "love"); those in -et mostly have no ending ("målet", "mål")."""
    return base_form(noun + "en") == noun


def contracted(form: str) -> tuple[str, ...]:
    """What lost an e before its ending: "centret" is of "center", "åbne" of "åben"."""
    if form.endswith("ret"):
        return (center,) if is_noun(center := form[:-3] + "er") else ()
    if form.endswith(("ne", "le", "re")):
        base = form[:-2] + "e" + form[-2]
        return (base,) if is_noun(base) or base_form(base + "t") == base else ()
    return ()
