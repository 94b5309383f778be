"""One file that an attachment is or has been, and how far its conversion is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column

if TYPE_CHECKING:
    from raadslag.models.person import Person


class FileState(models.TextChoices):
    """How far a file's conversion is."""

    WAITING = "waiting", _("venter")
    CONVERTING = "converting", _("omdannes")
    READY = "ready", _("klar")
    FAILED = "failed", _("mislykkedes")


UNDER_WAY = (FileState.WAITING, FileState.CONVERTING)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that is whole in the desk's files, and not yet anybody's attachment. `size` in bytes."""

    name: str
    sha256: str
    size: int
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a conversion. `parts` are an e-mail's files, `findings` what the safe copy leaves out,
    both as JSON data."""

    pdf_sha256: str
    pages: int
    text: str
    media_type: str
    is_recognised: bool = False
    findings: tuple[dict[str, Any], ...] = ()
    parts: tuple[dict[str, Any], ...] = ()


class AttachmentFileQuerySet(models.QuerySet["AttachmentFile"]):
    """Choosing among files."""

    def latest(self) -> AttachmentFileQuerySet:
        """Each attachment's newest, of those that are still attachments."""
        newest = AttachmentFile.objects.filter(attachment=OuterRef("attachment")).order_by("-number")
        return self.filter(pk=Subquery(newest.values("pk")[:1]), attachment__removed_at=None)

    def under_way(self) -> AttachmentFileQuerySet:
        """Those that wait for their conversion or are in it."""
        return self.filter(state__in=UNDER_WAY)


class AttachmentFile(models.Model):
    """One file that the attachment is or has been. `sha256` names the bytes as they came, `pdf_sha256` the
    safe copy that is shown and published: both in the desk's files. `text` has a form feed between pages.
    `findings` says what the safe copy leaves out. `parts` are the files of an e-mail: name, sha256, size,
    media_type, and `why` it cannot be an attachment of its own."""

    key = key_column()
    attachment = models.ForeignKey("desk.Attachment", models.CASCADE, related_name="files")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120, blank=True)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=FileState, default=FileState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    fault = models.TextField(blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    pages = models.PositiveIntegerField(null=True)
    text = models.TextField(blank=True)
    is_recognised = models.BooleanField(default=False)
    findings = models.JSONField(default=list)
    parts = models.JSONField(default=list)

    objects = AttachmentFileQuerySet.as_manager()

    class Meta:
        ordering = ("attachment", "number")
        constraints = (
            models.UniqueConstraint(fields=["attachment", "number"], name="attachment_file_number"),
            models.CheckConstraint(
                condition=~models.Q(state=FileState.READY) | ~models.Q(pdf_sha256=""),
                name="ready_file_has_a_copy",
            ),
        )
        indexes = (models.Index(fields=["state", "finished_at"]),)

    def __str__(self) -> str:
        return self.name

    @property
    def is_ready(self) -> bool:
        return self.state == FileState.READY

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def has_failed(self) -> bool:
        return self.state == FileState.FAILED

    @property
    def is_newest(self) -> bool:
        """Whether the attachment has no later file."""
        return not self.attachment.files.filter(number__gt=self.number).exists()

    def may_be_read_by(self, person: Person, on: date) -> bool:
        """Whether the person may read the safe copy that day: what was replaced or is left out is for those
        who keep the attachment."""
        shown = not self.attachment.left_out_reason and self.is_newest
        may_see = self.attachment.may_be_seen_by(person, on)
        return may_see and (shown or self.attachment.is_kept_by(person, on))

    def original_may_be_read_by(self, person: Person, on: date) -> bool:
        """Whether the person may have the file as it came, with what is hidden in it."""
        return self.attachment.may_be_seen_by(person, on) and self.attachment.is_kept_by(person, on)

    def start(self, at: datetime) -> None:
        """Somebody is at it: one more try."""
        self.state, self.started_at, self.finished_at = FileState.CONVERTING, at, None
        self.tries += 1
        self.save(update_fields=["state", "started_at", "finished_at", "tries"])

    def wait_again(self, *, tries: int) -> None:
        """Back among those that wait, as if tried so many times."""
        self.state, self.started_at, self.finished_at, self.tries = FileState.WAITING, None, None, tries
        self.save(update_fields=["state", "started_at", "finished_at", "tries"])

    def fail(self, fault: str, at: datetime) -> None:
        """It cannot be converted; `fault` is a Danish sentence that says why and what to do."""
        self.state, self.fault, self.finished_at = FileState.FAILED, fault, at
        self.save(update_fields=["state", "fault", "finished_at"])

    def finish(self, outcome: Outcome, at: datetime) -> None:
        """It is converted."""
        self.state, self.fault, self.finished_at = FileState.READY, "", at
        self.pdf_sha256, self.pages, self.text = outcome.pdf_sha256, outcome.pages, outcome.text
        self.media_type, self.is_recognised = outcome.media_type, outcome.is_recognised
        self.findings, self.parts = list(outcome.findings), list(outcome.parts)
        self.save()
