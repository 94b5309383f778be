"""`raadslag write`: a meeting as a document."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from raadslag.cli.atomic import written_whole
from raadslag.cli.record_file import json_record
from raadslag.cli.refusal import Refusal, not_written
from raadslag.record import MeetingRecord
from raadslag.writing import docx, html, pdf, text

WRITERS: dict[str, Callable[[MeetingRecord], bytes]] = {
    "pdf": pdf.write,
    "docx": docx.write,
    "html": lambda record: html.write(record).encode(),
    "text": lambda record: text.write(record).encode(),
}
BINARY = frozenset({"pdf", "docx"})


@click.command()
@click.argument("file", metavar="MØDE", type=click.Path(path_type=Path))
@click.option("--pdf", "form", flag_value="pdf", help="Som PDF.")
@click.option("--docx", "form", flag_value="docx", help="Som Word-fil.")
@click.option("--html", "form", flag_value="html", help="Som HTML-side.")
@click.option("--text", "form", flag_value="text", help="Som ren tekst.")
@click.option(
    "-o", "--output", metavar="FIL", type=click.Path(path_type=Path), help="Filen, der skrives til."
)
def command(file: Path, form: str | None, output: Path | None) -> None:
    """Skriver en dagsorden eller et referat.

    MØDE er et møde som JSON. Uden -o går dokumentet til standard-output.
    """
    if form is None:
        raise Refusal("Vælg, hvad mødet skal skrives som: --pdf, --docx, --html eller --text.")
    if output is None and form in BINARY and sys.stdout.isatty():
        raise Refusal(f"En {form}-fil kan ikke vises her: skriv den til en fil med -o.")
    data = WRITERS[form](json_record(file))
    if output is None:
        _print(data)
        return
    try:
        written_whole(output, data)
    except OSError as error:
        raise not_written(output, error) from error


def _print(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # nothing more can be written there, and Python would try to once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise not_written(Path("standard-output"), error) from error
