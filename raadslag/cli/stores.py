"""The stores as a command finds them: there and up to date, or not."""

from collections.abc import Mapping
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from raadslag.cli.refusal import Refusal

# database -> the app whose tables it holds, None for several, and its name to people
STORES: Mapping[str, tuple[str | None, str]] = {
    "default": (None, "sekretariatets lager"),
    "public": ("archive", "det offentlige lager"),
}
WHAT_TO_DO = "Kør: raadslag migrate"


def configured() -> list[str]:
    """The databases this process has: both, or with RAADSLAG_ONLY=public just that one."""
    return ["public"] if settings.ONLY_PUBLIC else list(STORES)


def require() -> None:
    """Ends the command with a clear sentence where a store is missing or not up to date."""
    for database in configured():
        app, name = STORES[database]
        try:
            executor = MigrationExecutor(connections[database])
            waiting = executor.migration_plan(executor.loader.graph.leaf_nodes(app))
        except DatabaseError as error:
            reason = str(error).strip().splitlines()[0]
            raise Refusal(f"{name.capitalize()} kan ikke åbnes ({reason}). {WHAT_TO_DO}") from error
        if waiting:
            raise Refusal(f"{name.capitalize()} er ikke gjort klar. {WHAT_TO_DO}")


def migrate() -> list[str]:
    """Makes the stores, or brings their tables up to date; gives their Danish names."""
    folders = [settings.PUBLIC_FOLDER, settings.DESK_FOLDER]
    for folder in [folder for folder in folders if folder is not None]:
        Path(folder).mkdir(parents=True, exist_ok=True)
    for database in configured():
        app, _name = STORES[database]
        call_command("migrate", *([app] if app else []), database=database, verbosity=0)
        call_command("createcachetable", database=database, verbosity=0)
    return [STORES[database][1] for database in configured()]
