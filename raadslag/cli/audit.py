"""`raadslag audit`: prove that the desk's log is as it was written."""

from __future__ import annotations

import sys

import click

from raadslag.cli import stores
from raadslag.models import Event, LogEnd, verify_log


@click.group()
def command() -> None:
    """Efterprøver sekretariatets log."""
    stores.require()


@command.command()
@click.option(
    "--noted", metavar="HASH", help="En hash, der blev skrevet ned før: Den skal stadig stå i loggen."
)
def verify(noted: str | None) -> None:
    """Går hele loggen igennem og viser, om noget er rettet, slettet eller skudt ind."""
    faults = 0
    for fault in verify_log():
        faults += 1
        click.echo(fault, err=True)
    if noted and not Event.objects.filter(hash=noted).exists():
        faults += 1
        click.echo(f"Hændelsen med hash {noted} står ikke længere i loggen.", err=True)
    if faults:
        sys.exit(1)
    end = LogEnd.objects.first() or LogEnd()
    click.echo("Loggen er, som den blev skrevet.")
    click.echo(f"Den har {end.length} hændelser; den sidste er {end.hash}.")
