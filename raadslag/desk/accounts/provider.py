"""Log-in by the municipality's own identity provider, and what its claims give and take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.openid_connect import views
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from requests import RequestException

from raadslag.desk.access import now, today
from raadslag.models import Event, Person
from raadslag.models.claimed_roles import take_claims
from raadslag.rules.claims import Claimed, claim_values, claimed

UNKNOWN = _("Du er ikke oprettet her endnu. Bed en administrator om at oprette dig.")
UNVERIFIED = _("Din e-postadresse er ikke bekræftet dér, hvor du loggede ind. Bed it-afdelingen om hjælp.")
TAKEN = _("Din e-postadresse hører til en anden bruger her. Bed en administrator om hjælp.")
NOT_ONE = _("Svaret fra log-in hang ikke sammen. Prøv igen.")
NO_ANSWER = _("Log-in svarer ikke lige nu. Prøv igen om lidt.")


class DeskProvider(DefaultSocialAccountAdapter):
    """Finds the person by the provider's subject, else by a verified e-mail address, else makes one
    whom the claims give a role. Nobody else comes in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def authenticate_by_email(self, sociallogin: SocialLogin) -> None:
        """`pre_social_login` does, without what allauth does to the password."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        data: Mapping[str, Any] = sociallogin.account.extra_data
        if sociallogin.state.get("process") != AuthProcess.LOGIN or not is_one_answer(data):
            refuse(request, NOT_ONE)
        roles = roles_in(data)
        if not sociallogin.is_existing:
            sociallogin.connect(request, self._person_for(request, sociallogin, roles))
        if sociallogin.user.is_active:
            take_claims(sociallogin.user, roles, on=today(), at=now())

    def _person_for(self, request: HttpRequest, sociallogin: SocialLogin, roles: Claimed) -> Person:
        verified = [each.email.lower() for each in sociallogin.email_addresses if each.verified]
        person = Person.objects.filter(email__in=verified).first()
        if person is None:
            if not roles:
                refuse(request, UNKNOWN)
            if not verified:
                refuse(request, UNVERIFIED)
            name = str(said(sociallogin.account.extra_data).get("name") or verified[0])
            return Person.objects.add(email=verified[0], name=name, by=None, at=now())
        if SocialAccount.objects.filter(user=person, provider=sociallogin.account.provider).exists():
            refuse(request, TAKEN, about=person)
        Event.objects.record("identity_connected", by=person, at=now(), about=person)
        return person


def said(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the provider says of the person, by the token and by its own page."""
    return {**(data.get("id_token") or {}), **(data.get("userinfo") or {})}


def is_one_answer(data: Mapping[str, Any]) -> bool:
    """Whether the token and the provider's own page speak of the same person (OpenID Connect Core 5.3.2)."""
    subjects = {part["sub"] for part in (data.get("id_token"), data.get("userinfo")) if part}
    return len(subjects) == 1


def roles_in(data: Mapping[str, Any]) -> Claimed:
    """The roles that the provider's claim gives."""
    provider = settings.IDENTITY_PROVIDER
    return claimed(claim_values(said(data), provider.roles_claim), provider.role_meanings)


def refuse(request: HttpRequest, sentence: Any, about: Person | None = None, status: int = 403) -> None:
    """Ends log-in with the sentence. Raises ImmediateHttpResponse."""
    Event.objects.record("log_in_refused", by=None, at=now(), about=about, how=["socialaccount"])
    raise ImmediateHttpResponse(not_logged_in(request, sentence, status))


def not_logged_in(request: HttpRequest, sentence: Any, status: int) -> HttpResponse:
    return render(request, "socialaccount/refused.html", {"sentence": sentence}, status=status)


def at_one_address(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view under its Danish address, which is the one that the provider knows; and where the provider
    does not answer, a sentence."""

    @login_not_required
    @wraps(view)
    def wrapped(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        try:
            with override("da"):
                return view(request, *given, **named)
        except (RequestException, KeyError, ValueError):
            return not_logged_in(request, NO_ANSWER, status=503)

    return wrapped


begin = at_one_address(views.login)
callback = at_one_address(views.callback)
