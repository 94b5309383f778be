"""What attachments hang on, as addresses and pages name it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from raadslag.desk.access import glimpsed, seen
from raadslag.models import Item, Meeting, Paper
from raadslag.models.attachment_rights import Owner

# the word in addresses -> what it is, and the name of its own page
NOUNS: dict[str, tuple[type[Owner], str]] = {
    "indstilling": (Paper, "desk:paper"),
    "punkt": (Item, "desk:item"),
    "moede": (Meeting, "desk:meeting"),
}
NOUN_OF = {model: noun for noun, (model, _page) in NOUNS.items()}


def owner_seen(request: HttpRequest, noun: str, key: UUID) -> Owner:
    """The paper, item or meeting, if the person may see it; Http404. That a meeting is, is no secret."""
    model, _page = NOUNS[noun]
    return meeting_of(key) if model is Meeting else seen(request, model, key)


def owner_glimpsed(request: HttpRequest, noun: str, key: UUID) -> Owner:
    """The same for what a page that is open asks for again and again."""
    model, _page = NOUNS[noun]
    return meeting_of(key) if model is Meeting else glimpsed(request, model, key)


def meeting_of(key: UUID) -> Meeting:
    return get_object_or_404(Meeting.objects.select_related("body"), key=key)


def page_of(owner: Owner) -> str:
    """The address of its own page."""
    return reverse(NOUNS[NOUN_OF[type(owner)]][1], args=[owner.key])


def attachments_of(owner: Owner) -> str:
    """The address of the page with its attachments alone."""
    return reverse("desk:attachments", args=[NOUN_OF[type(owner)], owner.key])


def crumbs_to(owner: Owner, *more: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    """The way from the start page to it, and further."""
    above = {
        Paper: (_("Indstillinger"), reverse("desk:papers")),
        Item: (_("Møder"), reverse("desk:meetings")),
        Meeting: (_("Møder"), reverse("desk:meetings")),
    }
    return [above[type(owner)], (str(owner), page_of(owner)), *more]
