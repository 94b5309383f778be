"""`raadslag pack`: minutes or an agenda with every attachment, as one PDF."""

from pathlib import Path

import click

from raadslag.cli.record_file import record_in
from raadslag.cli.refusal import Refusal, not_written
from raadslag.record.checks.naming import count
from raadslag.writing.packs import PackError, match_files, pack


@click.command()
@click.argument("file", metavar="MØDE", type=click.Path(path_type=Path))
@click.option(
    "--attachments",
    "folder",
    metavar="MAPPE",
    required=True,
    type=click.Path(path_type=Path),
    help="Mappen med bilagenes filer; de findes på indhold eller navn.",
)
@click.option(
    "-o", "--output", metavar="FIL", required=True, type=click.Path(path_type=Path), help="Pakkens fil."
)
@click.option("--allow-missing", is_flag=True, help="Sætter en synlig side ind, hvor et bilag mangler.")
def command(file: Path, folder: Path, output: Path, allow_missing: bool) -> None:
    """Samler et referat eller en dagsorden og alle bilag i én PDF.

    MØDE er et møde som JSON. Mangler et bilag, eller kan det ikke tages med, bliver der ingen pakke, og
    bilaget nævnes, medmindre --allow-missing er valgt.
    """
    record = record_in(file)
    if not folder.is_dir():
        raise Refusal(f"Mappen {folder} findes ikke.")
    matches = match_files(record, folder)
    try:
        missing = pack(record, matches.files, output, allow_missing=allow_missing, reasons=matches.reasons)
    except PackError as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise not_written(output, error) from error
    for sentence in missing:
        click.echo(sentence, err=True)
    for path in matches.left_over:
        click.echo(f"Filen {path.relative_to(folder)} hører ikke til noget bilag.", err=True)
    click.echo(f"{output}: {count(len(matches.files), 'bilag', 'bilag')} med, {len(missing)} mangler.")
