from django.db import models

from raadslag.archive.frozen import FrozenModel


class Body(FrozenModel):
    """A body that meets (byråd, udvalg). It exists from its first publication on."""

    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=255)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def years(self) -> list[int]:
        """The years in which the body has published meetings, newest first."""
        years = self.publications.current().values_list("held_on__year", flat=True).order_by()
        return sorted(set(years), reverse=True)
