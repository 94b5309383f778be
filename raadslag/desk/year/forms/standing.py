"""Standing items, and what goes on the lists that they print."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadslag.desk.year.forms.base import DayField
from raadslag.models import ComingCase, Course, StandingItem


class StandingItemForm(forms.ModelForm):
    class Meta:
        model = StandingItem
        fields = ("title", "prints", "order", "is_last", "is_active")


class ComingCaseForm(forms.ModelForm):
    expected_on = DayField(label=gettext_lazy("Ventes behandlet"), required=False)

    class Meta:
        model = ComingCase
        fields = ("title", "case_number", "expected_on", "note", "is_done")


class CourseForm(forms.ModelForm):
    starts_on = DayField(label=gettext_lazy("Fra"))
    ends_on = DayField(label=gettext_lazy("Til"), required=False)

    class Meta:
        model = Course
        fields = ("title", "starts_on", "ends_on", "place", "note")

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("starts_on") and values.get("ends_on") and values["ends_on"] < values["starts_on"]:
            self.add_error("ends_on", _("Sidste dag ligger før den første."))
        return values
