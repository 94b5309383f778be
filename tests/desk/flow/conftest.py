"""Lindevad's desk with a case that goes the whole way, today."""

from importlib import import_module

import pytest
from django.utils import timezone


@pytest.fixture
def flow(stores):
    made = import_module("tests.models.flow").Flow()
    # pages read the clock, so what they show must happen about now
    made.now, made.today = timezone.now(), timezone.localdate()
    return made


@pytest.fixture
def lindevad(flow):
    return flow


@pytest.fixture
def models(stores):
    return import_module("raadslag.models")
