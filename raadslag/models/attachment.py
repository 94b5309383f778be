"""An attachment (bilag) of a paper, an item or a meeting, and the files it has been."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import ground_when_closed, key_column, one_of, part_column
from raadslag.models.item import Item
from raadslag.models.paper import Paper
from raadslag.models.visibility import NOTHING, bodies_by_role, seen
from raadslag.record import Part
from raadslag.rules.roles import IN_A_BODY, Role
from raadslag.rules.secrecy import ITEMS, may_see, strictest

if TYPE_CHECKING:
    from raadslag.models.person import Person


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Choosing among attachments: always begin with `visible_to`."""

    def visible_to(self, person: Person, on: date) -> AttachmentQuerySet:
        """Those that the person may see that day."""
        held = bodies_by_role(person, on)

        def of_meetings(role: Role) -> Q:
            if role in IN_A_BODY:
                return Q(meeting__body__in=held[role]) if held[role] else NOTHING
            return Q() if role == Role.ADMINISTRATOR and person.is_administrator else NOTHING

        return self.filter(
            Q(part=Part.OPEN, paper__in=Paper.objects.visible_to(person, on))
            | Q(part=Part.CLOSED, paper__in=Paper.objects.with_closed_parts_visible_to(person, on))
            | Q(part=Part.OPEN, item__in=Item.objects.visible_to(person, on))
            | Q(part=Part.CLOSED, item__in=Item.objects.with_closed_parts_visible_to(person, on))
            | Q(meeting__isnull=False) & seen(ITEMS, "meeting__state", lambda part: Q(part=part), of_meetings)
        )


class Attachment(models.Model):
    """A document at a paper, an item or a meeting. What is left out on purpose says why."""

    key = key_column()
    paper = models.ForeignKey("desk.Paper", models.CASCADE, null=True, blank=True, related_name="attachments")
    item = models.ForeignKey("desk.Item", models.CASCADE, null=True, blank=True, related_name="attachments")
    meeting = models.ForeignKey(
        "desk.Meeting", models.CASCADE, null=True, blank=True, related_name="attachments"
    )
    order = models.PositiveSmallIntegerField(_("rækkefølge"), default=0)
    title = models.CharField(_("titel"), max_length=300)
    part = part_column()
    closed_ground = models.CharField(_("grund til lukning"), max_length=300, blank=True)
    left_out_reason = models.CharField(_("udeladt, fordi"), max_length=300, blank=True)
    removed_at = models.DateTimeField(null=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ("order", "id")
        constraints = (
            one_of("attachment_of_one_thing", "paper", "item", "meeting"),
            ground_when_closed("closed_attachment_says_why"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def owner(self) -> models.Model:
        """The paper, item or meeting that it hangs on."""
        return self.paper or self.item or self.meeting

    @property
    def effective_part(self) -> Part:
        """Closed where it or what it hangs on is."""
        above = self.paper.part if self.paper else self.item.effective_part if self.item else Part.OPEN
        return strictest(Part(self.part), Part(above))

    @property
    def log_name(self) -> str:
        """What the log calls it: the title of what is closed is not told there."""
        return str(_("Lukket bilag")) if self.effective_part == Part.CLOSED else self.title

    @property
    def file(self) -> AttachmentFile | None:
        """The latest file; None before the first is there."""
        return self.files.order_by("-number").first()

    def may_be_seen_by(self, person: Person, on: date) -> bool:
        """Whether the person may see it that day."""
        part = Part(self.part)
        if self.paper:
            return self.paper.may_be_seen_by(person, on, part)
        if self.item:
            return self.item.may_be_seen_by(person, on, part)
        return may_see(self.meeting.cell, part, person.roles_in([self.meeting.body], on))


class FileState(models.TextChoices):
    """How far a file's conversion is."""

    WAITING = "waiting", _("venter")
    CONVERTING = "converting", _("omdannes")
    READY = "ready", _("klar")
    FAILED = "failed", _("mislykkedes")


class AttachmentFile(models.Model):
    """One file that the attachment is or has been. `sha256` names the bytes as they came, `pdf_sha256` the
    safe copy that is shown and published: both in the desk's files. `text` has a form feed between pages.
    `findings` says what the safe copy leaves out."""

    key = key_column()
    attachment = models.ForeignKey(Attachment, models.CASCADE, related_name="files")
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

    class Meta:
        ordering = ("attachment", "number")
        constraints = (
            models.UniqueConstraint(fields=["attachment", "number"], name="attachment_file_number"),
        )

    def __str__(self) -> str:
        return self.name
