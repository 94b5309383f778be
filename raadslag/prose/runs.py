"""Text within a block in its one form: NFC, single spaces, nothing unseen, no two runs that look the same."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

from raadslag.prose.blocks import Run, Runs

BREAK = "\n"
# controls, formats such as soft hyphens and direction marks, lone surrogates
UNSEEN = frozenset({"Cc", "Cf", "Cs"})
NO_CHARACTERS = frozenset("\ufffe\uffff")
# what nearly every paragraph is: letters that are composed as they stand, with single spaces between words
ordinary = re.compile("(?! )(?:[!-~æøåÆØÅéèüöäÉÜÖÄ§½°·»«–—’‘”“„•…€]| (?! ))+(?<! )")


def paragraphs_of(runs: Iterable[Run]) -> tuple[Runs, ...]:
    """The runs in their one form, in two where two line breaks or more stand together; none for no words.

    "\\n" is a line break; any other white space is a space.
    """
    runs = [run for run in runs if run.text]
    if ordinary.fullmatch("".join(run.text for run in runs)):
        return (_alike(runs),)
    return _paragraphs(runs)


def _alike(runs: Sequence[Run]) -> Runs:
    """The runs, those together that look the same."""
    return tuple(
        _looking_like(look, "".join(run.text for run in same)) for look, same in groupby(runs, key=_look)
    )


def _look(run: Run) -> tuple[bool, bool, str | None]:
    return run.strong, run.em, run.href


def _looking_like(look: tuple[bool, bool, str | None], text: str) -> Run:
    strong, em, href = look
    return Run(text, strong=strong, em=em, href=href)


def _paragraphs(runs: Iterable[Run]) -> tuple[Runs, ...]:
    found: list[list[tuple[str, Run]]] = [[]]
    breaks = 0
    for character, look in _characters(runs):
        line = found[-1]
        if character == BREAK:
            breaks += 1
        elif character == " ":
            if line and not breaks and line[-1][0] not in (" ", BREAK):
                line.append((character, look))
        else:
            if breaks and line:
                line = _broken(found, breaks, look)
            line.append((character, look))
            breaks = 0
    return tuple(made for line in found if (made := _joined(line)))


def one_line(runs: Iterable[Run]) -> Runs:
    """The runs in their one form, with a space for each line break."""
    spaced = (_looking_like(_look(run), run.text.replace(BREAK, " ")) for run in runs)
    return next(iter(paragraphs_of(spaced)), ())


def clean_line(text: str) -> str:
    """Text without looks, in its one form on one line."""
    return "".join(run.text for run in one_line([Run(text)]))


def _characters(runs: Iterable[Run]) -> Iterable[tuple[str, Run]]:
    for run in runs:
        look = _looking_like(_look(run), "")
        for character in run.text:
            if character == BREAK:
                yield BREAK, look
            elif character.isspace():
                yield " ", look
            elif unicodedata.category(character) not in UNSEEN and character not in NO_CHARACTERS:
                yield character, look


def _broken(found: list[list[tuple[str, Run]]], breaks: int, look: Run) -> list[tuple[str, Run]]:
    """The line to go on with after line breaks: the same, or that of a new paragraph."""
    line = found[-1]
    if line[-1][0] == " ":
        line.pop()
    if breaks > 1:
        found.append([])
    else:
        line.append((BREAK, look))
    return found[-1]


def _joined(line: list[tuple[str, Run]]) -> Runs:
    if line and line[-1][0] == " ":
        line.pop()
    return tuple(
        _looking_like(_look(look), unicodedata.normalize("NFC", "".join(character for character, _ in same)))
        for look, same in groupby(line, key=lambda each: each[1])
    )
