"""Anna at the page where she builds an agenda."""

from importlib import import_module

import pytest


@pytest.fixture
def agenda(flow, client_of):
    return import_module("tests.desk.agenda.building").Building(flow, client_of)


@pytest.fixture
def anna(agenda):
    return agenda.visit()
