"""What administrators enter of people, and people of themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadslag.models import Body, Membership, Person
from raadslag.rules.roles import Role


class DayField(forms.DateField):
    """A day, by the browser's own calendar."""

    def __init__(self, **named: Any) -> None:
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": gettext_lazy("Skriv datoen som dag, måned og år.")},
            **named,
        )


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
        first, last = values.get("starts_on"), values.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Den sidste dag ligger før den første."))
        if values.get("role") == Role.SUBSTITUTE:
            if not last and "ends_on" not in self.errors:
                self.add_error("ends_on", _("Skriv, hvor længe stedfortræderen er indkaldt."))
            if not values.get("stands_in_for"):
                self.add_error("stands_in_for", _("Vælg, hvem stedfortræderen sidder i stedet for."))
        if self._is_held(values):
            self.add_error("role", _("Personen har allerede den rolle i de dage."))
        return values

    def _is_held(self, values: dict[str, Any]) -> bool:
        body, role, first = values.get("body"), values.get("role"), values.get("starts_on")
        if not (body and role and first):
            return False
        same = self.person.memberships.filter(body=body, role=role)
        if values.get("ends_on"):
            same = same.filter(starts_on__lte=values["ends_on"])
        return same.exclude(ends_on__lt=first).exists()

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
