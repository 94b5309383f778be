"""The pages of attachments: all of one thing's, and one alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadslag.conversion import Finding, Weight
from raadslag.desk.access import person_of, seen, today
from raadslag.desk.attachments.owners import attachments_of, crumbs_to, owner_glimpsed, owner_seen
from raadslag.desk.attachments.shown import Shown, facts, shown_list
from raadslag.models import Attachment, AttachmentFile, Meeting
from raadslag.models.attachment_rights import roles_at
from raadslag.rules.roles import ADMINISTRATIVE, Role

ADMINISTRATIVE_OR_WRITER = frozenset({*ADMINISTRATIVE, Role.WRITER})
WEIGHTS = (Weight.WARNING, Weight.NOTICE, Weight.ROUTINE)
PREVIEWED = 20_000  # characters of the text that are shown beside the PDF


@require_safe
def attachments(request: HttpRequest, noun: str, key: UUID) -> HttpResponse:
    """What hangs on a paper, an item or a meeting, by itself."""
    owner = owner_seen(request, noun, key)
    context = {
        "section": "meetings" if isinstance(owner, Meeting) else "papers",
        "crumbs": crumbs_to(owner, (_("Bilag"), None)),
        "owner": owner,
    }
    return render(request, "desk/attachments/attachments.html", context)


@require_safe
def attachments_list(request: HttpRequest, noun: str, key: UUID) -> HttpResponse:
    """The rows alone, for the page that follows how far they are."""
    listed = shown_list(owner_glimpsed(request, noun, key), person_of(request))
    answer = render(
        request, "desk/attachments/_rows.html", {"list": listed, "next": request.GET.get("next", "")}
    )
    answer["X-Under-Way"] = str(listed.under_way)
    answer["Cache-Control"] = "no-store"
    return answer


@require_safe
def attachment(request: HttpRequest, key: UUID) -> HttpResponse:
    """One attachment: its safe copy, its text, what was found in it, its history and what can be done."""
    return attachment_page(request, seen(request, Attachment, key))


def attachment_page(
    request: HttpRequest,
    attachment: Attachment,
    *,
    fault: str = "",
    typed: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, with what somebody typed where it could not be done."""
    person, on = person_of(request), today()
    file = attachment.file
    is_kept = attachment.is_kept_by(person, on)
    may_read = file is not None and file.is_ready and file.may_be_read_by(person, on)
    typed = typed or {}
    context: dict[str, Any] = {
        "section": "meetings" if isinstance(attachment.owner, Meeting) else "papers",
        "crumbs": crumbs_to(
            attachment.owner, (_("Bilag"), attachments_of(attachment.owner)), (attachment.title, None)
        ),
        "attachment": attachment,
        "shown": Shown(attachment, file, 0, is_last=True),
        "file": file,
        "may_read": may_read,
        "text": file.text[:PREVIEWED].split("\f") if file and may_read else [],
        "findings": findings_of(file, in_full=is_kept) if file else [],
        "shows_findings": not ADMINISTRATIVE_OR_WRITER.isdisjoint(roles_at(attachment.owner, person, on)),
        "is_kept": is_kept,
        "may_change": attachment.may_be_changed_by(person, on),
        "history": history_of(attachment) if is_kept else [],
        "fault": fault,
        "title": typed.get("title", attachment.title),
        "closed_ground": typed.get("closed_ground", attachment.closed_ground),
        "left_out_reason": typed.get("left_out_reason", attachment.left_out_reason),
    }
    return render(request, "desk/attachments/attachment.html", context, status=status)


def findings_of(file: AttachmentFile, *, in_full: bool) -> list[dict[str, str]]:
    """What the safe copy leaves out, the weightiest first, in words. Names of what was hidden tell of it, so
    they are only for those who may have the original: `in_full`."""
    found = [Finding.from_data(each) for each in file.findings]
    return [
        {
            "sentence": each.sentence if get_language() == settings.LANGUAGE_CODE else each.english,
            "which": ", ".join(each.which) if in_full else "",
            "weight": str(each.weight),
        }
        for each in sorted(found, key=lambda finding: WEIGHTS.index(finding.weight))
    ]


def history_of(attachment: Attachment) -> list[dict[str, Any]]:
    """The files that it has been, the newest first."""
    files = attachment.files.select_related("uploaded_by").defer("text").order_by("-number")
    return [{"file": file, "facts": facts(file)} for file in files]
