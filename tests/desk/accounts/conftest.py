"""The door of Lindevad's desk, as people stand before it."""

from importlib import import_module

import pytest
from django.core.cache import cache
from django.test import Client

from tests.desk.accounts import app


@pytest.fixture
def door(lindevad):
    """The cast, and what they do at the door."""
    cache.clear()
    cast = import_module("tests.cast")

    class Door:
        people = lindevad.cast.people
        password = cast.PASSWORD

        def email(self, name):
            return self.people[name].email

        def secret(self, name):
            """What the person's app makes codes from."""
            return cast.totp_seed(self.email(name))

        def code(self, name):
            return app.code_from(self.secret(name))

        def give_password(self, client, name, password=None, **headers):
            return app.give_password(client, self.email(name), password or self.password, **headers)

        def come_in(self, name):
            """A browser in which the person has given password and code."""
            client = Client()
            self.give_password(client, name)
            assert client.post(app.CODE, {"code": self.code(name)}).status_code == 302
            return client

        def events(self, *verbs):
            models = import_module("raadslag.models")
            return list(models.Event.objects.filter(verb__in=verbs).order_by("place"))

    return Door()
