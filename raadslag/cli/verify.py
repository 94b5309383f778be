"""`raadslag verify`: prove that the archive is as it was published."""

import sys

import click

from raadslag.archive.chain import verify
from raadslag.archive.models import ChainEnd
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
    end = ChainEnd.objects.first() or ChainEnd()
    click.echo("Arkivet er, som det blev udgivet.")
    click.echo(f"Kæden har {end.length} udgivelser; den sidste er {end.hash}.")
