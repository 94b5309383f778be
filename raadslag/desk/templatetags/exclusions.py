"""Who is shut out of a paper or an item, on the pages of those who work with it."""

from typing import Any

from django import template

from raadslag.desk.access import today
from raadslag.models import Item, Paper

register = template.Library()


@register.inclusion_tag("desk/people/_exclusions.html", takes_context=True)
def exclusions(context: template.Context, thing: Paper | Item) -> dict[str, Any]:
    """The box; nothing for whoever may not say who is inhabil."""
    if not thing.may_shut_out(context["request"].user, today()):
        return {}
    page = "desk:paper-exclusions" if isinstance(thing, Paper) else "desk:item-exclusions"
    return {
        "thing": thing,
        "exclusions": thing.standing_exclusions(),
        "inherited": thing.inherited_exclusions(),
        "page": page,
    }
