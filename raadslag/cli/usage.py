"""A command that is not given what it wants, told in Danish."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from click.exceptions import NoArgsIsHelpError
from django.core.exceptions import ImproperlyConfigured

from raadslag.cli.refusal import Refusal


@contextmanager
def refused_in_danish() -> Iterator[None]:
    """Raises Refusal for what Click says in English of the command line, and for settings that cannot be."""
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "raadslag"
        raise Refusal(f"{sentence(error)} Se: {where} --help") from error
    except ImproperlyConfigured as error:
        raise Refusal(str(error)) from error


def sentence(error: click.UsageError) -> str:
    """What is wrong with the command line."""
    match error:
        case click.NoSuchOption():
            return f"Valget {error.option_name} findes ikke."
        case click.NoSuchCommand():
            return f"Kommandoen {error.command_name} findes ikke."
        case click.BadOptionUsage():
            return f"Valget {error.option_name} er ikke brugt rigtigt."
        case click.MissingParameter():
            return f"{name(error)} mangler."
        case click.BadParameter():
            return f"{name(error)} kan ikke have den værdi."
        case _:
            return "Der er givet mere, end kommandoen bruger."


def name(error: click.BadParameter) -> str:
    """What the parameter is called on the command line."""
    if error.param is None:
        return "Noget"
    return (
        error.param.opts[-1] if isinstance(error.param, click.Option) else error.param.make_metavar(error.ctx)
    )
