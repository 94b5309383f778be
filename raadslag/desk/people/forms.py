"""What administrators enter of people, and people of themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadslag.desk.year.forms.base import DayField
from raadslag.desk.year.forms.role_faults import role_faults
from raadslag.models import Body, Membership, Person


class PersonForm(forms.ModelForm):
    """A person as an administrator enters them."""

    class Meta:
        model = Person
        fields = ("name", "email", "title", "phone", "department", "is_administrator")

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["department"].queryset = Body.objects.departments().filter(is_active=True)
        self.fields["email"].help_text = _("Personen logger ind med den.")
        self.fields["is_administrator"].help_text = _("Kan se til personer, skabeloner og log.")

    def clean_email(self) -> str:
        email = Person.objects.normalize_email(self.cleaned_data["email"])
        if Person.objects.filter(email=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Der er allerede en person med den adresse."))
        return email

    def values(self) -> dict[str, Any]:
        """What was entered, for the person's own methods to set."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def _post_clean(self) -> None:
        """The person is not touched before it is changed with who and when."""


class ProfileForm(PersonForm):
    """What people may say of themselves. Papers print it."""

    class Meta:
        model = Person
        fields = ("name", "title", "phone", "language")

    def __init__(self, *given: Any, **named: Any) -> None:
        forms.ModelForm.__init__(self, *given, **named)

    def clean_email(self) -> str:
        raise NotImplementedError


class RoleForm(forms.ModelForm):
    """A role that the person gets in a body."""

    starts_on = DayField(label=gettext_lazy("Fra og med"))
    ends_on = DayField(
        label=gettext_lazy("Til og med"),
        required=False,
        help_text=gettext_lazy("Skal stå der for en stedfortræder. Ellers kan den være tom."),
    )

    class Meta:
        model = Membership
        fields = ("body", "role", "stands_in_for", "post", "party", "term", "starts_on", "ends_on")

    def __init__(self, *given: Any, person: Person, **named: Any) -> None:
        super().__init__(*given, **named)
        self.person = person
        self.fields["body"].queryset = Body.objects.filter(is_active=True)
        self.fields["body"].label = _("Udvalg eller afdeling")
        self.fields["stands_in_for"].queryset = Person.objects.active().exclude(pk=person.pk)
        self.fields["stands_in_for"].help_text = _("For en stedfortræder, eller en godkenders vikar.")

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        body = values.get("body")
        for field, sentence in role_faults(values, person=self.person, body=body, asked="role"):
            if field not in self.errors:
                self.add_error(field, sentence)
        return values

    def _post_clean(self) -> None:
        """The row is made with who and when, and not here."""


class EndForm(forms.Form):
    """The last day of a role."""

    ends_on = DayField(label=gettext_lazy("Sidste dag"))


class ExclusionForm(forms.Form):
    """Who is shut out of a case, and why."""

    person = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Hvem er inhabil?"))
    reason = forms.CharField(
        max_length=500,
        label=gettext_lazy("Hvorfor?"),
        help_text=gettext_lazy("Kort, for eksempel »ejer nabogrunden«. De, der arbejder med sagen, ser det."),
    )

    def __init__(self, *given: Any, shut_out: list[int], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["person"].queryset = Person.objects.active().exclude(pk__in=shut_out)
