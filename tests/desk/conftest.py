"""Lindevad's desk, and a browser for each of its people."""

from collections.abc import Callable
from importlib import import_module

import pytest
from django.test import Client
from django.utils import timezone


@pytest.fixture
def lindevad(stores):
    """The desk's tables with the cast, and what makes papers and items in it."""
    return import_module("tests.models.lindevad").Lindevad()


@pytest.fixture
def client_of(lindevad) -> Callable[[str], Client]:
    """client_of("anna"): a browser in which that person is logged in."""

    enter = import_module("tests.desk.entering").enter

    def logged_in(name: str) -> Client:
        client = Client()
        enter(client, lindevad.cast.people[name])
        return client

    return logged_in


@pytest.fixture
def flow(stores):
    made = import_module("tests.models.flow").Flow()
    # pages read the clock, so what they show must happen about now
    made.now, made.today = timezone.now(), timezone.localdate()
    return made


@pytest.fixture
def models(stores):
    return import_module("raadslag.models")
