"""What a person typed, as words, phrases and unwanted ones. Anything can be typed; nothing is an error."""

import re
from dataclasses import dataclass

from raadslag.search.danish import Term
from raadslag.search.tokens import Token, tokens
from raadslag.search.word_lists import SMALL_WORDS

LONGEST_QUERY = 500  # characters; a citizen pastes a paragraph now and then
MOST_WORDS = 40
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
MINUS = r'(?<!\S)[-−–](?=["\w])'
CLAUSE = re.compile(
    rf"""(?P<minus>{MINUS})?"(?P<phrase>[^"]*)"?"""
    rf"""|{MINUS}(?P<unwanted>[^\s"]+)"""
    rf"""|(?P<words>(?:(?!{MINUS})[^"])+)"""
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One word, or the words of a phrase in order."""

    words: tuple[Token, ...]
    quoted: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(word.term for word in self.words)


@dataclass(frozen=True, slots=True)
class Words:
    """All `wanted` must be found, none of the `unwanted`; `small` words count a little."""

    wanted: tuple[Clause, ...] = ()
    unwanted: tuple[Clause, ...] = ()
    small: tuple[Clause, ...] = ()


def parse(text: str) -> Words:
    """The words of a query text."""
    wanted: list[Clause] = []
    unwanted: list[Clause] = []
    for match in CLAUSE.finditer(text[:LONGEST_QUERY].translate(QUOTES)):
        if match["phrase"] is not None:
            phrase = Clause(tuple(tokens(match["phrase"])), quoted=True)
            (unwanted if match["minus"] else wanted).extend([phrase] if phrase.words else [])
        elif match["unwanted"]:
            unwanted += [Clause((word,)) for word in tokens(match["unwanted"])]
        else:
            wanted += [Clause((word,)) for word in tokens(match["words"])]
    return without_small_words(wanted[:MOST_WORDS], unwanted[:MOST_WORDS])


def without_small_words(wanted: list[Clause], unwanted: list[Clause]) -> Words:
    small = [clause for clause in wanted if not clause.quoted and clause.words[0].form in SMALL_WORDS]
    if len(small) == len(wanted):
        small = []
    wanted = [clause for clause in wanted if clause not in small]
    return Words(tuple(wanted), tuple(unwanted), tuple(small))
