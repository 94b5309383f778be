"""`raadslag read`: the meeting in one document."""

from pathlib import Path

import click
from rich.console import Console

from raadslag.cli.refusal import Refusal
from raadslag.cli.summary import summary
from raadslag.reading import UnreadableDocument, read
from raadslag.record import to_json


@click.command()
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Skriver mødet som JSON med kilde og tvivl.")
def command(file: Path, as_json: bool) -> None:
    """Læser mødet i en PDF-, DOCX- eller tekstfil og viser det."""
    try:
        reading = read(file)
    except UnreadableDocument as refusal:
        raise Refusal(str(refusal)) from refusal
    if as_json:
        click.echo(to_json(reading.record, indent=2))
    else:
        click.echo(summary(reading, Console(highlight=False, emoji=False)))
