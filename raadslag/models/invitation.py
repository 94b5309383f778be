"""Who is called to a meeting by mail, and what their calendars were last told."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Invitation(models.Model):
    """One person's invitation to one meeting. `organizer` is the real person who answers are sent to, the
    same as long as the meeting is. `sequence` is what was last mailed, and grows with each mail;
    `meeting_sequence` is how the meeting stood then, at `told_at`."""

    meeting = models.ForeignKey("desk.Meeting", models.CASCADE, related_name="invitations")
    person = models.ForeignKey("desk.Person", models.PROTECT, related_name="invitations")
    organizer = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    sequence = models.PositiveIntegerField()
    meeting_sequence = models.PositiveIntegerField()
    invited_at = models.DateTimeField()
    told_at = models.DateTimeField()
    called_off_at = models.DateTimeField(_("afbudt"), null=True)

    class Meta:
        ordering = ("meeting", "id")
        constraints = (models.UniqueConstraint(fields=["meeting", "person"], name="invited_once"),)

    def __str__(self) -> str:
        return f"{self.meeting}: {self.person}"

    @property
    def stands(self) -> bool:
        """Whether the person's calendar holds the meeting."""
        return self.called_off_at is None
