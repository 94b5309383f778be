"""What stands in place of what was withdrawn: that it was there, when it went, and why."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from raadslag.archive.models import Publication, Withdrawal

View = Callable[..., HttpResponseBase]


class Gone(Exception):
    """The address is of something that is withdrawn."""

    def __init__(self, publication: Publication, withdrawal: Withdrawal) -> None:
        super().__init__(str(withdrawal))
        self.publication = publication
        self.withdrawal = withdrawal


def tombstoned(view: View) -> View:
    """Answers 410 with a page that says why, where the view is asked for something withdrawn."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Gone as gone:
            return tombstone(request, gone)

    return answered


def tombstone(request: HttpRequest, gone: Gone) -> HttpResponseBase:
    """The page in place of what is gone. It tells nothing of what stood there."""
    body = gone.publication.body
    context = {
        "section": "bodies",
        "crumbs": [
            (_("Møder"), "/moeder/"),
            (body.name, f"/moeder/{body.slug}/"),
            (_("Trukket tilbage"), None),
        ],
        "publication": gone.publication,
        "withdrawal": gone.withdrawal,
    }
    response = render(request, "public/tombstone.html", context, status=410)
    response["Cache-Control"] = "no-store"
    return response


def require_shown(publication: Publication) -> None:
    """Raises Gone where the version is withdrawn."""
    withdrawal = Withdrawal.objects.filter(versions__publication=publication).select_related("body").last()
    if withdrawal is not None:
        raise Gone(publication, withdrawal)


def withdrawal_of(publication: Publication, attachment: str) -> Withdrawal | None:
    """Why the attachment with that part of the address ("punkt-2/bilag-1") was withdrawn."""
    of_document = Withdrawal.objects.filter(
        body=publication.body, occasion=publication.occasion, document=publication.document
    )
    return of_document.filter(attachment=attachment).select_related("body").last()
