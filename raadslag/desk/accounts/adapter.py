"""What of allauth's log-in is our own: nobody signs up, everything is an event, and the words."""

from __future__ import annotations

import time
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from raadslag.desk.access import now
from raadslag.desk.accounts import sessions
from raadslag.models import Event, Person

LIMIT_MINUTES = 5
# allauth's name of a message -> what we say; those that are not here are not said
MESSAGES = {
    "account/messages/logged_out.txt": _("Du er logget ud."),
    "account/messages/password_changed.txt": _("Din adgangskode er skiftet."),
    "mfa/messages/totp_activated.txt": _("Din app er knyttet til dig."),
}


class DeskAccounts(DefaultAccountAdapter):
    """Log-in with e-mail and password. Unknown and known addresses are answered alike."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("E-post og adgangskode passer ikke sammen. Prøv igen."),
        "incorrect_password": _("Adgangskoden er ikke rigtig. Prøv igen."),
        "enter_current_password": _("Det er ikke din nuværende adgangskode. Prøv igen."),
        "too_many_login_attempts": _("Der har været for mange forsøg. Vent fem minutter, og prøv igen."),
        "rate_limited": _("Det gik lidt hurtigt. Vent et øjeblik, og prøv igen."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        return ["raadslag.desk.accounts.second_factor.SecondFactor"]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The start page in the person's own language."""
        with override(request.user.language):
            return reverse(settings.LOGIN_REDIRECT_URL)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("desk:profile")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        said = message or MESSAGES.get(message_template or "")
        if said:
            super().add_message(request, level, extra_tags=extra_tags, message=str(said))

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            self._record_limit(request, credentials)
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Names a person that there is, and not what was typed: it may be a password in the wrong field."""
        Event.objects.record(
            "log_in_failed",
            by=None,
            at=now(),
            about=self._person_tried(credentials),
            address=self.get_client_ip(request),
        )

    def login(self, request: HttpRequest, user: Person) -> None:
        how = [record["method"] for record in get_authentication_records(request, user)]
        super().login(request, user)
        at = now()
        sessions.begin(request, at)
        request.session.clear_expired()
        Event.objects.record(
            "logged_in", by=user, at=at, about=user, how=how, address=self.get_client_ip(request)
        )

    def logout(self, request: HttpRequest) -> None:
        if request.user.is_authenticated:
            Event.objects.record("logged_out", by=request.user, at=now(), about=request.user)
        super().logout(request)

    def respond_user_inactive(self, request: HttpRequest, user: Person) -> HttpResponse:
        Event.objects.record(
            "log_in_refused", by=None, at=now(), about=user, address=self.get_client_ip(request)
        )
        return render(request, "account/account_inactive.html", status=403)

    def is_reauthentication_required(self, *, app: str, **given: Any) -> bool:
        """Whoever has just logged in need not prove again who it is."""
        request = self.request
        records = get_authentication_records(request, request.user)
        proved = [each["at"] for each in records if each["method"] in ("password", "mfa")]
        return not proved or time.time() - max(proved) > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def _record_limit(self, request: HttpRequest, credentials: dict[str, Any]) -> None:
        """Once for each limit that is reached: whoever keeps trying does not fill the log."""
        address = self.get_client_ip(request)
        person = self._person_tried(credentials)
        if cache.add(f"limit-recorded:{address}:{person and person.pk}", True, timeout=LIMIT_MINUTES * 60):
            Event.objects.record("log_in_limited", by=None, at=now(), about=person, address=address)

    @staticmethod
    def _person_tried(credentials: dict[str, Any]) -> Person | None:
        return Person.objects.filter(email=str(credentials.get("email", "")).lower()).first()
