"""Fields for days, times of day and boxes to tick, as the browser's own controls ask for them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DayField(forms.DateField):
    """A day, as the browser's own calendar asks for it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": _("Skriv datoen som dag, måned og år.")},
            **kwargs,
        )


class ClockField(forms.TimeField):
    """A time of day, in hours and minutes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            error_messages={"invalid": _("Skriv klokkeslættet som timer og minutter.")},
            **kwargs,
        )


class BoxesField(forms.TypedMultipleChoiceField):
    """Boxes to tick, any number of them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.CheckboxSelectMultiple(attrs={"class": "form-checkbox"}), **kwargs)
