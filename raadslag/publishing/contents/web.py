"""HTML, SVG and other mark-up: what is shown, what is hidden, and what stands in the marks."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from raadslag.publishing.contents.piece import ALTERNATIVE, COMMENT, HIDDEN, INSIDE, Offence, Piece

MARK_UP = re.compile(r"\s*(?:<\?xml|<!doctype|<!--|<[a-z][\w:-]*[\s>/])", re.IGNORECASE)
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd", "mark"}
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "tspan", "u", "var", "wbr"}
)
WITHOUT_END = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])", re.I
)
WORDS = re.compile(r"[^\W\d_]{2,}")
TECHNICAL = frozenset({"script", "style", "template"})


def is_mark_up(text: str) -> bool:
    """Whether the text is HTML, SVG or XML."""
    return MARK_UP.match(text) is not None


def pieces_of_page(text: str) -> Iterator[Piece]:
    """The pieces of a page of mark-up."""
    page = Page()
    page.feed(text)
    page.close()
    # The marks are no words, yet a number may be split by one: the text is read both ways.
    yield Piece("".join(page.shown))
    yield Piece("\n".join(page.attributes), ALTERNATIVE)
    yield Piece("\n".join(page.technical), INSIDE)
    for comment in page.comments:
        said = len(WORDS.findall(comment)) > 1 and not comment.startswith("[if ")
        yield Piece(comment, COMMENT, offence=Offence.COMMENT if said else None)
    hidden = "".join(page.hidden)
    if hidden.strip():
        yield Piece(hidden, HIDDEN, offence=Offence.HIDDEN_TEXT if WORDS.search(hidden) else None)


class Page(HTMLParser):
    """Sorts a page into what is shown, what is hidden, attributes, comments and the rest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self.hidden: list[str] = []
        self.attributes: list[str] = []
        self.comments: list[str] = []
        self.technical: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [value for _, value in attrs if value]
        self._space(tag)
        named = dict(attrs)
        hides = "hidden" in named or UNSEEN_STYLE.search(named.get("style") or "") is not None
        if tag not in WITHOUT_END:
            self._open.append((tag, hides))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [value for _, value in attrs if value]
        self._space(tag)

    def handle_endtag(self, tag: str) -> None:
        self._space(tag)
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                break

    def handle_data(self, data: str) -> None:
        if any(tag in TECHNICAL for tag, _ in self._open):
            self.technical.append(data)
        else:
            self._listed().append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data.strip())

    def handle_decl(self, decl: str) -> None:
        self.technical.append(decl)

    def handle_pi(self, data: str) -> None:
        self.technical.append(data)

    def unknown_decl(self, data: str) -> None:
        self.technical.append(data)

    def _listed(self) -> list[str]:
        return self.hidden if any(hides for _, hides in self._open) else self.shown

    def _space(self, tag: str) -> None:
        if tag not in INLINE:
            self._listed().append("\n")
