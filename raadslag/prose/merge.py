"""Two people wrote in the same text at once: what does not collide is brought together, the rest is shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple, TypeAlias

from raadslag.prose.parsing import blocks
from raadslag.prose.rendering import block_html


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two texts that both stem from `base`: `theirs` was saved first, `mine` comes after. All are HTML."""

    base: str
    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Collision:
    """Paragraphs that both changed, each side's as HTML; an empty text where that side took them out."""

    base: str
    theirs: str
    mine: str


Part: TypeAlias = str | Collision


@dataclass(frozen=True, slots=True)
class Merged:
    """The two texts as one, in order: HTML that they agree on or that one of them changed, and collisions."""

    parts: tuple[Part, ...]

    @property
    def collisions(self) -> tuple[Collision, ...]:
        return tuple(part for part in self.parts if isinstance(part, Collision))

    @property
    def html(self) -> str:
        """One text with every word of both: where they collide, theirs and then mine."""
        return "".join(part if isinstance(part, str) else part.theirs + part.mine for part in self.parts)


class _Change(NamedTuple):
    """Paragraphs `start` to `end` of the base became `new`."""

    start: int
    end: int
    new: tuple[str, ...]


def merge(conflict: Conflict) -> Merged:
    """The two texts brought together, paragraph by paragraph. No word that either side wrote is lost."""
    base, theirs, mine = map(_paragraphs, (conflict.base, conflict.theirs, conflict.mine))
    made: list[Part] = []
    done = 0
    for their, my in _groups(_changes(base, theirs), _changes(base, mine)):
        start = min(change.start for change in (*their, *my))
        end = max(change.end for change in (*their, *my))
        made.append("".join(base[done:start]))
        made.append(_settled(base, start, end, their, my))
        done = end
    made.append("".join(base[done:]))
    return Merged(tuple(part for part in made if part))


def _paragraphs(html: str) -> tuple[str, ...]:
    return tuple(map(block_html, blocks(html)))


def _changes(base: Sequence[str], other: Sequence[str]) -> list[_Change]:
    """What one side did. As many paragraphs for as many are changes of one each."""
    found: list[_Change] = []
    for tag, start, end, low, high in SequenceMatcher(None, base, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if end - start == high - low:
            found.extend(_Change(start + at, start + at + 1, (other[low + at],)) for at in range(end - start))
        else:
            found.append(_Change(start, end, tuple(other[low:high])))
    return found


def _groups(
    theirs: Sequence[_Change], mine: Sequence[_Change]
) -> Iterator[tuple[list[_Change], list[_Change]]]:
    """The changes in order, those of the two sides together that meet in the base."""
    each = sorted(
        [(change, 0) for change in theirs] + [(change, 1) for change in mine],
        key=lambda pair: (pair[0].start, pair[0].end, pair[1]),
    )
    group: tuple[list[_Change], list[_Change]] = ([], [])
    end = -1
    for change, side in each:
        before = (*group[0], *group[1])
        if before and not any(_meet(change, other) for other in group[1 - side]) and change.start >= end:
            yield group
            group = ([], [])
        group[side].append(change)
        end = max(end if before else -1, change.end)
    if group[0] or group[1]:
        yield group


def _meet(one: _Change, other: _Change) -> bool:
    """Do they touch the same paragraphs, or both put something in at one place?"""
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end


def _settled(base: Sequence[str], start: int, end: int, their: list[_Change], my: list[_Change]) -> Part:
    theirs, mine = _applied(base, start, end, their), _applied(base, start, end, my)
    if not my or theirs == mine:
        return theirs
    return Collision("".join(base[start:end]), theirs, mine) if their else mine


def _applied(base: Sequence[str], start: int, end: int, changes: list[_Change]) -> str:
    """Paragraphs `start` to `end` of the base as one side has them."""
    made = ""
    for change in changes:
        made += "".join(base[start : change.start]) + "".join(change.new)
        start = change.end
    return made + "".join(base[start:end])
