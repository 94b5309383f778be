"""What was done to a paper: each submission, return, approval … with who, when and why."""

from __future__ import annotations

from django.db import models

from raadslag.models.words import MOVES, PAPER_STATES


class PaperMove(models.Model):
    """One move from one state to another. `for_whom` is the approver whose deputy made it; `late_reason`
    why it came after the deadline. `revision` is the text that was moved."""

    paper = models.ForeignKey("desk.Paper", models.CASCADE, related_name="moves")
    move = models.CharField(max_length=20, choices=MOVES)
    from_state = models.CharField(max_length=20, choices=PAPER_STATES)
    to_state = models.CharField(max_length=20, choices=PAPER_STATES)
    by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    for_whom = models.ForeignKey("desk.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    comment = models.TextField(blank=True)
    late_reason = models.TextField(blank=True)
    revision = models.PositiveIntegerField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.paper}: {self.get_move_display()}"
