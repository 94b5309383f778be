"""An agenda to compose, check and send."""

from importlib import import_module

import pytest


@pytest.fixture
def agenda(stores):
    return import_module("tests.publishing.agenda.making").Agenda()
