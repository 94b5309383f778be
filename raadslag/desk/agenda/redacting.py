"""Words and areas are taken out of an attachment's file: marked on its pages, tried, and taken in use."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadslag.desk.access import note_look, now, person_of, seen, today
from raadslag.desk.agenda import redaction
from raadslag.desk.agenda.marking import Marking, marking_of
from raadslag.desk.agenda.out import meetings_with, out_now
from raadslag.desk.attachments.files import found
from raadslag.desk.attachments.owners import crumbs_to
from raadslag.desk.year.pages import FORM, UNPROCESSABLE
from raadslag.models import Attachment, AttachmentFile, Incoming
from raadslag.models.attachment_redaction import PDF, take_redacted
from raadslag.models.desk_files import desk_files
from raadslag.models.refusal import Refused


@require_http_methods(FORM)
def redact(request: HttpRequest, key: UUID) -> HttpResponse:
    """The pages with what is marked on them; the trial; and then the finished file is the attachment's."""
    attachment = seen(request, Attachment, key)
    file = attachment.file
    if not attachment.may_be_changed_by(person_of(request), today()) or file is None or not file.is_ready:
        raise Http404
    try:
        sheets = redaction.pages_of(file)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:attachment", key)
    marking = marking_of(request.POST, len(sheets)) if request.method == "POST" else Marking()
    deed = request.POST.get("deed", "")
    fault = ""
    try:
        if request.method == "POST" and deed == "take" and not marking.faults:
            return taken(request, file, marking)
        if request.method == "POST" and deed == "try" and not marking.faults:
            return trial_page(request, file, marking, redaction.tried(file, marking))
    except Refused as refusal:
        fault = str(refusal)
    context = {
        **head(attachment, _("Overstreg")),
        "file": file,
        "sheets": [(sheet, round(sheet.size[0]), round(sheet.size[1])) for sheet in sheets],
        "marking": marking,
        "faults": [fault] if fault else marking.faults if deed != "back" else (),
        "words": request.POST.get("words", ""),
    }
    status = UNPROCESSABLE if context["faults"] else 200
    return render(request, "desk/agenda/redact.html", context, status=status)


def trial_page(
    request: HttpRequest, file: AttachmentFile, marking: Marking, trial: redaction.Trial
) -> HttpResponse:
    """What the file would be, before it is taken in use."""
    context = {
        **head(file.attachment, _("Se prøven")),
        "file": file,
        "marking": marking,
        "trial": trial,
        "in_title": [word for word in marking.words if word.casefold() in file.attachment.title.casefold()],
    }
    return render(request, "desk/agenda/redact_trial.html", context)


def taken(request: HttpRequest, file: AttachmentFile, marking: Marking) -> HttpResponse:
    """The trial becomes the attachment's file, once its finished bytes are looked through. Raises Refused."""
    sha256 = redaction.trial_of(file, request.POST.get("token", ""))
    texts = redaction.proven(sha256, marking.words)
    size = desk_files().path(sha256).stat().st_size
    take_redacted(
        file,
        Incoming(name_of(file, marking), sha256, size, PDF),
        texts,
        by=person_of(request),
        at=now(),
    )
    messages.success(request, _("Overstregningen er taget i brug. Ordene er væk fra filen."))
    for meeting in meetings_with(file.attachment):
        if out_now(meeting, file):
            messages.warning(
                request,
                _("Den gamle fil er stadig offentlig. Send en ny udgave, og træk så den gamle fil tilbage."),
            )
            return redirect("desk:agenda-published", meeting.key)
    return redirect("desk:attachment", file.attachment.key)


def name_of(file: AttachmentFile, marking: Marking) -> str:
    """What the finished file is called: as it was, unless that says what was taken out."""
    stem = PurePath(file.name).stem
    said = any(word.casefold() in stem.casefold() for word in marking.words)
    return f"{'bilag' if said else stem[:200]} (overstreget).pdf"


def head(attachment: Attachment, title: str) -> dict[str, Any]:
    return {
        "section": "meetings",
        "crumbs": crumbs_to(
            attachment.owner,
            (attachment.title, reverse("desk:attachment", args=[attachment.key])),
            (title, None),
        ),
        "attachment": attachment,
        "title": title,
    }


@require_safe
def page_picture(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """A page of an attachment's file, for those who may read the file."""
    file = found(request, key)
    if not file.pdf_sha256 or not file.may_be_read_by(person_of(request), today()):
        raise Http404
    return drawn(request, file, file.pdf_sha256, number)


@require_safe
def trial_picture(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """A page of a trial, for those who may change the attachment."""
    file = found(request, key)
    if not file.attachment.may_be_changed_by(person_of(request), today()):
        raise Http404
    try:
        sha256 = redaction.trial_of(file, request.GET.get("token", ""))
    except Refused as refusal:
        raise Http404 from refusal
    return drawn(request, file, sha256, number)


def drawn(request: HttpRequest, file: AttachmentFile, sha256: str, number: int) -> HttpResponse:
    try:
        picture = redaction.picture(sha256, number)
    except Refused as refusal:
        raise Http404 from refusal
    if picture is None:
        raise Http404
    note_look(request, file.attachment, now())
    response = HttpResponse(picture, content_type="image/png")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'"
    return response
