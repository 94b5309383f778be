"""The pages of log-in that do more than allauth's: what they do is an event."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import PasswordChangeView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.desk.access import now, person_of
from raadslag.desk.accounts import second_factor
from raadslag.models import Event


@login_not_required
@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """Whom to ask for a new password."""
    return render(request, "account/password_forgotten.html")


class ActivateTotp(ActivateTOTPView):
    """Begins to use an app. The code that was given is proof in this session too."""

    def form_valid(self, form: Any) -> HttpResponse:
        person = person_of(self.request)
        response = super().form_valid(form)
        record_authentication(self.request, person, "mfa", type="totp")
        Event.objects.record("second_factor_begun", by=person, at=now(), about=person)
        return response


class DeactivateTotp(DeactivateTOTPView):
    """Stops using the app, to begin with another: the desk stays shut until then."""

    def get_success_url(self) -> str:
        return reverse("mfa_activate_totp")

    def form_valid(self, form: Any) -> HttpResponse:
        person = person_of(self.request)
        response = super().form_valid(form)
        second_factor.forget_proof(self.request)
        Event.objects.record("second_factor_ended", by=person, at=now(), about=person)
        messages.info(self.request, _("Appen er glemt. Knyt nu den nye."))
        return response


class NewRecoveryCodes(GenerateRecoveryCodesView):
    """Draws new codes; the old ones no longer work."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        person = person_of(self.request)
        Event.objects.record("recovery_codes_drawn", by=person, at=now(), about=person)
        return response


class ChangePassword(PasswordChangeView):
    """The person's own new password."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        person = person_of(self.request)
        Event.objects.record("password_changed", by=person, at=now(), about=person)
        return response
