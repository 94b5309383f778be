"""The text of an e-mail that is written as a web page."""

import re

from lxml import etree, html

UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "object", "iframe"})
BLOCKS = frozenset(
    {
        *("address", "article", "blockquote", "div", "dl", "dt", "dd", "footer", "form", "header"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section"),
        *("table", "tr", "ul"),
    }
)
APART = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote"})
hidden = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
space = re.compile(r"[ \t\r\n]+")
empty_lines = re.compile(r"\n{3,}")


def text_of(page: str) -> str:
    """The text that the page shows, its paragraphs apart and its lists as lines; "" where there is none."""
    if not page.strip():
        return ""
    try:
        root = html.document_fromstring(page.encode(), parser=_parser())
    except etree.ParserError:
        return ""
    out: list[str] = []
    _gather(root, out)
    lines = (line.strip(" ") for line in "".join(out).split("\n"))
    return empty_lines.sub("\n\n", "\n".join(lines)).strip("\n")


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


def _gather(root: html.HtmlElement, out: list[str]) -> None:
    """Add the text below an element, without recursion: a mail may be nested deeper than Python goes."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag
        if event == "end":
            if name in BLOCKS:
                out.append("\n\n" if name in APART else "\n")
            elif name in ("td", "th"):
                out.append("  ")
            _add(out, element.tail)
        elif name in UNSEEN or hidden.search(element.get("style", "")):
            walk.skip_subtree()
            element.tag = "span"  # its end must not begin a line
        else:
            _begin(element, out)


def _begin(element: html.HtmlElement, out: list[str]) -> None:
    if element.tag == "br":
        out.append("\n")
    elif element.tag == "img":
        out.append(f"[{element.get('alt') or 'billede'}]")
    elif element.tag in BLOCKS and out and not out[-1].endswith("\n"):
        out.append("\n")
    if element.tag == "li":
        out.append("– ")
    _add(out, element.text)


def _add(out: list[str], text: str | None) -> None:
    if not text:
        return
    words = space.sub(" ", text)
    if words == " " and (not out or out[-1].endswith(("\n", " "))):
        return
    out.append(words)
