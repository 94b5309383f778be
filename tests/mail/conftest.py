"""Lindevad's desk, and a mail server for it."""

from collections.abc import Iterator
from importlib import import_module

import pytest

from tests.mail.smtp import MailServer


@pytest.fixture
def server(settings) -> Iterator[MailServer]:
    """A mail server that takes what it gets, and that the desk sends by."""
    server = MailServer()
    server.start()
    settings.SMTP_URL = server.url
    settings.MAIL_FROM = '"Lindevad Kommune" <raadslag@lindevad.example>'
    settings.SITE = "https://moeder.lindevad.example"
    yield server
    server.stop()


@pytest.fixture
def lindevad(stores):
    """The desk's tables with the cast, and what makes papers and items in it."""
    return import_module("tests.models.lindevad").Lindevad()


@pytest.fixture
def post(lindevad):
    """What the tests of mail do: a clock that they set, mails in the outbox, and sending them."""
    return import_module("tests.mail.post").Post(lindevad)
