"""The desk is closed by default."""

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

# who is not logged in reaches these and no others
PUBLIC = {"public", "account", "socialaccount", "openid_connect", "mfa"}


def views(resolver, at=""):
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from views(each, at + str(each.pattern))
        elif isinstance(each, URLPattern):
            yield at + str(each.pattern), each.callback


def test_nobody_sees_the_desk_without_logging_in(stores):
    response = Client().get("/skrivebord/")
    assert response.status_code == 302
    assert response.url.startswith("/konto/")


def test_every_address_of_the_desk_asks_who_is_there():
    desk = [(address, view) for address, view in views(get_resolver()) if address.startswith("skrivebord/")]
    assert desk
    assert [address for address, view in desk if not getattr(view, "login_required", True)] == []


@pytest.mark.parametrize("name", ["anna", "karen", "leif", "bo", "ada"])
def test_each_who_logs_in_gets_a_start_page(client_of, name):
    page = client_of(name).get("/skrivebord/")
    assert page.status_code == 200
    assert f"Hej {name.capitalize()}" in page.content.decode()
