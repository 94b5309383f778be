"""Files become attachments, and the queue is asked for their conversion in the same transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from raadslag.jobs.conversion import convert_soon
from raadslag.models import Attachment, AttachmentFile, Incoming, Person
from raadslag.models.attachment_rights import Owner
from raadslag.models.refusal import Refused
from raadslag.record import Part


def add(
    owner: Owner, files: Sequence[Incoming], *, by: Person, at: datetime, part: Part, closed_ground: str
) -> list[Attachment]:
    """An attachment for each file. Raises Refused."""
    with transaction.atomic():
        added = Attachment.objects.add(owner, files, by=by, at=at, part=part, closed_ground=closed_ground)
        for attachment in added:
            convert_soon(attachment.files.get())
    return added


def replace(attachment: Attachment, file: Incoming, *, by: Person, at: datetime) -> AttachmentFile:
    """Another file in the place of the one that was. Raises Refused."""
    with transaction.atomic():
        new = attachment.replace(file, by=by, at=at)
        convert_soon(new)
    return new


def retry(attachment: Attachment, *, by: Person, at: datetime) -> None:
    """Another try for a conversion that failed. Raises Refused."""
    with transaction.atomic():
        if failed := attachment.retry(by=by, at=at):
            convert_soon(failed)


def add_part(file: AttachmentFile, place: int, *, by: Person, at: datetime) -> Attachment:
    """A file of an e-mail as an attachment of its own, as open or closed as the e-mail is. Raises Refused."""
    part = file.parts[place] if 0 <= place < len(file.parts) else None
    if not part or not part["sha256"]:
        raise Refused(part["why"] if part else _("Den fil er ikke i e-mailen."))
    mail = file.attachment
    incoming = Incoming(part["name"], part["sha256"], part["size"], part["media_type"])
    [added] = add(
        mail.owner, [incoming], by=by, at=at, part=Part(mail.part), closed_ground=mail.closed_ground
    )
    return added
