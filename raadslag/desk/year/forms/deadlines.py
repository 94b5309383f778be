"""A body's deadlines, and the reason why one was missed."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadslag.desk.year.forms.base import ClockField
from raadslag.models import Body, DeadlineRule
from raadslag.models.deadline import usual_rows
from raadslag.models.words import DEADLINES
from raadslag.rules.deadlines import DeadlineKind


class DeadlineForm(forms.ModelForm):
    """One kind of deadline; a body has it where it says how many working days."""

    working_days = forms.IntegerField(
        label=gettext_lazy("Hverdage før mødet"),
        required=False,
        min_value=0,
        max_value=60,
        help_text=gettext_lazy("Mødedagen tælles ikke med. Lad feltet stå tomt, hvis fristen ikke bruges."),
    )
    clock = ClockField(label=gettext_lazy("Senest kl."), required=False)

    class Meta:
        model = DeadlineRule
        fields = ("working_days", "clock", "is_soft", "paragraph")
        labels: ClassVar = {
            "is_soft": gettext_lazy("Kan overskrides, når grunden står på dagsordenen"),
            "paragraph": gettext_lazy("Følger af"),
        }

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if values.get("working_days") is None and values.get("clock"):
            self.add_error("working_days", _("Skriv, hvor mange hverdage før mødet fristen er."))
        return values

    @property
    def is_used(self) -> bool:
        return self.cleaned_data.get("working_days") is not None


def deadline_forms(body: Body, data: Any = None) -> list[DeadlineForm]:
    """A form for each kind of deadline, as the body has it; with the usual ones where it has none at all."""
    rows = {row.kind: row for row in body.deadline_rules.all()}
    usual = {} if rows else {row.kind: row for row in usual_rows(body)}
    forms_of_kinds = []
    for kind in DeadlineKind:
        row = rows.get(kind) or usual.get(kind) or DeadlineRule(body=body, kind=kind)
        form = DeadlineForm(data, instance=row, prefix=kind.value)
        form.kind, form.title = kind, DEADLINES[kind]
        forms_of_kinds.append(form)
    return forms_of_kinds


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Hvorfor blev fristen overskredet, og hvorfor kan mødet ikke vente?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Grunden bliver trykt på dagsordenen."),
    )
