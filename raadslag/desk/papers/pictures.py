"""The pictures in papers: sent by the editor, and shown to those who may see the paper."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadslag.desk.access import glimpsed, now, person_of, seen
from raadslag.desk.papers.untrusted import picture_in
from raadslag.models import Paper, Picture
from raadslag.reading.unreadable import UnreadableDocument

LARGEST = 20_000_000
WRONG = 422


@require_POST
def upload(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keeps a picture; gives its address, or what is wrong with it."""
    paper = seen(request, Paper, key)
    by, at = person_of(request), now()
    if not paper.may_write(by, at):
        raise Http404
    file = request.FILES.get("file")
    if file is None or not file.size:
        return JsonResponse({"fault": _("Vælg et billede.")}, status=WRONG)
    if file.size > LARGEST:
        return JsonResponse(
            {"fault": _("Billedet er for stort. Gør det mindre, og prøv igen.")}, status=WRONG
        )
    try:
        clean = picture_in(file.read())
    except UnreadableDocument as refused:
        return JsonResponse({"fault": str(refused)}, status=WRONG)
    picture = Picture.objects.add(paper, clean.data, clean.media_type, by=by, at=at)
    return JsonResponse({"src": picture.address})


@require_safe
def picture(request: HttpRequest, key: UUID) -> HttpResponse:
    """The picture's bytes, for those who may see its paper."""
    found = Picture.objects.select_related("paper").filter(key=key).first()
    if found is None:
        raise Http404
    glimpsed(request, Paper, found.paper.key)
    response = HttpResponse(found.data, content_type=found.media_type)
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    return response
