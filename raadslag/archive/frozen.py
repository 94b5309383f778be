"""Rows that are written once."""

from typing import Any

from django.db import models


class FrozenError(TypeError):
    """Somebody tried to edit what has been published. Publish a new version instead."""


class FrozenModel(models.Model):
    """A row that is never edited. Migration 0002 makes the database refuse it as well."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise FrozenError(f"{self!r} is published and is never edited")
        super().save(*args, **kwargs)
