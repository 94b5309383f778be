"""Rich text in templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from raadslag.prose import difference as difference_of
from raadslag.prose import sanitise

register = template.Library()


@register.filter
def rich(html: str) -> SafeString:
    """Rich text as HTML, made safe once more on its way out."""
    return mark_safe(sanitise(html))


@register.filter
def figure(number: int) -> str:
    """A number as Danish writes it: 1.500."""
    return f"{number:,}".replace(",", ".")


@register.filter
def difference(new: str, old: str) -> SafeString:
    """What became of the old text, words taken out in `del` and put in in `ins`."""
    return mark_safe(difference_of(old, new))
