"""What must be read again but is nobody's to find in a copy of the database: sealed with the site's key."""

from base64 import urlsafe_b64encode
from functools import cache

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

MARK = "sealed:"
PURPOSE = b"raadslag.desk.accounts.sealing"


class Unreadable(ValueError):
    """It was sealed with another key, or has been changed."""


def sealed(text: str) -> str:
    """The text so that only the site's key opens it; twice the same text is sealed differently."""
    return MARK + _lock(settings.SECRET_KEY).encrypt(text.encode()).decode("ascii")


def opened(kept: str) -> str:
    """The text that was sealed; what was kept before anything was sealed is as it is. Raises Unreadable."""
    if not kept.startswith(MARK):
        return kept
    try:
        return _lock(settings.SECRET_KEY).decrypt(kept.removeprefix(MARK)).decode()
    except InvalidToken as error:
        raise Unreadable from error


@cache
def _lock(secret_key: str) -> Fernet:
    """A key for this purpose alone, drawn from the site's."""
    drawn = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE).derive(secret_key.encode())
    return Fernet(urlsafe_b64encode(drawn))
