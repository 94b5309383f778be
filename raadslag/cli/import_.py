"""`raadslag import`: read documents and publish them."""

import getpass
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click
from django.utils import timezone
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from raadslag.cli import stores
from raadslag.cli.refusal import Refusal
from raadslag.importing.documents import import_documents
from raadslag.importing.finding import Found, find
from raadslag.importing.outcome import Given, Imported, Outcome

WORDS = {
    Outcome.FIRST: "ny",
    Outcome.NEW_VERSION: "ny version",
    Outcome.UNCHANGED: "uændret",
    Outcome.FAILED: "fejl",
}
MOST_REMARKS = 5


@click.command()
@click.argument(
    "paths", metavar="FIL_ELLER_MAPPE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--body", metavar="NAVN", help="Udvalget, hvis dokumentet ikke siger det.")
@click.option(
    "--date",
    "day",
    metavar="ÅÅÅÅ-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Mødets dato, hvis den mangler.",
)
@click.option(
    "--by", default=getpass.getuser, metavar="NAVN", help="Hvem der udgiver; ellers dit brugernavn."
)
@click.option("--why", metavar="TEKST", help="Hvorfor; ellers filens navn.")
def command(paths: Sequence[Path], body: str | None, day: datetime | None, by: str, why: str | None) -> None:
    """Læser mødedokumenter (PDF, DOCX, tekst eller JSON) og udgiver dem.

    Bilag tages fra en mappe ved siden af dokumentet: »referat.pdf.bilag« eller »referat - bilag«. En fil, der
    allerede er udgivet, ændrer intet; en nyere bliver en ny version.
    """
    stores.require()
    try:
        documents = find(paths)
    except FileNotFoundError as error:
        raise Refusal(f"{error.args[0]} findes ikke.") from error
    if not documents:
        raise Refusal("Der er ingen dokumenter (PDF, DOCX, tekst eller JSON) at læse.")
    given = Given(by=by, at=timezone.now(), why=why, body=body, day=day.date() if day else None)
    if not run(documents, given):
        sys.exit(1)


def run(documents: Sequence[Found], given: Given) -> bool:
    """Imports the documents and tells of each; whether all went well."""
    console = Console(highlight=False, soft_wrap=True)
    counts: Counter[Outcome] = Counter()
    columns = (TextColumn("Læser og udgiver"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=len(documents))
        for imported in import_documents(documents, given):
            counts[imported.outcome] += 1
            tell(imported, console)
            progress.advance(task)
    console.print(
        ", ".join(f"{counts[outcome]} {word}" for outcome, word in WORDS.items() if counts[outcome])
    )
    return not counts[Outcome.FAILED]


def tell(imported: Imported, console: Console) -> None:
    """One line on what became of the document, and its remarks below."""
    what = imported.publication.address if imported.publication else imported.reason
    line = f"{WORDS[imported.outcome]:<10}  {escape(imported.found.path.name)}: {escape(what or '')}"
    console.print(line, style="red" if imported.outcome is Outcome.FAILED else None)
    for remark in imported.remarks[:MOST_REMARKS]:
        console.print(f"            {escape(remark)}", style="dim")
    if len(imported.remarks) > MOST_REMARKS:
        rest = len(imported.remarks) - MOST_REMARKS
        console.print(f"            … og {rest} bemærkninger mere; se dem med: raadslag check", style="dim")
