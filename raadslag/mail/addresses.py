"""The addresses that mails link to."""

from uuid import UUID

from django.conf import settings

DESK = "/skrivebord"


def address(path: str, language: str) -> str:
    """The whole address of a path of the site, on the page in that language."""
    prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    return f"{settings.SITE}{prefix}{path}"


def meeting_path(key: UUID) -> str:
    return f"{DESK}/moeder/{key}/"


def paper_path(key: UUID) -> str:
    return f"{DESK}/indstillinger/{key}/"


def reading_path(key: UUID) -> str:
    """Where the readers of an agenda that is not sent yet read it."""
    return f"{DESK}/laesning/{key}/"
