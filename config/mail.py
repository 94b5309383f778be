"""Settings of mail, refused where they cannot be."""

from collections.abc import Mapping
from email.utils import parseaddr

from django.core.exceptions import ImproperlyConfigured

from raadslag.mail.server import server_at


def smtp_url(environ: Mapping[str, str]) -> str:
    """The mail server's address; "" where none is named, and all mail waits."""
    url = environ.get("RAADSLAG_SMTP_URL", "")
    try:
        if url:
            server_at(url)
    except ValueError as error:  # it may hold a password: it is not repeated
        raise ImproperlyConfigured(
            "RAADSLAG_SMTP_URL skal være som smtp://vært:25, starttls://bruger:kode@vært:587 "
            "eller smtps://bruger:kode@vært:465."
        ) from error
    return url


def mail_from(environ: Mapping[str, str], municipality: str) -> str:
    """Whom mail comes from: a name and an address."""
    sender = environ.get("RAADSLAG_MAIL_FROM", "")
    address = parseaddr(sender)[1]
    if sender and not (address.isascii() and all(address.partition("@"))):
        raise ImproperlyConfigured(f"RAADSLAG_MAIL_FROM er ikke en mailadresse: »{sender}«.")
    if not sender:
        return f'"{municipality}" <raadslag@localhost>'
    return sender if address != sender else f'"{municipality}" <{address}>'


def site(environ: Mapping[str, str]) -> str:
    """What the links in mails begin with, without a slash at the end."""
    address = environ.get("RAADSLAG_SITE") or "http://localhost:8000"
    if not address.startswith(("http://", "https://")):
        raise ImproperlyConfigured(f"RAADSLAG_SITE skal begynde med https://, ikke »{address}«.")
    return address.rstrip("/")
