"""What the templates say records, addresses and icons with."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from raadslag.public import words
from raadslag.record import Dissent, FollowUp
from raadslag.search import Segment

register = template.Library()

for spoken in (
    *(words.day, words.weekday, words.short_month, words.clock, words.meeting_time),
    *(words.document_name, words.item_facts, words.presence, words.size, words.local),
    *(words.outcome, words.badge, words.kind, words.choice, words.level, words.stage),
):
    register.filter(spoken.__name__, spoken)

# JSON inside a script element: what could end the element is written as an escape.
JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def paragraphs(text: str) -> SafeString:
    """A record's text as paragraphs."""
    lines = (line for line in text.split("\n") if line.strip())
    return format_html_join("", "<p{}>{}</p>", ((lang(), line) for line in lines))


@register.filter
def unsaid_in(rows: Iterable[Dissent | FollowUp], text: str) -> list[Dissent | FollowUp]:
    """Those that say more than the decision's own words do: minutes that were read in often hold both."""
    return [row for row in rows if row.text not in text]


@register.filter
def verbatim(text: str) -> SafeString:
    """A record's words, said to be Danish where the page is not."""
    return format_html("<span{}>{}</span>", lang(), text) if lang() else conditional_escape(text)


def lang() -> SafeString:
    """The attribute that says that words of a record are Danish."""
    return mark_safe("" if get_language() == settings.LANGUAGE_CODE else ' lang="da"')


@register.filter
def segments(found: Iterable[Segment]) -> SafeString:
    """A search hit's text with the words that were found marked."""
    pieces = (
        format_html("<mark>{}</mark>", each.text) if each.hit else conditional_escape(each.text)
        for each in found
    )
    return verbatim(mark_safe("".join(pieces)))


@register.filter
def json_ld(data: Mapping[str, Any]) -> SafeString:
    """Data for search engines. The browser does not run it, so the content policy lets it be."""
    text = json.dumps(data, ensure_ascii=False).translate(JSON_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of dkfds, without meaning of its own: the words beside it say it."""
    return format_html(
        '<svg class="icon-svg" focusable="false" aria-hidden="true"><use href="{}#{}"></use></svg>',
        static("dkfds/icons.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def canonical(context: Mapping[str, Any]) -> str:
    """The page's one address, without the query string."""
    request: HttpRequest = context["request"]
    return request.build_absolute_uri(request.path)


@register.simple_tag(takes_context=True)
def alternates(context: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Each language with the address of this page in it."""
    request: HttpRequest = context["request"]
    path = request.path.removeprefix("/en") if request.path.startswith("/en/") else request.path
    return [
        (code, request.build_absolute_uri(path if code == settings.LANGUAGE_CODE else f"/{code}{path}"))
        for code, _name in settings.LANGUAGES
    ]
