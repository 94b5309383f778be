"""A document that is out, or one attachment of it, is taken back for a reason that everybody can read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from raadslag.archive.models import Publication, PublishedFile
from raadslag.desk.access import now, person_of
from raadslag.desk.agenda.out import of
from raadslag.desk.agenda.pages import agenda_page
from raadslag.desk.agenda.rights import built_meeting
from raadslag.desk.year.pages import FORM, status_of
from raadslag.models import Event, Meeting, Person
from raadslag.public.words import document_name
from raadslag.publishing import CannotWithdraw, Withdrawn, withdraw, withdraw_attachment
from raadslag.publishing.withdrawing import LONGEST_REASON


class WithdrawForm(forms.Form):
    """Why, and that it is meant."""

    why = forms.CharField(
        label=gettext_lazy("Hvorfor trækkes det tilbage?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Grunden kan læses af alle. Skriv ikke noget, der ikke må være offentligt."),
        error_messages={
            "required": gettext_lazy("Skriv, hvorfor det trækkes tilbage. Grunden kan læses af alle.")
        },
    )
    sure = forms.BooleanField(
        label=gettext_lazy("Ja, træk det tilbage nu. Det kan ikke fortrydes."),
        error_messages={"required": gettext_lazy("Sæt kryds, hvis du vil trække det tilbage.")},
    )


@require_http_methods(FORM)
def agenda_withdraw(request: HttpRequest, key: UUID, document: str) -> HttpResponse:
    """The whole document, in all its versions."""
    meeting = built_meeting(request, key)
    publication = get_object_or_404(Publication.objects.current().filter(of(meeting)), document=document)

    def take_back(why: str, by: Person, at: datetime) -> Withdrawn:
        return withdraw(publication, by=by.name, at=at, why=why)

    what = {"name": document_name(publication), "address": publication.address, "is_whole": True}
    return page(request, meeting, what, "publication_withdrawn", take_back)


@require_http_methods(FORM)
def agenda_withdraw_attachment(
    request: HttpRequest, key: UUID, document: str, version: int, item: str, file: str
) -> HttpResponse:
    """One attachment, in every version of the document that has it."""
    meeting = built_meeting(request, key)
    publications = Publication.objects.filter(of(meeting), withdrawn=None, document=document, version=version)
    found = get_object_or_404(
        PublishedFile.objects.select_related("item", "publication__body"),
        publication__in=publications,
        item__slug=item,
        slug=file,
    )

    def take_back(why: str, by: Person, at: datetime) -> Withdrawn:
        return withdraw_attachment(found, by=by.name, at=at, why=why)

    what = {"name": found.title, "address": found.address, "is_whole": False}
    return page(request, meeting, what, "published_attachment_withdrawn", take_back)


def page(
    request: HttpRequest,
    meeting: Meeting,
    what: dict[str, Any],
    verb: str,
    take_back: Callable[[str, Person, datetime], Withdrawn],
) -> HttpResponse:
    """Asks why and whether it is meant, and does it."""
    form, by, at = WithdrawForm(request.POST or None), person_of(request), now()
    if request.method == "POST" and form.is_valid():
        try:
            withdrawn = take_back(form.cleaned_data["why"], by, at)
        except CannotWithdraw as refusal:
            form.add_error("why", str(refusal))
        except OSError:
            note(verb, meeting, what["address"], form.cleaned_data["why"], by, at)
            messages.warning(
                request,
                _("Det vises ikke mere, men alt er ikke slettet fra serveren endnu. Sig det til driften."),
            )
            return redirect("desk:agenda-published", meeting.key)
        else:
            note(verb, meeting, what["address"], form.cleaned_data["why"], by, at)
            messages.success(request, _("Det er trukket tilbage. Grunden står i stedet."))
            for address in withdrawn.still_at:
                messages.warning(
                    request, _("Den samme fil kan stadig hentes her: %(address)s") % {"address": address}
                )
            return redirect("desk:agenda-published", meeting.key)
    context = {
        **agenda_page(
            meeting,
            (_("Offentliggjort"), reverse("desk:agenda-published", args=[meeting.key])),
            (_("Træk tilbage"), None),
        ),
        "form": form,
        "what": what,
    }
    return render(request, "desk/agenda/withdraw.html", context, status=status_of(form))


def note(verb: str, meeting: Meeting, address: str, why: str, by: Person, at: datetime) -> None:
    """In the desk's own log, beside what stands in the archive."""
    Event.objects.record(verb, by=by, at=at, about=meeting, address=address, why=why)
