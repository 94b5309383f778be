"""Attachments' files, at addresses that nobody can guess and only those who may see reach."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from raadslag.desk.access import now, person_of, today
from raadslag.desk.attachments.reading import note_reading
from raadslag.desk.attachments.sent_file import sent
from raadslag.models import AttachmentFile
from raadslag.models.desk_files import desk_files

PDF = "application/pdf"
UNKNOWN = "application/octet-stream"


@require_safe
def safe_copy(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The PDF that is shown, printed and published."""
    file = found(request, key)
    if not file.pdf_sha256 or not file.may_be_read_by(person_of(request), today()):
        raise Http404
    name = f"{file.attachment.title}.pdf"
    return handed_over(request, file, file.pdf_sha256, name=name, media_type=PDF, to_save=False)


@require_safe
def original(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The file as it came, with what may be hidden in it: for those who keep the attachment."""
    file = found(request, key)
    if not file.original_may_be_read_by(person_of(request), today()):
        raise Http404
    media_type = file.media_type or UNKNOWN
    return handed_over(request, file, file.sha256, name=file.name, media_type=media_type, to_save=True)


def found(request: HttpRequest, key: UUID) -> AttachmentFile:
    """The file of an attachment that the person may see; Http404."""
    file = AttachmentFile.objects.select_related("attachment").filter(key=key).first()
    if file is None or not file.attachment.may_be_seen_by(person_of(request), today()):
        raise Http404
    return file


def handed_over(
    request: HttpRequest, file: AttachmentFile, sha256: str, *, name: str, media_type: str, to_save: bool
) -> HttpResponseBase:
    """The bytes, and a line in the log where they are closed."""
    path = desk_files().path(sha256)
    if not path.is_file():
        raise Http404
    note_reading(request, file.attachment, now())
    return sent(request, path, sha256, name=name, media_type=media_type, to_save=to_save)
