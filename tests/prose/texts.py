"""Hypothesis strategies for rich text: blocks of every kind, and HTML that nobody has looked at."""

from html import escape

from hypothesis import strategies as st

from raadslag.prose.blocks import Block, Cell, Heading, Image, List, Paragraph, Quote, Run, Table
from raadslag.prose.rendering import html_of
from raadslag.prose.sanitise import sanitise

ADDRESS = "/skrivebord/billeder/3f2b8f5e-0f5d-4a8e-9f0e-6f6b1a2c3d4e"
words = st.text(
    st.sampled_from("abæøå ABÅ.,§–é1 \n\t\u00a0\u00ad<>&\"'") | st.characters(exclude_categories=["Cs"]),
    max_size=20,
)
runs = st.lists(
    st.builds(
        Run,
        words,
        strong=st.booleans(),
        em=st.booleans(),
        href=st.sampled_from(
            [None, None, "https://lindevad.example/a?b=c&d", "mailto:anna@lindevad.example"]
        ),
    ),
    max_size=4,
).map(tuple)
paragraphs = st.builds(Paragraph, runs)
images = st.builds(Image, st.just(ADDRESS), words.map(lambda text: " ".join(text.split())))


def _contents(depth: int) -> st.SearchStrategy[tuple[Block, ...]]:
    inner: st.SearchStrategy[Block] = paragraphs | images
    if depth:
        inner |= lists(depth - 1)
    return st.lists(inner, max_size=3).map(tuple)


def lists(depth: int = 2) -> st.SearchStrategy[Block]:
    """Lists within lists, `depth` deep."""
    items = st.lists(_contents(depth), max_size=3).map(tuple)
    return st.builds(List, st.booleans(), items, st.integers(0, 12))


cells = st.builds(Cell, _contents(1), st.booleans(), st.integers(0, 4), st.integers(0, 4))
tables = st.builds(Table, st.lists(st.lists(cells, max_size=3).map(tuple), max_size=4).map(tuple))
blocks = (
    paragraphs
    | st.builds(Heading, st.sampled_from([3, 4]), runs)
    | st.builds(Quote, _contents(1))
    | lists()
    | tables
    | images
)
# as it is kept
texts = st.lists(blocks, max_size=6).map(tuple).map(html_of).map(sanitise)

TAGS = ["p", "b", "i", "ul", "ol", "li", "table", "tr", "td", "th", "h1", "h4", "blockquote", "div", "span"]
ATTRIBUTES = [
    "",
    " style='mso-list:l0 level2 lfo1'",
    " style='mso-list:Ignore'",
    " class=MsoCommentText",
    " colspan=3",
    " rowspan=99",
    " href='javascript:alert(1)'",
    " onclick=x",
]
tags = st.builds(
    "<{}{}{}>".format, st.sampled_from(["", "", "/"]), st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)
)
others = st.sampled_from(
    ["<a href=https://a.dk>", "</a>", "<br>", "<hr>", f"<img src={ADDRESS} alt=x>", "<!--"]
)
# what nobody would write, and somebody pastes
soup = st.lists(tags | others | words.map(escape) | st.text(max_size=5), max_size=25).map("".join)
