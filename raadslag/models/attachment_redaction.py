"""A redacted file takes the place of an attachment's file, and is ready at once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadslag.models.attachment_changes import add_file, held
from raadslag.models.attachment_file import AttachmentFile, Incoming, Outcome
from raadslag.models.attachment_rights import why_not
from raadslag.models.event import Event
from raadslag.models.refusal import Overtaken, Refused

if TYPE_CHECKING:
    from raadslag.models.person import Person

PDF = "application/pdf"


def take_redacted(
    before: AttachmentFile, made: Incoming, texts: list[str], *, by: Person, at: datetime
) -> AttachmentFile:
    """The attachment's next file, in the place of `before`: made of its safe copy, so it is safe itself.

    `texts` is what can be read on its pages. The file before stays as history, for those who keep the
    attachment. Raises Refused, and Overtaken where the attachment has got another file meanwhile.
    """
    attachment = before.attachment
    with transaction.atomic():
        owner = held(attachment.owner)
        if refusal := why_not(owner, by, timezone.localdate(at)):
            raise Refused(refusal)
        newest = attachment.file
        if newest is None or newest.pk != before.pk:
            raise Overtaken(_("Bilaget har fået en ny fil imens. Se på den, og overstreg i den i stedet."))
        new = add_file(attachment, made, number=before.number + 1, by=by, at=at)
        new.finish(
            Outcome(
                pdf_sha256=made.sha256,
                pages=len(texts),
                text="\f".join(texts).replace("\0", ""),  # PostgreSQL has no room for it
                media_type=PDF,
                is_recognised=before.is_recognised,
            ),
            at,
        )
        Event.objects.record("attachment_redacted", by=by, at=at, about=attachment, number=new.number)
    return new
