"""Standing items, and what goes on the lists that they print."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadslag.desk.year.forms.base import DayField
from raadslag.models import ComingCase, Course, Prints, StandingItem
from raadslag.record import Part


class StandingItemForm(forms.ModelForm):
    class Meta:
        model = StandingItem
        fields = (
            *("title", "part", "closed_ground", "prints", "agenda_of"),
            *("purpose", "method", "responsible", "presenter", "minutes"),
            *("order", "is_last", "is_active"),
        )
        help_texts: ClassVar = {
            "closed_ground": gettext_lazy("For eksempel paragraffen. Skal udfyldes for et lukket punkt."),
            "agenda_of": gettext_lazy("Kun for et punkt, der har et andet udvalgs dagsorden som bilag."),
            "minutes": gettext_lazy("Så længe tager punktet for det meste."),
        }
        widgets: ClassVar = {"purpose": forms.Textarea({"rows": 2})}

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        is_closed = values.get("part") == Part.CLOSED
        if is_closed and not values.get("closed_ground", "").strip():
            self.add_error("closed_ground", _("Skriv, hvorfor punktet er lukket, for eksempel paragraffen."))
        if not is_closed:
            values["closed_ground"] = ""
        if values.get("prints") != Prints.AGENDA:
            values["agenda_of"] = None
        elif not values.get("agenda_of"):
            self.add_error("agenda_of", _("Vælg det udvalg, hvis dagsorden skal med."))
        return values


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
