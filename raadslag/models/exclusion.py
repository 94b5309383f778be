"""A person shut out of one case: inhabil (KSL § 14, forvaltningsloven § 3)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from raadslag.models.columns import one_of


class Exclusion(models.Model):
    """Somebody may not see one paper wherever it goes, or one item; before the meeting too.

    Lifting it is a row's end, not its deletion.
    """

    person = models.ForeignKey("desk.Person", models.PROTECT, related_name="exclusions")
    paper = models.ForeignKey("desk.Paper", models.CASCADE, null=True, blank=True, related_name="exclusions")
    item = models.ForeignKey("desk.Item", models.CASCADE, null=True, blank=True, related_name="exclusions")
    reason = models.CharField(_("grund"), max_length=500)
    by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    lifted_by = models.ForeignKey("desk.Person", models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            one_of("exclusion_of_one_thing", "paper", "item"),
            models.UniqueConstraint(
                fields=["person", "paper"], condition=models.Q(lifted_at=None), name="shut_out_of_paper_once"
            ),
            models.UniqueConstraint(
                fields=["person", "item"], condition=models.Q(lifted_at=None), name="shut_out_of_item_once"
            ),
        )
