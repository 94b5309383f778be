"""A code beside the password. Who comes by the municipality's provider has proved it there."""

from __future__ import annotations

import logging
from base64 import b32encode
from collections.abc import Callable
from secrets import token_bytes
from typing import Any, ClassVar

from allauth.account.adapter import get_adapter
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from raadslag.desk.access import now
from raadslag.desk.accounts.sealing import Unreadable, opened, sealed
from raadslag.models import Event

logger = logging.getLogger(__name__)
PROOFS = {"mfa", "socialaccount"}


def is_of_the_desk(request: HttpRequest) -> bool:
    """Whether it is one of the desk's own pages that is asked for, and not the door."""
    return request.resolver_match is not None and "desk" in request.resolver_match.namespaces


def is_proved(request: HttpRequest) -> bool:
    """Whether this session was opened with more than a password."""
    records = get_authentication_records(request, request.user)
    return not PROOFS.isdisjoint(record["method"] for record in records)


def forget_proof(request: HttpRequest) -> None:
    """The codes that this session was opened with prove nothing any more."""
    kept = [each for each in get_authentication_records(request, request.user) if each["method"] != "mfa"]
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = kept


class DemandSecondFactor:
    """Middleware: nothing of the desk opens until the person has given a code, or has begun to use one. And
    no browser keeps the desk's pages for whoever uses it next."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_of_the_desk(request):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if not (settings.SECOND_FACTOR and is_of_the_desk(request) and request.user.is_authenticated):
            return None
        if is_proved(request):
            return None
        if is_mfa_enabled(request.user):
            return redirect_to_login(request.get_full_path(), reverse("mfa_reauthenticate"))
        return redirect("mfa_activate_totp")


class SecondFactor(AuthenticateStage):
    """The step of log-in that asks for the code."""

    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        by_provider = bool(records) and records[-1]["method"] == "socialaccount"
        return not by_provider and super()._should_handle(request)


class CodeForm(AuthenticateForm):
    """The code from the app, or one of the recovery codes."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["code"].label = _("Kode")

    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        super()._emit_authentication_failed(authenticator)
        address = get_adapter().get_client_ip(get_adapter().request)
        Event.objects.record("code_wrong", by=None, at=now(), about=self.user, address=address)


class DeskSecondFactor(DefaultMFAAdapter):
    """allauth's second factor in our words."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Koden er ikke rigtig. Vent på den næste i din app, og prøv igen."),
    }

    def encrypt(self, text: str) -> str:
        """What codes are made from, as it is kept."""
        return sealed(text)

    def decrypt(self, encrypted_text: str) -> str:
        """The same again; where the key does not open it, something from which no code is right."""
        try:
            return opened(encrypted_text)
        except Unreadable:
            logger.error("A second factor was sealed with another RAADSLAG_SECRET_KEY")
            return b32encode(token_bytes(20)).decode("ascii")
