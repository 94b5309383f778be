"""What is done to one attachment. Each change is one transaction, asks who may, and leaves an event."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadslag.models.attachment_file import AttachmentFile, FileState, Incoming
from raadslag.models.attachment_rights import roles_at, why_not
from raadslag.models.event import Event
from raadslag.models.refusal import Refused
from raadslag.record import Part
from raadslag.rules.attachments import HELPERS

if TYPE_CHECKING:
    from raadslag.models.attachment import Attachment
    from raadslag.models.person import Person

LONGEST_TITLE = LONGEST_REASON = 300


class AttachmentChanges(models.Model):
    """The part of an attachment that changes it. Raises Refused, with a Danish sentence, where the person
    may not, or where words are missing."""

    class Meta:
        abstract = True

    def replace(self: Attachment, file: Incoming, *, by: Person, at: datetime) -> AttachmentFile:
        """Another file takes the place of the one that was; the older ones stay as its history."""
        with self._changed("attachment_replaced", by=by, at=at) as detail:
            newest = self.file
            new = add_file(self, file, number=newest.number + 1 if newest else 1, by=by, at=at)
            detail["number"] = new.number
        return new

    def rename(self: Attachment, title: str, *, by: Person, at: datetime) -> None:
        """It gets another title."""
        with self._changed("attachment_renamed", by=by, at=at):
            self.title = words(title, _("Skriv en titel."), LONGEST_TITLE)

    def close(self: Attachment, ground: str, *, by: Person, at: datetime) -> None:
        """It is for behind closed doors."""
        with self._changed("attachment_closed", by=by, at=at):
            self.closed_ground = words(
                ground, _("Skriv, hvorfor bilaget er lukket, for eksempel paragraffen."), LONGEST_REASON
            )
            self.part = Part.CLOSED

    def open(self: Attachment, *, by: Person, at: datetime) -> None:
        """It is for everybody, where what it hangs on is."""
        with self._changed("attachment_opened", by=by, at=at):
            self.part, self.closed_ground = Part.OPEN, ""

    def leave_out(self: Attachment, reason: str, *, by: Person, at: datetime) -> None:
        """It is not published and holds nothing up; the pack says so, and why, on a page."""
        with self._changed("attachment_left_out", by=by, at=at):
            self.left_out_reason = words(
                reason,
                _("Skriv, hvorfor bilaget er udeladt. Det kommer til at stå i pakken."),
                LONGEST_REASON,
            )

    def take_in(self: Attachment, *, by: Person, at: datetime) -> None:
        """It is no longer left out."""
        with self._changed("attachment_taken_in", by=by, at=at):
            self.left_out_reason = ""

    def remove(self: Attachment, *, by: Person, at: datetime) -> None:
        """It is gone for all; who may change the attachments can undo it."""
        with self._changed("attachment_removed", by=by, at=at):
            self.removed_at = at

    def restore(self: Attachment, *, by: Person, at: datetime) -> None:
        """It is there again, where it was."""
        with self._changed("attachment_restored", by=by, at=at):
            self.removed_at = None

    def place_at(self: Attachment, place: int, *, by: Person, at: datetime) -> None:
        """It gets that place, from 0, among the attachments that hang beside it."""
        with self._changed("attachment_moved", by=by, at=at) as detail:
            others = list(type(self).objects.of(self.owner).exclude(pk=self.pk))
            others.insert(max(0, place), self)
            for order, each in enumerate(others):
                each.order = order
            type(self).objects.bulk_update(others, ["order"])
            detail["place"] = self.order + 1

    def retry(self: Attachment, *, by: Person, at: datetime) -> AttachmentFile | None:
        """The conversion that failed is tried anew; None where none has failed."""
        if HELPERS.isdisjoint(roles_at(self.owner, by, timezone.localdate(at))):
            raise Refused(
                _("Du kan ikke sætte omdannelsen i gang igen. Bed den, der lagde bilaget op, om det.")
            )
        with transaction.atomic():
            failed = self.files.select_for_update().order_by("-number").first()
            if failed is None or failed.state != FileState.FAILED:
                return None
            failed.fault = ""
            failed.save(update_fields=["fault"])
            failed.wait_again(tries=0)
            Event.objects.record("attachment_retried", by=by, at=at, about=self, number=failed.number)
        return failed

    @contextmanager
    def _changed(self: Attachment, verb: str, *, by: Person, at: datetime) -> Iterator[dict[str, object]]:
        """Around a change: who holds what it hangs on holds its attachments, one change at a time."""
        with transaction.atomic():
            owner = held(self.owner)
            if refusal := why_not(owner, by, timezone.localdate(at)):
                raise Refused(refusal)
            self.refresh_from_db()
            detail: dict[str, object] = {}
            yield detail
            self.save()
            Event.objects.record(verb, by=by, at=at, about=self, **detail)


def held(owner: models.Model) -> models.Model:
    """The paper, item or meeting, locked until the transaction ends."""
    return type(owner)._default_manager.select_for_update().get(pk=owner.pk)


def words(given: str, missing: str, longest: int) -> str:
    """What somebody wrote, on one line. Raises Refused with the sentence where nothing is."""
    line = " ".join(given.split())
    if not line:
        raise Refused(missing)
    if len(line) > longest:
        raise Refused(_("Teksten er for lang. Skriv højst %(n)d tegn.") % {"n": longest})
    return line


def add_file(
    attachment: Attachment, file: Incoming, *, number: int, by: Person, at: datetime
) -> AttachmentFile:
    """The attachment's next file, which waits for its conversion."""
    return AttachmentFile.objects.create(
        attachment=attachment,
        number=number,
        name=file.name,
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
        uploaded_at=at,
        uploaded_by=by,
    )
