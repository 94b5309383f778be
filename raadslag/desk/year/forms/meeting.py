"""When and where a single meeting is held."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadslag.desk.year.forms.base import BoxesField, ClockField, DayField
from raadslag.models import Body, Meeting
from raadslag.rules.deadlines import DANISH_TIME
from raadslag.rules.secrecy import MeetingState


class HoursForm(forms.Form):
    """From when to when, and where."""

    starts = ClockField(label=gettext_lazy("Begynder kl."))
    ends = ClockField(label=gettext_lazy("Slutter kl."))
    place = forms.CharField(label=gettext_lazy("Sted"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("starts") and values.get("ends") and values["ends"] <= values["starts"]:
            self.add_error("ends", _("Mødet skal slutte, efter at det er begyndt."))
        return values

    def times_on(self, on: date) -> tuple[datetime, datetime]:
        """The beginning and the end of a meeting that day."""
        starts, ends = self.cleaned_data["starts"], self.cleaned_data["ends"]
        return datetime.combine(on, starts, DANISH_TIME), datetime.combine(on, ends, DANISH_TIME)


class MeetingForm(HoursForm):
    """A single meeting of a body in a year; `other_than` is the meeting being changed, if any."""

    on = DayField(label=gettext_lazy("Dato"))
    field_order = ("on", "starts", "ends", "place")

    def __init__(
        self, *args: Any, body: Body, year: int, other_than: Meeting | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.year = year
        others = Meeting.objects.in_year(body, year).exclude(state=MeetingState.CANCELLED)
        self.others = others if other_than is None else others.exclude(pk=other_than.pk)

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on.year != self.year:
            raise forms.ValidationError(
                _("Mødet hører til planen for %(year)s. Aflys det, og læg et nyt ind i den anden plan.")
                % {"year": self.year}
            )
        return on

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("on") and values.get("starts"):
            starts_at = datetime.combine(values["on"], values["starts"], DANISH_TIME)
            if self.others.filter(starts_at=starts_at).exists():
                self.add_error("on", _("Der er allerede et møde den dag på det tidspunkt."))
        return values

    @property
    def times(self) -> tuple[datetime, datetime]:
        """The beginning and the end of the meeting."""
        return self.times_on(self.cleaned_data["on"])


class DatesForm(HoursForm):
    """The proposed dates that the secretary takes into the plan, all at the same time of day."""

    dates = BoxesField(
        coerce=date.fromisoformat,
        error_messages={"required": gettext_lazy("Vælg mindst én dato.")},
    )

    def __init__(self, *args: Any, proposed: Collection[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dates"].choices = [(on.isoformat(), on) for on in sorted(proposed)]

    @property
    def times(self) -> list[tuple[datetime, datetime]]:
        """The beginnings and ends of the meetings."""
        return [self.times_on(on) for on in self.cleaned_data["dates"]]


class CancelForm(forms.Form):
    """Why a meeting is called off."""

    why = forms.CharField(label=gettext_lazy("Hvorfor aflyses mødet?"), max_length=500)


class PublishForm(forms.Form):
    """Why the plan is published now."""

    why = forms.CharField(
        label=gettext_lazy("Hvorfor udgives planen?"),
        max_length=500,
        help_text=gettext_lazy("Borgerne kan læse det. Skriv for eksempel, hvornår planen er vedtaget."),
    )
