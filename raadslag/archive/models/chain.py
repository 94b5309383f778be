from django.db import models


class ChainEnd(models.Model):
    """The chain's one end: how many publications there are, and the last one's hash.

    Whoever publishes locks this row first, so publications follow each other one by one. It also
    shows when the newest publication has been taken away, which the chain alone would not.
    """

    only = models.BooleanField(primary_key=True, default=True)
    length = models.PositiveIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(only=True), name="archive_one_chain"),)

    def __str__(self) -> str:
        return f"{self.length}: {self.hash}"
