"""The log's events in words."""

from collections.abc import Mapping
from typing import Any

from django import template

from raadslag.models.event_words import DETAILS, event_word, noun_word

register = template.Library()
register.filter("event_word", event_word)
register.filter("noun_word", noun_word)


@register.filter
def event_detail(detail: Mapping[str, Any]) -> str:
    """What is worth knowing of an event, on one line."""
    return " · ".join(f"{DETAILS.get(name, name)}: {said(value)}" for name, value in detail.items())


def said(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str("–" if value is None else value)
