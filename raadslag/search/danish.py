"""Danish analysis, the same for what is indexed and what is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Term:
    """What one word form can be found by: its lemmas, the likeliest first, and the parts of the compound."""

    lemmas: tuple[str, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """A word in a text: where it stands (character offsets) and what it can be found by."""

    start: int
    end: int
    form: str
    term: Term


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order."""
    for match in WORD.finditer(text):
        form = match.group().lower()
        yield Token(match.start(), match.end(), form, Term((form,)))
