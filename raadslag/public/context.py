"""What every page knows."""

from django.conf import settings
from django.http import HttpRequest


def municipality(request: HttpRequest) -> dict[str, str]:
    """Whose pages these are."""
    return {"municipality": settings.MUNICIPALITY}
