"""Files are put up: several at once, or one in the place of another."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from raadslag.desk.access import now, person_of, seen, today
from raadslag.desk.attachments import taking_in
from raadslag.desk.attachments.back import back_to
from raadslag.desk.attachments.owners import attachments_of, owner_seen
from raadslag.desk.attachments.receiving import Received, received
from raadslag.models import Attachment
from raadslag.models.attachment_rights import why_not
from raadslag.models.refusal import Refused
from raadslag.record import Part


@csrf_exempt  # `received` checks it, without reading 100 MB for one who may not
@require_POST
def attachment_upload(request: HttpRequest, noun: str, key: UUID) -> HttpResponse:
    """Hangs the files on the paper, item or meeting."""
    owner = owner_seen(request, noun, key)
    person = person_of(request)
    if refusal := why_not(owner, person, today()):
        return answered(request, 0, [("", refusal)], attachments_of(owner), status=403)
    came = received(request)
    try:
        added = taking_in.add(
            owner,
            came.files,
            by=person,
            at=now(),
            part=Part.CLOSED if request.POST.get("part") == Part.CLOSED else Part.OPEN,
            closed_ground=request.POST.get("closed_ground", ""),
        )
    except Refused as refused:
        return answered(request, 0, [*came.refused, ("", str(refused))], attachments_of(owner))
    return answered(request, len(added), faults(came), attachments_of(owner))


@csrf_exempt  # as above
@require_POST
def attachment_replace(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another file takes the place of the one that was."""
    attachment = seen(request, Attachment, key)
    person = person_of(request)
    if refusal := why_not(attachment.owner, person, today()):
        return answered(request, 0, [("", refusal)], attachments_of(attachment.owner), status=403)
    came = received(request)
    refused = [*came.refused]
    if len(came.files) == 1:
        try:
            taking_in.replace(attachment, came.files[0], by=person, at=now())
        except Refused as why:
            refused.append(("", str(why)))
    elif not refused:
        refused.append(("", _("Vælg én fil.")))
    return answered(request, len(came.files), refused, attachments_of(attachment.owner))


def faults(came: Received) -> list[tuple[str, str]]:
    """Why files were not taken, or that there were none."""
    if came.files or came.refused:
        return [*came.refused]
    return [("", _("Vælg en eller flere filer først."))]


def answered(
    request: HttpRequest, taken: int, refused: list[tuple[str, str]], otherwise: str, *, status: int = 200
) -> HttpResponse:
    """What became of the files: as JSON for the page's script, else on the page that they came from."""
    if request.accepts("text/html"):
        if taken:
            said = ngettext("Filen er lagt op.", "%(n)d filer er lagt op.", taken) % {"n": taken}
            messages.success(request, said)
        for name, why in refused:
            messages.error(request, f"{name}: {why}" if name else why)
        return redirect(back_to(request, otherwise))
    told = [{"name": name, "why": why} for name, why in refused]
    return JsonResponse({"taken": taken, "refused": told}, status=status)
