"""Columns that many of the desk's tables have."""

from typing import Any
from uuid import uuid4

from django.db import models

from raadslag.models.words import PARTS
from raadslag.record import Part


def key_column() -> "models.UUIDField[Any, Any]":
    """What a row is called in addresses: drawn at random, so that none can be guessed from another."""
    return models.UUIDField(default=uuid4, unique=True, editable=False)


def part_column() -> "models.CharField[Any, Any]":
    """Open, or behind closed doors."""
    return models.CharField(max_length=10, choices=PARTS, default=Part.OPEN)


def ground_when_closed(name: str) -> models.CheckConstraint:
    """What is closed says why (KSL § 10, forvaltningsloven § 27)."""
    closed_for_a_reason = models.Q(part=Part.OPEN) | (
        models.Q(part=Part.CLOSED) & ~models.Q(closed_ground="")
    )
    return models.CheckConstraint(condition=closed_for_a_reason, name=name)


def one_of(name: str, *columns: str) -> models.CheckConstraint:
    """Exactly one of the columns is set."""
    condition = models.Q()
    for chosen in columns:
        condition |= models.Q(**{f"{column}__isnull": column != chosen for column in columns})
    return models.CheckConstraint(condition=condition, name=name)
