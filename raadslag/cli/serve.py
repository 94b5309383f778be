"""`raadslag serve`: the site."""

import os
import socket
from collections.abc import Mapping
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

import click
import django
from django.conf import settings
from django.core.management import call_command
from django.utils.module_loading import import_string
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from raadslag.cli import stores
from raadslag.cli.refusal import REASONS, Refusal
from raadslag.search import lexicon


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with our settings alone: one process with threads."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return import_string("config.wsgi.application")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adressen, der lyttes på.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Porten.")
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 256), help="Samtidige svar.")
@click.option(
    "--only",
    type=click.Choice(["public"]),
    help="public: kun borgernes sider, uden adgang til sekretariatets lager.",
)
def command(host: str, port: int, threads: int, only: str | None) -> None:
    """Viser sitet, indtil det stoppes med Ctrl-C."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if only:
        os.environ["RAADSLAG_ONLY"] = only
    django.setup()
    stores.require()
    require_free(host, port)
    collect_static_files()
    Server(
        {
            "bind": f"{host}:{port}",
            "workers": 1,
            "worker_class": "gthread",
            "threads": threads,
            "loglevel": "warning",
            "when_ready": say_address,
            "post_worker_init": read_dictionaries,
            "proc_name": "raadslag",
            # The worker's sign of life is a file, better in memory than on a busy disk.
            "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,
        }
    ).run()


def collect_static_files() -> None:
    """Gathers what the pages are dressed in, one process at a time where several start at once."""
    folder = Path(settings.STATIC_ROOT)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        call_command("collectstatic", interactive=False, verbosity=0)


def require_free(host: str, port: int) -> None:
    """Ends the command with a clear sentence where the address cannot be listened on."""
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        reason = REASONS.get(error.errno or 0, "den er ukendt")
        raise Refusal(f"Der kan ikke lyttes på {host}:{port} ({reason}). Vælg en port med --port.") from error


def say_address(arbiter: Arbiter) -> None:
    """Tells the person where the site is, now that it is there."""
    host, port = arbiter.LISTENERS[0].sock.getsockname()[:2]
    click.echo(f"Rådslag er på http://{host}:{port}/ (stop med Ctrl-C)")


def read_dictionaries(worker: Worker) -> None:
    """Takes a second now, and not from the first who searches."""
    lexicon.dictionary()
    lexicon.frequencies()
