"""What became of a text, in words taken out (`del`) and put in (`ins`)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from raadslag.prose.blocks import Block, Heading, List, Paragraph, Quote, Run, Runs, Table
from raadslag.prose.parsing import blocks
from raadslag.prose.plain import lines_of
from raadslag.prose.rendering import block_html, cell_html, html_of, runs_html
from raadslag.prose.sanitise import sanitise

WORD = re.compile(r"\n|[^\W_]+|\s+|[^\w\s]|_")
# so alike must two blocks be to be one that was changed
ALIKE = 0.35
# and so many blocks further on is it looked for
REACH = 12


def changed(old: str, new: str) -> bool:
    """Is there any difference to show?"""
    return sanitise(old) != sanitise(new)


def difference(old: str, new: str) -> str:
    """Both texts as one, as safe HTML: what was taken out in `del`, what was put in in `ins`."""
    return "".join(_blocks(blocks(old), blocks(new)))


def _blocks(old: Sequence[Block], new: Sequence[Block]) -> Iterator[str]:
    same = SequenceMatcher(None, list(map(block_html, old)), list(map(block_html, new)), autojunk=False)
    for tag, a, b, c, d in same.get_opcodes():
        if tag == "equal":
            yield html_of(old[a:b])
        else:
            for before, after in _pairs(old[a:b], new[c:d]):
                yield _block(before, after)


def _pairs(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[Block | None, Block | None]]:
    """Each block with the one it became, in order; those that became none, or were none, by themselves."""
    done = 0
    for before in old:
        scores = [_likeness(before, after) for after in new[done : done + REACH]]
        best = max(scores, default=0.0)
        if best < ALIKE:
            yield before, None
            continue
        at = done + scores.index(best)
        yield from ((None, after) for after in new[done:at])
        yield before, new[at]
        done = at + 1
    yield from ((None, after) for after in new[done:])


def _likeness(one: Block, other: Block) -> float:
    """From 0 to 1: how much of their words two blocks of the same kind share."""
    if type(one) is not type(other):
        return 0.0
    words, others = (WORD.findall("\n".join(lines_of((block,)))) for block in (one, other))
    return SequenceMatcher[str](None, words, others, autojunk=False).quick_ratio()


def _block(old: Block | None, new: Block | None) -> str:
    match old, new:
        case (None, block) if block is not None:
            return f"<ins>{block_html(block)}</ins>"
        case (block, None) if block is not None:
            return f"<del>{block_html(block)}</del>"
        case Paragraph(), Paragraph():
            return f"<p>{_runs(old.runs, new.runs)}</p>"
        case Heading(), Heading() if old.level == new.level:
            return f"<h{new.level}>{_runs(old.runs, new.runs)}</h{new.level}>"
        case Quote(), Quote():
            return f"<blockquote>{''.join(_blocks(old.blocks, new.blocks))}</blockquote>"
        case List(), List() if old.ordered == new.ordered:
            return _list(old, new)
        case Table(), Table() if _shape(old) == _shape(new):
            return _table(old, new)
    return "".join((_block(old, None) if old else "", _block(None, new) if new else ""))


def _list(old: List, new: List) -> str:
    tag = "ol" if new.ordered else "ul"
    start = f' start="{new.start}"' if new.ordered and new.start != 1 else ""
    items = "".join(f"<li>{content}</li>" for content in _items(old.items, new.items))
    return f"<{tag}{start}>{items}</{tag}>"


def _items(old: Sequence[tuple[Block, ...]], new: Sequence[tuple[Block, ...]]) -> Iterator[str]:
    # an item is compared as a quote is: blocks within one block
    for before, after in _aligned([Quote(item) for item in old], [Quote(item) for item in new]):
        if before is None and after is not None:
            yield f"<ins>{html_of(after.blocks)}</ins>"
        elif after is None and before is not None:
            yield f"<del>{html_of(before.blocks)}</del>"
        elif before is not None and after is not None:
            yield "".join(_blocks(before.blocks, after.blocks))


def _aligned(old: Sequence[Quote], new: Sequence[Quote]) -> Iterator[tuple[Quote | None, Quote | None]]:
    same = SequenceMatcher(None, list(map(block_html, old)), list(map(block_html, new)), autojunk=False)
    for tag, a, b, c, d in same.get_opcodes():
        if tag == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            for before, after in _pairs(old[a:b], new[c:d]):
                assert before is None or isinstance(before, Quote)
                assert after is None or isinstance(after, Quote)
                yield before, after


def _shape(table: Table) -> list[list[tuple[int, int]]]:
    return [[(cell.columns, cell.rows) for cell in row] for row in table.rows]


def _table(old: Table, new: Table) -> str:
    """Cell by cell, for tables of the same shape."""
    rows = []
    for at, (before, after) in enumerate(zip(old.rows, new.rows, strict=True)):
        cells = (
            cell_html(cell, "".join(_blocks(was.blocks, cell.blocks)), head=at < new.heads)
            for was, cell in zip(before, after, strict=True)
        )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table><tbody>{''.join(rows)}</tbody></table>"


def _runs(old: Runs, new: Runs) -> str:
    """The words of both in one line, those that look otherwise now taken out and put in too."""
    before, after = _words(old), _words(new)
    made = ""
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            made += runs_html(_together(after[c:d]))
            continue
        if gone := runs_html(_together(before[a:b])):
            made += f"<del>{gone}</del>"
        if come := runs_html(_together(after[c:d])):
            made += f"<ins>{come}</ins>"
    return made


def _words(runs: Runs) -> list[Run]:
    return [replace(run, text=word) for run in runs for word in WORD.findall(run.text)]


def _together(words: Iterable[Run]) -> Runs:
    made: list[Run] = []
    for word in words:
        if made and replace(made[-1], text="") == replace(word, text=""):
            made[-1] = replace(word, text=made[-1].text + word.text)
        else:
            made.append(word)
    return tuple(made)
