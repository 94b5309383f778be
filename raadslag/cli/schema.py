"""`raadslag schema`: the JSON Schema of the meeting record."""

import json

import click

from raadslag.record.schema import record_schema


@click.command()
def command() -> None:
    """Skriver JSON-skemaet for et møde (det samme som docs/meeting-record.schema.json)."""
    click.echo(json.dumps(record_schema(), ensure_ascii=False, indent=2))
