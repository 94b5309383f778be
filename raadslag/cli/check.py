"""`raadslag check`: what a secretary would want to know before a document is sent out."""

import json
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from raadslag.cli.record_file import record_in
from raadslag.record import MeetingRecord, danish
from raadslag.record.checks import Finding, check
from raadslag.record.checks.naming import count, place, position


@click.command()
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Skriver fundene som JSON.")
@click.pass_context
def command(context: click.Context, file: Path, as_json: bool) -> None:
    """Tjekker et møde: tider, numre, bilag, beslutninger og det, der ikke må komme ud.

    FIL er et møde som JSON, eller en PDF-, DOCX- eller tekstfil. Slutter med 0, når intet er fundet,
    1, når noget er, og 2, når filen ikke kan læses.
    """
    record = record_in(file)
    findings = check(record)
    if as_json:
        click.echo(json.dumps([asdict(each) for each in findings], ensure_ascii=False, indent=2))
    else:
        show(title(record) or file.name, record, findings)
    context.exit(1 if findings else 0)


def title(record: MeetingRecord) -> str:
    """Which meeting it is."""
    occasion = danish.period(record.starts_at, record.ends_at) if record.starts_at else None
    return ", ".join(filter(None, (record.body, occasion)))


def show(title: str, record: MeetingRecord, findings: tuple[Finding, ...]) -> None:
    """The findings under the place they are about, in the document's order."""
    console = Console(highlight=False, emoji=False, markup=False)
    console.print(Text(title, style="bold"))
    in_order = sorted(findings, key=lambda each: position(each.path))
    for where, found in groupby(in_order, key=lambda each: place(record, each.path)):
        console.print()
        console.print(Text(where, style="bold cyan"))
        for each in found:
            line = Text(each.sentence).append(f"  {each.name}", style="dim")
            console.print(Padding(line, (0, 0, 0, 2), expand=False))
    console.print()
    console.print("Intet at bemærke." if not findings else f"{count(len(findings), 'fund', 'fund')}.")
