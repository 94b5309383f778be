"""`raadslag work`: the jobs in the background."""

import click
from django.utils import timezone

from raadslag.cli import stores
from raadslag.cli.refusal import Refusal
from raadslag.conversion import MissingPrograms, require_programs
from raadslag.jobs.conversion import convert_file
from raadslag.jobs.sweep import sweep
from raadslag.jobs.working import Stopped, work
from raadslag.models import AttachmentFile, FileState


@click.command()
@click.option(
    "--workers",
    default=2,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Filer ad gangen.",
)
@click.option("--once", is_flag=True, help="Omdanner det, der venter, og stopper.")
def command(workers: int, once: bool) -> None:
    """Omdanner bilag til PDF, efterhånden som de lægges op, indtil det stoppes med Ctrl-C."""
    stores.require()
    try:
        require_programs()
    except MissingPrograms as missing:
        raise Refusal(str(missing)) from missing
    if once:
        convert_waiting()
        return
    click.echo("Omdanner bilag (stop med Ctrl-C)")
    try:
        work(workers)
    except Stopped as stopped:
        raise Refusal("Arbejdet i baggrunden gik i stå. Start det igen: raadslag work") from stopped


def convert_waiting() -> None:
    """All that waits, one after the other, and says how many."""
    sweep(timezone.now())
    done = 0
    while file := AttachmentFile.objects.filter(state=FileState.WAITING).order_by("uploaded_at").first():
        convert_file(str(file.key))
        done += 1
    click.echo(f"{done} {'fil' if done == 1 else 'filer'} omdannet.")
