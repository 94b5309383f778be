"""The municipality's own identity provider (OpenID Connect), as the environment describes it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ImproperlyConfigured

PROVIDER_ID = "kommunen"  # stands in the address that is registered with the provider
NEEDED = ("RAADSLAG_OIDC_CLIENT_ID", "RAADSLAG_OIDC_CLIENT_SECRET")


@dataclass(frozen=True, slots=True)
class IdentityProvider:
    """`role_meanings` gives the provider's own values of the roles claim the meaning that ours have:
    "secretary:HKU", "administrator". `emails_are_verified` holds where the provider's addresses are its
    own and it does not say so of each."""

    issuer: str
    client_id: str
    client_secret: str
    name: str
    scope: tuple[str, ...]
    roles_claim: str
    role_meanings: Mapping[str, str]
    emails_are_verified: bool


def identity_provider(environment: Mapping[str, str]) -> IdentityProvider | None:
    """None where no issuer is named. Raises ImproperlyConfigured where something else is missing."""
    issuer = environment.get("RAADSLAG_OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return None
    if missing := [name for name in NEEDED if not environment.get(name)]:
        raise ImproperlyConfigured(f"RAADSLAG_OIDC_ISSUER er sat, men {' og '.join(missing)} mangler.")
    return IdentityProvider(
        issuer=issuer,
        client_id=environment["RAADSLAG_OIDC_CLIENT_ID"],
        client_secret=environment["RAADSLAG_OIDC_CLIENT_SECRET"],
        name=environment.get("RAADSLAG_OIDC_NAME") or "kommunens log-ind",
        scope=tuple(environment.get("RAADSLAG_OIDC_SCOPE", "openid profile email").split()),
        roles_claim=environment.get("RAADSLAG_OIDC_ROLES_CLAIM") or "roles",
        role_meanings=_meanings(environment.get("RAADSLAG_OIDC_ROLES", "")),
        emails_are_verified=environment.get("RAADSLAG_OIDC_EMAILS_VERIFIED") == "1",
    )


def as_allauth_has_it(provider: IdentityProvider | None) -> dict[str, Any]:
    """SOCIALACCOUNT_PROVIDERS."""
    if provider is None:
        return {}
    app = {
        "provider_id": PROVIDER_ID,
        "name": provider.name,
        "client_id": provider.client_id,
        "secret": provider.client_secret,
        "settings": {
            "server_url": provider.issuer,
            "scope": list(provider.scope),
            "oauth_pkce_enabled": True,
            "verified_email": provider.emails_are_verified,
        },
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True, "SCOPE": list(provider.scope)}}


def _meanings(text: str) -> Mapping[str, str]:
    try:
        meanings = json.loads(text) if text else {}
    except ValueError as error:
        raise ImproperlyConfigured("RAADSLAG_OIDC_ROLES er ikke JSON.") from error
    if not isinstance(meanings, dict) or not all(isinstance(each, str) for each in meanings.values()):
        raise ImproperlyConfigured(
            'RAADSLAG_OIDC_ROLES skal oversætte værdier til roller: {"gruppe-17": "secretary:HKU"}.'
        )
    return meanings
