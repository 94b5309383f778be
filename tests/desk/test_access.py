"""The desk is closed by default."""

import re
import subprocess
import sys
from ast import literal_eval
from importlib import import_module
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import get_converters

from tests.public.test_routes import ROUTES as PUBLIC

PROJECT = Path(__file__).parents[2]
# A new address without log-in is added here by hand, so that nobody opens one without meaning to.
BEFORE_LOG_IN = {
    "konto/log-ind/",
    "konto/log-ud/",  # there is nothing to log out of
    "konto/adgangskode/glemt/",
    "konto/adgangskode/<uuid:key>/<str:token>/",
    "konto/kode/",  # leads to log-in unless a password was given
    "konto/oidc/log-ind/<str:provider_id>/",
    "konto/oidc/svar/<str:provider_id>/",
    "konto/oidc/afbrudt/",
    # neither a calendar program nor a mail's reader can log in: the addresses hold a secret instead
    "skrivebord/kalender/<str:secret>.ics",
    "post/afmeld/<str:token>/",
}
KEY = UUID("00000000-0000-4000-8000-000000000000")
EXAMPLES = {"uuid": str(KEY), "int": "2026", "str": "x", "slug": "x", "path": "x"}


def routes(resolver=None, at=""):
    """Every address there is with its view, the English ones left out."""
    for each in (resolver or get_resolver()).url_patterns:
        where = at + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from routes(each, where)
        elif isinstance(each, URLPattern):
            yield where, each.callback


def example(route):
    """An address that the route answers to."""

    def value(found):
        """One that the converter takes: ours name the words they take, one of which will do."""
        kind = found[1] or "str"
        return EXAMPLES.get(kind) or re.findall(r"[a-z][a-z-]*", get_converters()[kind].regex)[0]

    return "/" + re.sub(r"<(?:(\w+):)?\w+>", value, route)


def closed_routes():
    return sorted(route for route, _view in routes() if route not in PUBLIC | BEFORE_LOG_IN)


def test_what_is_open_before_log_in_is_what_is_listed_and_no_more():
    opened = {route for route, view in routes() if not getattr(view, "login_required", True)}
    assert opened - PUBLIC == BEFORE_LOG_IN


def test_whoever_is_not_logged_in_is_sent_to_log_in_from_everywhere_else(stores):
    asked = closed_routes()
    assert {"skrivebord/", "skrivebord/administration/log/", "skrivebord/profil/", "konto/totrin/"} <= set(
        asked
    )
    for route in asked:
        for method in ("get", "post"):
            answer = getattr(Client(), method)(example(route))
            assert (route, answer.status_code) == (route, 302)
            assert answer.url.startswith("/konto/log-ind/?next=")


def test_whoever_has_given_no_code_is_sent_to_give_one_from_all_of_the_desk(lindevad):
    enter = import_module("tests.desk.entering").enter
    client = Client()
    enter(client, lindevad.cast.ada, "password")
    for route in closed_routes():
        if route.startswith("skrivebord/"):
            answer = client.get(example(route))
            assert (route, answer.status_code) == (route, 302)
            assert answer.url.startswith("/konto/kode/bekraeft/")


def test_nobody_sees_the_desk_without_logging_in(stores):
    response = Client().get("/skrivebord/")
    assert (response.status_code, response.url) == (302, "/konto/log-ind/?next=/skrivebord/")


@pytest.mark.parametrize("name", ["anna", "karen", "leif", "bo", "ada"])
def test_each_who_logs_in_gets_a_start_page(client_of, name):
    page = client_of(name).get("/skrivebord/")
    assert page.status_code == 200
    assert f"Hej {name.capitalize()}" in page.content.decode()


def test_administration_is_in_the_menu_of_administrators_alone(client_of):
    pages = {name: client_of(name).get("/skrivebord/").content.decode() for name in ("ada", "anna")}
    assert "Administration" in pages["ada"]
    assert "Administration" not in pages["anna"]


IN_THE_CITIZENS_PROCESS = """
import config.start
from django.apps import apps
from django.test import Client
from django.urls import get_resolver
import sys
paths = ["/skrivebord/", "/konto/log-ind/", "/en/skrivebord/", "/skrivebord/administration/log/"]
print([Client(SERVER_NAME="localhost").get(path).status_code for path in paths])
print(sorted(app.name for app in apps.get_app_configs()))
print([name for name in sys.modules if name.startswith(("raadslag.desk", "raadslag.models", "allauth"))])
"""


def test_the_citizens_process_has_none_of_it(home):
    ran = subprocess.run(
        [sys.executable, "-c", IN_THE_CITIZENS_PROCESS],
        env={**home, "RAADSLAG_ONLY": "public", "RAADSLAG_DEBUG": "1"},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    statuses, apps, modules = map(literal_eval, ran.stdout.splitlines())
    assert statuses == [404] * 4
    assert apps == [
        "django.contrib.staticfiles", "raadslag.archive", "raadslag.public", "whitenoise.runserver_nostatic",
    ]  # fmt: skip
    assert modules == []
