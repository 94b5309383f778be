"""An agenda on the desk, on the day of the tests, and its job done when the pages are tested."""

from importlib import import_module

import pytest


@pytest.fixture
def lindevad(stores, monkeypatch):
    """The cast with an agenda; the clock stands still."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: import_module("tests.cast").NOW)
    return import_module("tests.publishing.agenda.making").Agenda()


@pytest.fixture
def address(lindevad):
    """address("agenda-send") of the meeting, in Danish."""
    reverse = import_module("django.urls").reverse
    override = import_module("django.utils.translation").override

    def found(name, *more):
        with override("da"):
            return reverse(f"desk:{name}", args=[lindevad.meeting.key, *more])

    return found


@pytest.fixture
def work(lindevad):
    """Does what waits in the background."""
    carry_out = import_module("raadslag.jobs.agenda").carry_out

    def done():
        for version in lindevad.meeting.versions.all():
            carry_out(str(version.key))

    return done
