"""Lindevad with papers on their way, and the functions that build agendas."""

from importlib import import_module

import pytest


@pytest.fixture
def flow(stores):
    return import_module("tests.models.flow").Flow()


@pytest.fixture
def models(stores):
    return import_module("raadslag.models")


@pytest.fixture
def refusal(stores):
    return import_module("raadslag.models.refusal")


@pytest.fixture
def building(stores):
    return import_module("raadslag.models.agenda.building")


@pytest.fixture
def changing(stores):
    return import_module("raadslag.models.agenda.changing")


@pytest.fixture
def carrying_on(stores):
    return import_module("raadslag.models.agenda.carrying_on")


@pytest.fixture
def conditions(stores):
    return import_module("raadslag.models.agenda.conditions")


@pytest.fixture
def act(flow):
    """What Anna does, now."""
    return {"by": flow.cast.anna, "at": flow.now}
