"""Form fields in the look of the design system."""

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()

LOOKS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, "form-checkbox"),
    (forms.Select, "form-select"),
    (forms.Textarea, "form-input"),
    (forms.widgets.Input, "form-input"),
)


@register.filter
def drawn(field: BoundField) -> SafeString:
    """The field's own control, without the label and with no placeholder to be mistaken for an answer."""
    widget = field.field.widget
    look = next((name for kind, name in LOOKS if isinstance(widget, kind)), "")
    kept = {name: value for name, value in widget.attrs.items() if name != "placeholder"}
    widget.attrs = kept
    return field.as_widget(attrs={"class": f"{kept.get('class', '')} {look}".strip()})


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """Whether the label stands after the control."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_choices(field: BoundField) -> bool:
    """Whether it is a group of boxes or buttons to choose among, each with a label of its own."""
    return isinstance(field.field.widget, forms.RadioSelect)


@register.filter
def in_fours(text: str) -> str:
    """A long key in groups that can be typed."""
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))
