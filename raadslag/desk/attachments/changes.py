"""What is done to one attachment, each at an address of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from raadslag.desk.access import now, person_of, seen, today
from raadslag.desk.attachments import taking_in
from raadslag.desk.attachments.back import back_to
from raadslag.desk.attachments.owners import attachments_of
from raadslag.desk.attachments.pages import attachment_page
from raadslag.models import Attachment
from raadslag.models.refusal import Refused

Given = Mapping[str, str]


def rename(attachment: Attachment, given: Given, **who: Any) -> None:
    attachment.rename(given.get("title", ""), **who)


def close(attachment: Attachment, given: Given, **who: Any) -> None:
    attachment.close(given.get("closed_ground", ""), **who)


def open_up(attachment: Attachment, _given: Given, **who: Any) -> None:
    attachment.open(**who)


def leave_out(attachment: Attachment, given: Given, **who: Any) -> None:
    attachment.leave_out(given.get("left_out_reason", ""), **who)


def take_in(attachment: Attachment, _given: Given, **who: Any) -> None:
    attachment.take_in(**who)


def place(attachment: Attachment, given: Given, **who: Any) -> None:
    number = given.get("place", "")
    if not number.lstrip("-").isdecimal() or len(number) > 4:
        raise Refused(_("Vælg en plads i rækken."))
    attachment.place_at(int(number), **who)


def retry(attachment: Attachment, _given: Given, **who: Any) -> None:
    taking_in.retry(attachment, **who)


def remove(attachment: Attachment, _given: Given, **who: Any) -> None:
    attachment.remove(**who)


def take_part(attachment: Attachment, given: Given, **who: Any) -> None:
    number = given.get("number", "")
    if attachment.file is None or not number.isdecimal():
        raise Refused(_("Vælg en af e-mailens filer."))
    taking_in.add_part(attachment.file, int(number), **who)


# the word in the address -> what is done, and what is said when it is done
CHANGES: dict[str, tuple[Callable[..., None], object]] = {
    "titel": (rename, gettext_lazy("Titlen er rettet.")),
    "luk": (close, gettext_lazy("Bilaget er lukket.")),
    "aabn": (open_up, gettext_lazy("Bilaget er åbent.")),
    "udelad": (leave_out, gettext_lazy("Bilaget er udeladt. Pakken siger det på en side.")),
    "tag-med": (take_in, gettext_lazy("Bilaget er med igen.")),
    "plads": (place, ""),
    "proev-igen": (retry, gettext_lazy("Filen bliver omdannet igen.")),
    "fjern": (remove, gettext_lazy("Bilaget er fjernet. Du kan fortryde det under listen.")),
    "del": (take_part, gettext_lazy("Filen fra e-mailen er nu et bilag for sig.")),
}


@require_POST
def attachment_change(request: HttpRequest, key: UUID, change: str) -> HttpResponse:
    """Does it, or shows the attachment's page with what was typed and why it was not done."""
    attachment = seen(request, Attachment, key)
    do, said = CHANGES[change]
    try:
        do(attachment, request.POST, by=person_of(request), at=now())
    except Refused as refused:
        attachment.refresh_from_db()
        return attachment_page(request, attachment, fault=str(refused), typed=request.POST, status=422)
    if said:
        messages.success(request, str(said))
    return redirect(back_to(request, attachments_of(attachment.owner)))


@require_POST
def attachment_restore(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was removed is there again."""
    person = person_of(request)
    removed = Attachment.objects.removed_and_visible_to(person, today())
    attachment = get_object_or_404(removed, key=key)
    if not attachment.may_be_changed_by(person, today()):
        raise Http404
    attachment.restore(by=person, at=now())
    messages.success(request, _("Bilaget er tilbage, hvor det var."))
    return redirect(back_to(request, attachments_of(attachment.owner)))
