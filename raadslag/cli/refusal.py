"""How a command ends when it cannot do what it was asked."""

import errno
from pathlib import Path
from typing import IO, Any

import click


class Refusal(click.ClickException):
    """One clear Danish sentence on standard error, and exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, err=file is None, file=file)


REASONS = {
    errno.ENOENT: "mappen findes ikke",
    errno.ENOTDIR: "mappen findes ikke",
    errno.EISDIR: "det er en mappe",
    errno.EACCES: "der er ikke adgang",
    errno.EPERM: "der er ikke adgang",
    errno.EROFS: "der kan ikke skrives dér",
    errno.ENOSPC: "disken er fuld",
    errno.EDQUOT: "pladsen er brugt op",
    errno.EADDRINUSE: "den er i brug",
    errno.EADDRNOTAVAIL: "maskinen har ikke den adresse",
}


def not_written(target: Path, error: OSError) -> Refusal:
    """The refusal of a command that could not write its file."""
    reason = REASONS.get(error.errno or 0, error.strerror or "ukendt fejl")
    return Refusal(f"Der kan ikke skrives til {target}: {reason}.")
