"""Being logged in, as if by password and code."""

from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest


def enter(client, person, *methods):
    """Logs the person in; the session says by what: a password and a code where nothing else is said."""
    client.force_login(person)
    request = HttpRequest()
    request.session = client.session
    for method in methods or ("password", "mfa"):
        record_authentication(request, person, method)
    request.session.save()
