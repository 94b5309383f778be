"""The municipality, its bodies, the council terms, and who sits where."""

import re
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadslag.desk.year.forms.base import ClockField, DayField
from raadslag.desk.year.forms.role_faults import role_faults
from raadslag.models import Body, Membership, Municipality, Person, Term
from raadslag.models.body_changes import has_printed_name
from raadslag.rules.roles import Role

LEAP_YEAR = 2000
DAY_OF_THE_YEAR = re.compile(r"(\d{1,2})[./-](\d{1,2})\.?")


class MunicipalityForm(forms.ModelForm):
    """The closed days are written as people write them: 24/12, 31/12."""

    closed_days = forms.CharField(
        label=gettext_lazy("Lukkedage"),
        required=False,
        help_text=gettext_lazy(
            "Dage, hvor rådhuset holder lukket uden at det er en helligdag, for eksempel 5/6, 24/12, 31/12. "
            "De tælles ikke med, når frister regnes ud."
        ),
    )

    class Meta:
        model = Municipality
        fields = ("name", "cvr", "address", "closed_days")
        widgets: ClassVar = {"address": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = [(int(each[3:]), int(each[:2])) for each in self.instance.closed_days]
        self.initial["closed_days"] = ", ".join(f"{day}/{month}" for day, month in days)

    def clean_closed_days(self) -> list[str]:
        days = set()
        for written in filter(None, re.split(r"[,\s]+", self.cleaned_data["closed_days"])):
            found = DAY_OF_THE_YEAR.fullmatch(written)
            try:
                day = date(LEAP_YEAR, int(found[2]), int(found[1])) if found else None
            except ValueError:
                day = None
            if day is None:
                raise forms.ValidationError(
                    _("»%(day)s« er ikke en dag. Skriv den som 24/12.") % {"day": written}
                )
            days.add(f"{day:%m-%d}")
        return sorted(days)


class BodyForm(forms.ModelForm):
    starts = ClockField(label=gettext_lazy("Møder begynder kl."), required=False)
    ends = ClockField(label=gettext_lazy("Møder slutter kl."), required=False)

    class Meta:
        model = Body
        fields = ("name", "short_name", "kind", "parent", "place", "starts", "ends", "is_active", "order")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parent = self.fields["parent"]
        parent.queryset = Body.objects.exclude(pk=self.instance.pk)
        if self.instance.pk and has_printed_name(self.instance):
            self.fields["name"].disabled = True
            self.fields["name"].help_text = _(
                "Navnet står på møder eller indstillinger. Opret et nyt udvalg eller en ny afdeling, hvis"
                " navnet skifter."
            )


class TermForm(forms.ModelForm):
    starts_on = DayField(label=gettext_lazy("Fra"))
    ends_on = DayField(label=gettext_lazy("Til"))

    class Meta:
        model = Term
        fields = ("starts_on", "ends_on")

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        first, last = values.get("starts_on"), values.get("ends_on")
        if first and last and last <= first:
            self.add_error("ends_on", _("Perioden skal slutte, efter at den er begyndt."))
        elif first and last and Term.objects.filter(starts_on__lte=last, ends_on__gte=first).exists():
            self.add_error("starts_on", _("Perioden går ind over en anden valgperiode."))
        return values


class MembershipForm(forms.ModelForm):
    """A new role in a body. A change of role is an end and a new one."""

    starts_on = DayField(label=gettext_lazy("Fra og med"))
    ends_on = DayField(
        label=gettext_lazy("Til og med"),
        required=False,
        help_text=gettext_lazy("Skal udfyldes for en stedfortræder. Lad den ellers stå tom."),
    )

    class Meta:
        model = Membership
        fields = ("person", "role", "post", "party", "term", "stands_in_for", "starts_on", "ends_on")

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.body = body
        self.fields["person"].queryset = Person.objects.active()
        members = body.memberships.filter(role__in=(Role.MEMBER, Role.APPROVER, Role.SECRETARY))
        self.fields["stands_in_for"].queryset = Person.objects.filter(pk__in=members.values("person"))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        person = values.get("person")
        for field, sentence in role_faults(values, person=person, body=self.body, asked="person"):
            if field not in self.errors:
                self.add_error(field, sentence)
        return values


class EndForm(forms.Form):
    ends_on = DayField(label=gettext_lazy("Sidste dag"))

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.membership = membership

    def clean_ends_on(self) -> Any:
        ends_on = self.cleaned_data["ends_on"]
        if ends_on < self.membership.starts_on:
            raise forms.ValidationError(_("Sidste dag ligger før den første."))
        return ends_on
