"""The two stores: every table in its own, and a public process that has one alone."""

import json
import subprocess
import sys

import pytest
from django.apps import apps
from django.db import connections

from config.router import TwoStores
from raadslag.archive.models import Body
from raadslag.models import SourceDocument

OWN_TABLE = "django_migrations"
CACHE = "desk_cache"  # attempts to log in are counted here


@pytest.mark.usefixtures("stores")
def test_every_table_of_the_archive_is_in_the_public_store_and_no_other():
    archive = {model._meta.db_table for model in apps.get_app_config("archive").get_models()}
    assert set(connections["public"].introspection.table_names()) == {*archive, OWN_TABLE}


@pytest.mark.usefixtures("stores")
def test_every_other_table_is_in_the_desk_store():
    models = apps.get_models(include_auto_created=True)
    desk = {model._meta.db_table for model in models if model._meta.app_label != "archive"}
    assert set(connections["default"].introspection.table_names()) == {*desk, OWN_TABLE, CACHE}


def test_nothing_of_one_store_is_related_to_the_other():
    assert TwoStores().allow_relation(Body(), SourceDocument()) is False
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.related_model:
                store = TwoStores().db_for_read(model)
                assert TwoStores().db_for_read(field.related_model) == store, field


def in_public_process(home: dict[str, str], code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", f"import config.start\n{code}"]
    environment = {**home, "RAADSLAG_ONLY": "public"}
    environment.pop("RAADSLAG_DESK_DATABASE", None)
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def test_a_public_process_knows_no_desk(home):
    code = """
import json
from django.apps import apps
from django.conf import settings
print(json.dumps({
    "models": sorted({model._meta.app_label for model in apps.get_models()}),
    "desk": settings.DATABASES["default"]["ENGINE"],
    "folder": settings.DESK_FOLDER,
}))"""
    seen = json.loads(in_public_process(home, code).stdout)
    assert seen == {"models": ["archive"], "desk": "django.db.backends.dummy", "folder": None}


def test_a_public_process_cannot_load_the_desk_s_tables(home):
    done = in_public_process(home, "import raadslag.models")
    assert done.returncode != 0
    assert "isn't in an application in INSTALLED_APPS" in done.stderr
