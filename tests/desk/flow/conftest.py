"""Lindevad's desk with a case that goes the whole way, today."""

import pytest


@pytest.fixture
def lindevad(flow):
    return flow
