"""Blocks as HTML in the one form that is kept."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from raadslag.prose.blocks import Block, Cell, Heading, Image, List, Paragraph, Quote, Run, Runs, Table


def html_of(blocks: Iterable[Block]) -> str:
    """The blocks as HTML, with no white space between them."""
    return "".join(map(block_html, blocks))


def block_html(block: Block) -> str:
    """One block as HTML."""
    match block:
        case Heading():
            return f"<h{block.level}>{runs_html(block.runs)}</h{block.level}>"
        case Paragraph():
            return f"<p>{runs_html(block.runs)}</p>"
        case Quote():
            return f"<blockquote>{html_of(block.blocks)}</blockquote>"
        case Image():
            return f'<img src="{escape(block.src)}" alt="{escape(block.alt)}">'
        case List():
            tag = "ol" if block.ordered else "ul"
            start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
            items = "".join(f"<li>{within(item)}</li>" for item in block.items)
            return f"<{tag}{start}>{items}</{tag}>"
        case Table():
            return table_html(block)


def table_html(table: Table) -> str:
    """The table, its rows of headers in a head of their own."""
    rows = [
        "<tr>"
        + "".join(cell_html(cell, within(cell.blocks), head=at < table.heads) for cell in row)
        + "</tr>"
        for at, row in enumerate(table.rows)
    ]
    head, body = "".join(rows[: table.heads]), "".join(rows[table.heads :])
    return (
        "<table>"
        + (f"<thead>{head}</thead>" if head else "")
        + (f"<tbody>{body}</tbody>" if body else "")
        + "</table>"
    )


def cell_html(cell: Cell, content: str, *, head: bool) -> str:
    """A cell around what stands in it. `head` says that it is in the rows at the top."""
    scope = f' scope="{"col" if head else "row"}"' if cell.header else ""
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    tag = "th" if cell.header else "td"
    return f"<{tag}{scope}{columns}{rows}>{content}</{tag}>"


def within(blocks: tuple[Block, ...]) -> str:
    """What stands in an item or a cell; a paragraph that is the only one there needs no element."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and sum(isinstance(block, Paragraph) for block in blocks) == 1:
        return runs_html(first.runs) + html_of(blocks[1:])
    return html_of(blocks)


def runs_html(runs: Runs) -> str:
    """Text with its marks, the link outermost."""
    made = ""
    for href, same in groupby(runs, key=lambda run: run.href):
        words = "".join(map(_run_html, same))
        made += f'<a href="{escape(href)}">{words}</a>' if href else words
    return made


def _run_html(run: Run) -> str:
    words = escape(run.text, quote=False).replace("\n", "<br>")
    if run.em:
        words = f"<em>{words}</em>"
    return f"<strong>{words}</strong>" if run.strong else words
