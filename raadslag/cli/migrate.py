"""`raadslag migrate`: make the stores, or bring them up to date."""

from importlib import import_module

import click
from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from raadslag.cli import stores
from raadslag.cli.refusal import Refusal


@click.command()
def command() -> None:
    """Gør lagrene klar: laver dem, hvis de ikke er der, og bringer dem ellers ajour."""
    try:
        names = stores.migrate()
        if not settings.ONLY_PUBLIC:
            # the citizens' process has no models of the desk
            import_module("raadslag.models.shipped_templates").begin_with_shipped_templates(at=timezone.now())
    except (DatabaseError, OSError) as error:
        raise Refusal(f"Lagrene kan ikke gøres klar: {error}") from error
    click.echo(f"Klar: {' og '.join(names)}.")
