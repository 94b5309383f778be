"""Lindevad, published once for all the tests of the citizens' pages, and Clara to look at it."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.utils.timezone import localdate

from tests.public.lindevad import Publishing, history

MINUTES = "/moeder/byraadet/2025-08-27/referat/"


def publish_one(it: Publishing) -> None:
    # Django is not ready yet when pytest loads this file.
    publish = import_module("raadslag.publishing").publish
    publish(it.record, it.files, by="Anna Kildemose", at=it.at, why=it.why)


@pytest.fixture(scope="package")
def lindevad(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Path]:
    """The public store's folder, with everything that Lindevad has published."""
    folder = tmp_path_factory.mktemp("lindevad") / "public"
    places = {
        "PUBLIC_FOLDER": folder,
        "PUBLIC_FILES_FOLDER": folder / "files",
        "SEARCH_INDEX_FOLDER": folder / "search",
    }
    with django_db_blocker.unblock(), override_settings(**places), transaction.atomic(using="public"):
        for it in history(tmp_path_factory.mktemp("papers"), localdate()):
            publish_one(it)
        yield folder
        transaction.set_rollback(True, using="public")


@pytest.fixture
def clara(stores: Path, lindevad: Path, settings) -> Client:
    """Clara, a citizen with a browser."""
    settings.PUBLIC_FOLDER = lindevad
    settings.PUBLIC_FILES_FOLDER = lindevad / "files"
    settings.SEARCH_INDEX_FOLDER = lindevad / "search"
    return Client()
