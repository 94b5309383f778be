"""A link that lets a person choose a password, once and for a while; an administrator hands it over."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from raadslag.desk.access import now
from raadslag.models import Person


class Link(PasswordResetTokenGenerator):
    """Signed over the password and what ends sessions: it works until either changes."""

    key_salt = "raadslag.desk.accounts.password_link"

    def _make_hash_value(self, user: Person, timestamp: int) -> str:
        return f"{user.pk}:{user.password}:{user.session_seed}:{timestamp}:{user.email}"


class PasswordForm(SetPasswordForm):
    """The new password, twice."""

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)
        self.fields["new_password1"].label = gettext_lazy("Ny adgangskode")
        self.fields["new_password2"].label = gettext_lazy("Ny adgangskode igen")
        self.fields["new_password1"].help_text = gettext_lazy(
            "Mindst 12 tegn. Gerne en sætning, du kan huske."
        )
        self.fields["new_password2"].help_text = ""
        for field in self.fields.values():
            assert isinstance(field, forms.CharField)
            field.widget.attrs["autocomplete"] = "new-password"


def path_of_link(person: Person) -> str:
    """The path of a new link for the person."""
    return reverse("new-password", args=[person.key, Link().make_token(person)])


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: HttpRequest, key: UUID, token: str) -> HttpResponse:
    person = Person.objects.active().filter(key=key).first()
    if person is None or not Link().check_token(person, token):
        return render(request, "account/password_link_over.html", status=410)
    form = PasswordForm(person, request.POST or None)
    if request.method == "POST" and form.is_valid():
        person.choose_password(form.cleaned_data["new_password1"], at=now())
        messages.success(request, _("Din adgangskode er gemt. Log ind med den."))
        return redirect("account_login")
    return render(request, "account/password_link.html", {"form": form, "person": person})
