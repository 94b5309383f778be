"""Attachments where a paper, an item or a meeting is shown."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.conf import settings

from raadslag.desk.attachments.owners import NOUN_OF
from raadslag.desk.attachments.receiving import LAST_FIELD
from raadslag.desk.attachments.shown import ShownList, shown_list
from raadslag.models.attachment_rights import Owner

register = template.Library()


@register.simple_tag(takes_context=True)
def attachments_of(context: Mapping[str, Any], owner: Owner) -> ShownList:
    """What the person who is logged in may see of what hangs there."""
    return shown_list(owner, context["request"].user)


@register.filter
def noun(owner: Owner) -> str:
    """The word for it in addresses."""
    return NOUN_OF[type(owner)]


@register.simple_tag
def upload_megabytes() -> int:
    """How large a file may be."""
    return settings.UPLOAD_MEGABYTES


@register.simple_tag
def last_field() -> str:
    """The name of the field that ends every form with files."""
    return LAST_FIELD


@register.filter
def seconds(amount: float) -> str:
    """A number of seconds for people: "45 s", "2 min. 5 s"."""
    minutes, rest = divmod(round(amount), 60)
    return f"{minutes} min. {rest} s" if minutes else f"{rest} s"
