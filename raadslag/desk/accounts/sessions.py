"""How long a session lasts: until nobody has used it for a while, and no longer than a day's work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from raadslag.desk.access import now
from raadslag.models import Event

# in the session, as seconds since 1970
BEGAN, SEEN = "desk_began", "desk_seen"
UNAUTHORISED = 401
NOTED_EVERY = 60  # seconds: the time of the last use is no more exact, and seldom a write


def begin(request: HttpRequest, at: datetime) -> None:
    """The session counts from now."""
    request.session[BEGAN] = request.session[SEEN] = int(at.timestamp())


def expiring(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: logs out whoever has been away for too long. What was asked for waits behind log-in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            at = now()
            if BEGAN not in request.session:
                begin(request, at)
            elif is_over(request, at):
                Event.objects.record("session_expired", by=request.user, at=at, about=request.user)
                logout(request)
                messages.warning(
                    request, _("Du har været væk længe. Log ind igen, så er du tilbage ved det, du kom fra.")
                )
            elif at.timestamp() - request.session[SEEN] > NOTED_EVERY:
                request.session[SEEN] = int(at.timestamp())
        return get_response(request)

    return middleware


class LogInFirst(LoginRequiredMiddleware):
    """Middleware: who is not logged in is led to the door. What a page sends in the background, wanting data
    for an answer, gets a 401 with a sentence instead."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseBase:
        if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
            return JsonResponse({"sentences": [_("Du er logget ud. Log ind igen.")]}, status=UNAUTHORISED)
        return super().handle_no_permission(request, view_func)


def is_over(request: HttpRequest, at: datetime) -> bool:
    """Whether the session has lasted, or been unused, too long."""
    lasted, unused = (at.timestamp() - request.session[since] for since in (BEGAN, SEEN))
    return lasted > settings.SESSION_HOURS * 3600 or unused > settings.SESSION_IDLE_MINUTES * 60
