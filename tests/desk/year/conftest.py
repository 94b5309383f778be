"""The desk on Monday 2 March 2026, and reading its pages as a person does."""

from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module

import pytest
from django.test import Client

from tests.desk.year.visitor import Visitor


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """The clock stands still at NOW."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: import_module("tests.cast").NOW)


@pytest.fixture
def visit(client_of) -> Callable[[str], Visitor]:
    """visit("anna"): that person at the desk."""
    return lambda name: Visitor(client_of(name))


@pytest.fixture
def anna(visit) -> Visitor:
    return visit("anna")


@pytest.fixture
def ada(visit) -> Visitor:
    return visit("ada")


@pytest.fixture
def clara() -> Visitor:
    """Clara, who is not logged in."""
    return Visitor(Client())


@pytest.fixture
def year(lindevad):
    """What the tests make for the committee's year."""
    return import_module("tests.desk.year.making").Year(lindevad)


@pytest.fixture
def in_danish_time():
    """in_danish_time(2026, 3, 25, 16): that moment on the clock in Denmark."""
    zone = import_module("tests.cast").COPENHAGEN
    return lambda *parts: datetime(*parts, tzinfo=zone) + timedelta()
