"""A picture in the text of a paper."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models, transaction

from raadslag.models.columns import key_column
from raadslag.models.desk_files import desk_files
from raadslag.models.event import Event

if TYPE_CHECKING:
    from raadslag.models.paper import Paper
    from raadslag.models.person import Person

# where a text looks for its pictures, in every language; `raadslag.prose.allowed` lets no other through
PLACE = "/skrivebord/billeder/"


class PictureManager(models.Manager["Picture"]):
    """Keeps pictures."""

    def add(self, paper: Paper, data: bytes, media_type: str, *, by: Person, at: datetime) -> Picture:
        """The picture, cleaned already, with its bytes kept; the same one where the paper has it."""
        sha256 = desk_files().keep(data)
        with transaction.atomic():
            found = self.filter(paper=paper, sha256=sha256).first()
            if found is not None:
                return found
            picture = self.create(paper=paper, media_type=media_type, sha256=sha256, added_at=at, added_by=by)
            Event.objects.record("picture_added", by=by, at=at, about=paper, picture=picture.key)
        return picture

    def data_of(self, paper: Paper) -> dict[str, bytes]:
        """The bytes of a paper's pictures by the addresses that its text has them under."""
        return {picture.address: picture.data for picture in self.filter(paper=paper)}


class Picture(models.Model):
    """An image that somebody put into a paper; whoever sees the paper sees it. Its bytes, cleaned, are in
    the desk's files under `sha256`."""

    key = key_column()
    paper = models.ForeignKey("desk.Paper", models.CASCADE, related_name="pictures")
    media_type = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("desk.Person", models.PROTECT, related_name="+")

    objects = PictureManager()

    def __str__(self) -> str:
        return str(self.key)

    @property
    def address(self) -> str:
        """Where the paper's text finds it."""
        return f"{PLACE}{self.key}"

    @property
    def data(self) -> bytes:
        return desk_files().path(self.sha256).read_bytes()
