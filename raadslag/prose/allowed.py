"""What rich text may hold, and the first sieve it goes through: nh3, which reads HTML as a browser does."""

import re

import nh3

# the one kind of address that an image may have: a picture in the desk's own files
IMAGE = re.compile(r"/skrivebord/billeder/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]{1,2000}", re.IGNORECASE)
MOST_CELLS = 50

HEADINGS = {"h1": 3, "h2": 3, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
STRONG = frozenset({"strong", "b"})
EM = frozenset({"em", "i", "cite"})
LISTS = frozenset({"ul", "ol"})
CELLS = frozenset({"td", "th"})
# each begins and ends a paragraph
PARAGRAPHS = frozenset(
    {
        *HEADINGS,
        *LISTS,
        *CELLS,
        "p",
        "div",
        "section",
        "article",
        "li",
        "blockquote",
        "table",
        "tr",
        "caption",
    }
    | {"figure", "figcaption", "dl", "dt", "dd", "pre", "center", "hr", "header", "footer", "main", "address"}
)
TAGS = {*PARAGRAPHS, *STRONG, *EM, "thead", "tbody", "tfoot", "a", "br", "img", "span"}
# Word says in `style` and `class` what is a list and what is not text
ATTRIBUTES = {
    **{tag: {"style", "class"} for tag in PARAGRAPHS | {"span", "a"}},
    "a": {"href", "style", "class"},
    "img": {"src", "alt"},
    "ol": {"start", "style", "class"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
# gone with all that is in them: what no reader sees, and what somebody struck out with changes tracked
NO_TEXT = {
    "script",
    "style",
    "title",
    "xml",
    "noscript",
    "template",
    "textarea",
    "select",
    "svg",
    "math",
    "iframe",
}
NO_TEXT |= {"object", "audio", "video", "canvas", "del"}


def sieved(html: str) -> str:
    """The HTML with none but tags and attributes known here, well formed, and with nothing that can act."""
    cleaned: str = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        clean_content_tags=set(NO_TEXT),
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )
    return cleaned


def link(href: str | None) -> str | None:
    """The address as a link may have it; None where it leads nowhere we let it."""
    address = (href or "").strip()
    if re.match(r"www\.\S", address):
        address = f"https://{address}"
    return address if LINK.fullmatch(address) else None
