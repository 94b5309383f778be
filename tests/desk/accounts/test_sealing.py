"""What people's codes are made from is not to be had from a copy of the database."""

import json
from importlib import import_module

import pytest
from django.test import Client

from tests.desk.accounts import app


@pytest.fixture
def kept(door):
    """Karen's telephone and recovery codes, set up anew, as the database has them."""
    karen = door.people["karen"]
    authenticators = import_module("allauth.mfa.models").Authenticator.objects.filter(user=karen)
    authenticators.delete()
    import_module("allauth.mfa.totp.internal.auth").TOTP.activate(karen, door.secret("karen"))
    import_module("allauth.mfa.recovery_codes.internal.auth").RecoveryCodes.activate(karen)
    return {row.type: row.data for row in authenticators}


def test_a_telephone_is_kept_sealed_and_opens_the_desk(door, kept):
    assert door.secret("karen") not in json.dumps(kept)
    assert kept["totp"]["secret"].startswith("sealed:")
    assert kept["recovery_codes"]["seed"].startswith("sealed:")
    assert door.come_in("karen").get("/skrivebord/").status_code == 200


def test_one_that_was_kept_as_it_is_opens_the_desk_still(door):
    rows = import_module("allauth.mfa.models").Authenticator.objects
    assert rows.get(user=door.people["jens"]).data["secret"] == door.secret("jens")
    assert door.come_in("jens").get("/skrivebord/").status_code == 200


def test_with_another_key_no_code_is_right_and_no_page_breaks(door, kept, settings):
    settings.SECRET_KEY = "en anden"
    client = Client()
    door.give_password(client, "karen")
    answer = client.post(app.CODE, {"code": door.code("karen")})
    assert "Koden er ikke rigtig." in answer.content.decode()
    assert client.get("/skrivebord/").status_code == 302
