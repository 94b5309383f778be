"""The outbox: what waits, what was sent, and what a person must decide about."""

from __future__ import annotations

from collections.abc import Mapping
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from raadslag.desk.access import View, now, person_of, today
from raadslag.models import MailState, OutboxMail
from raadslag.models.mail_words import FOR_A_PERSON, TO_BE_SENT
from raadslag.models.refusal import Refused
from raadslag.rules.roles import Role

ON_A_PAGE = 50
# what may be shown, as the address has it -> its heading, and the states
SHOWN: Mapping[str, tuple[Promise, tuple[MailState, ...]]] = {
    "venter": (gettext_lazy("Venter"), (*TO_BE_SENT, MailState.SENDING)),
    "problemer": (gettext_lazy("Ikke sendt"), FOR_A_PERSON),
    "sendt": (gettext_lazy("Sendt"), (MailState.SENT,)),
    "erstattet": (gettext_lazy("Erstattet"), (MailState.REPLACED,)),
}


def for_the_secretariat(view: View) -> View:
    """The page is there for secretaries and administrators alone."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        person = person_of(request)
        if not (person.is_administrator or person.bodies_as([Role.SECRETARY], today()).exists()):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@for_the_secretariat
def outbox(request: HttpRequest) -> HttpResponse:
    counts = {
        name: OutboxMail.objects.filter(state__in=states).count()
        for name, (_heading, states) in SHOWN.items()
    }
    chosen = request.GET.get("vis", "")
    if chosen not in SHOWN:
        chosen = "problemer" if counts["problemer"] else "venter"
    heading, states = SHOWN[chosen]
    mails = OutboxMail.objects.filter(state__in=states).select_related("person", "reply_to")
    context = {
        "section": "admin",
        "crumbs": [(_("Udbakke"), None)],
        "tabs": [(name, heading, counts[name]) for name, (heading, _states) in SHOWN.items()],
        "chosen": chosen,
        "heading": heading,
        "page": Paginator(mails, ON_A_PAGE).get_page(request.GET.get("side")),
        "has_server": bool(settings.SMTP_URL),
    }
    return render(request, "desk/mail/outbox.html", context)


@require_POST
@for_the_secretariat
def send_again(request: HttpRequest, key: UUID) -> HttpResponse:
    mail = get_object_or_404(OutboxMail, key=key)
    try:
        mail.send_again(by=person_of(request), at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Mailen til %(to)s sendes igen.") % {"to": mail.person or mail.address})
    return redirect("desk:outbox")
