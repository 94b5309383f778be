"""One version of a meeting's agenda as it was sent: A, B, C."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import key_column
from raadslag.record import MeetingRecord, from_json
from raadslag.rules.agenda.letters import letter


@dataclass(frozen=True)
class ItemPlace:
    """What an item of a version's record is on the desk: its key, and its attachments' in the record's order,
    "" for what was made for the agenda. `public_title` is what a closed item is called in public ("" where
    nobody has said it), `supplement` the supplementary agenda that it came with."""

    key: str
    attachments: tuple[str, ...] = ()
    public_title: str = ""
    supplement: int | None = None


class Sending(models.TextChoices):
    """How far a version is."""

    WAITING = "waiting", _("venter")
    UNDER_WAY = "under_way", _("sendes")
    SENT = "sent", _("sendt")
    STOPPED = "stopped", _("standset")


class Audience(models.TextChoices):
    """Whom a pack is for. All have the same numbers on items and pages."""

    PUBLIC = "public", _("offentlig")
    MEMBERS = "members", _("medlemmer")
    CLOSED = "closed", _("lukket del")


class AgendaVersion(models.Model):
    """A version of the agenda. `record` is all of it as JSON, what is closed too, and `places` tells for each
    of its items what it is on the desk, as `item_places` gives it. Neither changes once it is sent.

    `supplement` is the number of the supplementary agenda that it came with, None where it has none.
    `stopped_by` are the sentences of what stopped it. `occasion` is the meeting's part of the address that it
    was published at, the same for all its versions, "" for one that was not.
    """

    key = key_column()
    meeting = models.ForeignKey("desk.Meeting", models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    supplement = models.PositiveSmallIntegerField(null=True)
    note = models.CharField(_("hvad er nyt"), max_length=500, blank=True)
    state = models.CharField(max_length=20, choices=Sending, default=Sending.WAITING)
    asked_by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    record = models.TextField(blank=True)
    places = models.JSONField(default=list)
    stopped_by = models.JSONField(default=list)
    is_published = models.BooleanField(default=False)
    occasion = models.SlugField(max_length=20, blank=True)

    class Meta:
        ordering = ("meeting", "number")
        constraints = (
            models.UniqueConstraint(fields=["meeting", "number"], name="one_version_of_a_number"),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=models.Q(state__in=["waiting", "under_way"]),
                name="one_version_sent_at_a_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.meeting}, {self.letter}"

    @property
    def letter(self) -> str:
        """What it is called: "A" for the first."""
        return letter(self.number)

    @property
    def is_first(self) -> bool:
        return self.number == 1

    @property
    def meeting_record(self) -> MeetingRecord:
        """All of the agenda, what is closed too: never show it but to those who see each item of it."""
        return from_json(self.record)

    @property
    def item_places(self) -> tuple[ItemPlace, ...]:
        """For each of the record's items what it is on the desk."""
        return tuple(
            ItemPlace(each["key"], tuple(each["attachments"]), each["public_title"], each["supplement"])
            for each in self.places
        )


class AgendaPack(models.Model):
    """A finished pack of a version, among the desk's files. `size` in bytes."""

    version = models.ForeignKey(AgendaVersion, models.PROTECT, related_name="packs")
    audience = models.CharField(max_length=20, choices=Audience)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    pages = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["version", "audience"], name="one_pack_for_an_audience"),
        )

    def __str__(self) -> str:
        return f"{self.version}, {self.get_audience_display()}"
