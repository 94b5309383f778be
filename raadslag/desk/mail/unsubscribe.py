"""Declining a kind of mail by the link in it, without logging in."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from raadslag.desk.access import now
from raadslag.desk.mail.wishes import CHOICES
from raadslag.mail.unsubscribing import unsubscribing
from raadslag.models import Unsubscription


# Programs that look links through before a person sees them must not decline anything, so it takes a POST.
# A mail program posts without a cookie (RFC 8058); the signature says whose wish it is.
@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    found = unsubscribing(token)
    if found is None or found[1] not in CHOICES:
        raise Http404
    person, kind = found
    if request.method == "POST":
        Unsubscription.objects.decline(person, kind, at=now())
    context = {"kind": CHOICES[kind], "is_done": not Unsubscription.objects.wants(person, kind)}
    return render(request, "desk/mail/unsubscribe.html", context)
