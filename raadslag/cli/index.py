"""`raadslag index`: make the search index anew."""

import click

from raadslag.cli import stores
from raadslag.publishing.index import rebuild
from raadslag.publishing.withdrawing import finish


@click.command()
def command() -> None:
    """Laver søgeindekset forfra ud fra arkivet. Der kan søges imens."""
    stores.require()
    finish()
    click.echo(f"Søgeindekset er lavet ud fra {rebuild()} udgivelser.")
