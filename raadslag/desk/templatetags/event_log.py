"""The log's events in words."""

from collections.abc import Mapping
from typing import Any

from django import template

from raadslag.models.event_words import DETAILS, VALUES, event_word, noun_word

register = template.Library()
register.filter("event_word", event_word)
register.filter("noun_word", noun_word)


@register.filter
def event_detail(detail: Mapping[str, Any]) -> str:
    """What is worth knowing of an event, on one line."""
    return " · ".join(f"{DETAILS.get(name, name)}: {said(value)}" for name, value in detail.items())


def said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(said, value))
    return "–" if value is None else str(VALUES.get(value, value) if isinstance(value, str) else value)
