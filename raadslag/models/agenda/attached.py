"""The attachments of an item that goes on to another meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from raadslag.models.item import Item


def attach_again(item: Item, old: Item) -> None:
    """The old item's own attachments hang on the new one too, each with its newest file."""
    for attachment in old.attachments.filter(removed_at=None):
        file = attachment.file
        attachment.pk, attachment.key, attachment.item = None, uuid4(), item
        attachment.save(force_insert=True)
        if file is not None:
            file.pk, file.key, file.attachment, file.number = None, uuid4(), attachment, 1
            file.save(force_insert=True)
