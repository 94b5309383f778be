"""The command `raadslag`. Each subcommand lives in a module of its own, loaded when it is called."""

import os
from importlib import import_module
from typing import Any

import click

from raadslag.cli.refusal import Refusal
from raadslag.cli.usage import refused_in_danish

# name on the command line -> module in this package; each module has a click command `command`
COMMANDS: dict[str, str] = {
    "schema": "schema",
    "read": "read",
    "check": "check",
    "write": "write",
    "pack": "pack",
    "migrate": "migrate",
    "import": "import_",
    "withdraw": "withdraw",
    "verify": "verify",
    "audit": "audit",
    "person": "person",
    "index": "index",
    "serve": "serve",
    "work": "work",
}

# those that use the stores, and so want Django ready before their module is loaded
WITH_STORES = {"migrate", "import", "withdraw", "verify", "index", "audit", "person", "work"}
WITH_THE_DESK = {"import", "audit", "person", "work"}


def without_desk() -> bool:
    """Whether this is the citizens' process."""
    return os.environ.get("RAADSLAG_ONLY") == "public"


class Commands(click.Group):
    """Loads a subcommand's module only when it is wanted, so that `raadslag read` starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if not (name in WITH_THE_DESK and without_desk())]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        if name in WITH_THE_DESK and without_desk():
            raise Refusal(f"raadslag {name} bruger sekretariatets lager, som RAADSLAG_ONLY=public udelukker.")
        if name in WITH_STORES:
            import_module("config.start")
        command: click.Command = import_module(f"raadslag.cli.{COMMANDS[name]}").command
        return command

    def make_context(self, *given: Any, **extra: Any) -> click.Context:
        with refused_in_danish():
            return super().make_context(*given, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with refused_in_danish():
            return super().invoke(ctx)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="raadslag")
def main() -> None:
    """Rådslag: kommunens møder fra første udkast til den beslutning, borgeren finder."""
