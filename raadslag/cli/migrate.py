"""`raadslag migrate`: make the stores, or bring them up to date."""

import click
from django.db import DatabaseError

from raadslag.cli import stores
from raadslag.cli.refusal import Refusal


@click.command()
def command() -> None:
    """Gør lagrene klar: laver dem, hvis de ikke er der, og bringer dem ellers ajour."""
    try:
        names = stores.migrate()
    except (DatabaseError, OSError) as error:
        raise Refusal(f"Lagrene kan ikke gøres klar: {error}") from error
    click.echo(f"Klar: {' og '.join(names)}.")
