"""What Word says in its HTML: which paragraphs are items of a list, which words are only its marks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from raadslag.prose.blocks import Block, List, Paragraph, Runs

LEVEL = re.compile(r"mso-list:\s*\S+\s+level(\d)", re.IGNORECASE)
MARK = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
# comments in the margin, and text that Word hides
HIDDEN = re.compile(r"mso-element:\s*comment|mso-hide:\s*all|display:\s*none", re.IGNORECASE)
COMMENT = re.compile(r"\bmsocom|\bMsoComment", re.IGNORECASE)
COUNTED = re.compile(r"\(?(?:(?P<number>\d{1,3})|[a-zæøå]{1,2}|[ivxlc]{1,5})[.)]", re.IGNORECASE)
# lists within lists, at most
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph that Word shows as an item of a list, `level` deep from 0, after the mark "1." or "•"."""

    level: int
    mark: str
    runs: Runs


def level_of(attributes: Mapping[str, str]) -> int | None:
    """How deep in a list a paragraph with these attributes stands; None for one that stands in none."""
    found = LEVEL.search(attributes.get("style", ""))
    return min(int(found[1]), DEEPEST) - 1 if found else None


def is_mark(attributes: Mapping[str, str]) -> bool:
    """Is the element's text the list's own mark?"""
    return MARK.search(attributes.get("style", "")) is not None


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Is the element's text a comment, or hidden?"""
    return (
        HIDDEN.search(attributes.get("style", "")) is not None
        or COMMENT.search(attributes.get("class", "")) is not None
    )


def nested(blocks: Iterable[Block | Listed]) -> tuple[Block, ...]:
    """The blocks with each stretch of such paragraphs as a list."""
    made: list[Block] = []
    for listed, stretch in groupby(blocks, key=lambda each: isinstance(each, Listed)):
        if listed:
            made.extend(_lists([each for each in stretch if isinstance(each, Listed)]))
        else:
            made.extend(each for each in stretch if not isinstance(each, Listed))
    return tuple(made)


def _lists(items: Sequence[Listed]) -> list[Block]:
    """The lists that items of any depth make: what is deeper than the first goes into the item before it."""
    made: list[Block] = []
    at = 0
    while at < len(items):
        first = items[at]
        ordered = _is_counted(first)
        children: list[tuple[Block, ...]] = []
        while at < len(items) and items[at].level <= first.level and _is_counted(items[at]) == ordered:
            end = at + 1
            while end < len(items) and items[end].level > first.level:
                end += 1
            children.append((Paragraph(items[at].runs), *_lists(items[at + 1 : end])))
            at = end
        made.append(List(ordered, tuple(children), _start(first) if ordered else 1))
    return made


def _is_counted(item: Listed) -> bool:
    return COUNTED.match(item.mark.strip()) is not None


def _start(item: Listed) -> int:
    found = COUNTED.match(item.mark.strip())
    return max(1, int(found["number"])) if found and found["number"] else 1
