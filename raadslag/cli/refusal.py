"""How a command ends when it cannot do what it was asked."""

from typing import IO, Any

import click


class Refusal(click.ClickException):
    """One clear Danish sentence on standard error, and exit code 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, err=file is None, file=file)
