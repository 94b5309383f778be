"""`raadslag verify`: prove that the archive is as it was published."""

import sys

import click

from raadslag.archive.chain import verify
from raadslag.archive.models import Publication
from raadslag.cli import stores


@click.command()
def command() -> None:
    """Går hele arkivet igennem og viser, om noget er ændret, efter at det blev udgivet."""
    stores.require()
    faults = 0
    for fault in verify():
        faults += 1
        click.echo(fault, err=True)
    if faults:
        sys.exit(1)
    click.echo(f"Kæden er hel: {Publication.objects.count()} udgivelser, som de blev udgivet.")
