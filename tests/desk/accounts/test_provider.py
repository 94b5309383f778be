"""Log-in by the municipality's own identity provider: a real one, through the whole code flow."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.test import Client

from config.identity_provider import as_allauth_has_it, identity_provider
from raadslag.rules.roles import Role
from tests.desk.accounts.provider import BEGIN, CALLBACK, asked_of, running

START = "/skrivebord/"


@pytest.fixture(scope="module")
def started():
    with running({}, f"http://testserver{CALLBACK}") as provider:
        yield provider


@pytest.fixture
def provider(started, door, settings, lindevad):
    """The provider, which the desk uses; its committee is called HKU."""
    use(settings, started)
    lindevad.cast.committee.short_name = "HKU"
    lindevad.cast.committee.save()
    return started


def use(settings, provider, **more):
    settings.IDENTITY_PROVIDER = identity_provider(provider.environment(**more))
    settings.SOCIALACCOUNT_PROVIDERS = as_allauth_has_it(settings.IDENTITY_PROVIDER)


def person_says(provider, login, *roles, **more):
    claims = {"email": f"{login}@lindevad.example", "email_verified": True, "name": login.capitalize()}
    provider.says(login, **{**claims, "roles": list(roles), **more})


def come_by(provider, login, client=None):
    """The desk's last answer, and the browser that got it."""
    client = client or Client()
    sent = client.get(BEGIN)
    back = provider.answer(sent.url, login)
    return client.get(back), client


def roles_of(person, on):
    return {(each.role, each.body.short_name) for each in person.memberships.held(on)}


def text(response):
    return response.content.decode()


def test_the_log_in_page_offers_it_and_no_form_leads_away(provider):
    page = text(Client().get("/konto/log-ind/?next=/skrivebord/profil/"))
    assert "Log ind med Lindevads log-ind" in page
    assert f'href="{BEGIN}?' in page
    assert "form-action 'self'" in Client().get("/konto/log-ind/")["Content-Security-Policy"]


def test_the_whole_flow_with_proof_of_key_opens_the_desk_without_a_code_of_ours(provider, door):
    person_says(provider, "anna")
    client = Client()
    address = client.get(f"{BEGIN}?process=login&next=/skrivebord/profil/").url
    asked = asked_of(address)
    assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
    assert len(asked["code_challenge"]) == 43
    assert asked["redirect_uri"] == f"http://testserver{CALLBACK}"
    entered = client.get(provider.answer(address, "anna"))
    assert entered.url == "/skrivebord/profil/"
    assert "Hej Anna" in text(client.get(START))  # she has an app for codes, and was not asked for one
    (event,) = door.events("logged_in")
    assert event.detail["how"] == ["socialaccount"]
    assert door.people["anna"].check_password(door.password)  # hers still


def test_an_answer_works_once_and_only_in_the_browser_that_asked(provider, door):
    person_says(provider, "anna")
    client = Client()
    back = provider.answer(client.get(BEGIN).url, "anna")
    assert "Du blev ikke logget ind" in text(Client().get(back))
    assert client.get(back).status_code == 302
    assert "Du blev ikke logget ind" in text(client.get(back))


def test_a_stranger_does_not_come_in(provider, door):
    person_says(provider, "fremmed", "noget-andet:admin")
    refused, client = come_by(provider, "fremmed")
    assert refused.status_code == 403
    assert "Du er ikke oprettet her endnu" in text(refused)
    assert client.get(START).status_code == 302
    assert not type(door.people["anna"]).objects.filter(email="fremmed@lindevad.example").exists()


def test_someone_new_with_a_role_is_made_and_gets_it(provider, door, lindevad):
    person_says(provider, "signe", "raadslag:secretary:HKU", name="Signe Holm")
    entered, client = come_by(provider, "signe")
    assert entered.url == START
    signe = type(door.people["anna"]).objects.get(email="signe@lindevad.example")
    today = import_module("raadslag.desk.access").today()
    assert (signe.name, roles_of(signe, today)) == ("Signe Holm", {(Role.SECRETARY, "HKU")})
    assert not signe.has_usable_password()
    assert "Hej Signe" in text(client.get(START))
    verbs = {event.verb for event in door.events("person_added", "membership_begun", "logged_in")}
    assert verbs == {"person_added", "membership_begun", "logged_in"}


def test_a_role_is_no_way_in_without_a_verified_address(provider, door):
    person_says(provider, "signe", "raadslag:secretary:HKU", email_verified=False)
    refused, _client = come_by(provider, "signe")
    assert "ikke bekræftet" in text(refused)


def test_an_address_that_nobody_verified_finds_nobody(provider, door):
    person_says(provider, "ond", email="ada@lindevad.example", email_verified=False)
    refused, client = come_by(provider, "ond")
    assert refused.status_code == 403
    assert client.get(START).status_code == 302


def test_addresses_that_are_all_the_providers_own_need_not_be_verified_one_by_one(provider, door, settings):
    use(settings, provider, RAADSLAG_OIDC_EMAILS_VERIFIED="1")
    provider.says("bo", email="Bo@Lindevad.example", name="Bo")
    entered, _client = come_by(provider, "bo")
    assert entered.url == START


def test_a_known_person_is_found_by_the_subject_when_the_address_changes(provider, door):
    person_says(provider, "bo")
    come_by(provider, "bo")
    person_says(provider, "bo", email="bo.vang@lindevad.example")
    entered, client = come_by(provider, "bo")
    assert entered.url == START
    assert "Hej Bo" in text(client.get(START))


def test_an_address_that_is_given_to_somebody_else_does_not_open_the_first_ones_desk(provider, door):
    person_says(provider, "bo")
    come_by(provider, "bo")
    person_says(provider, "ny-bo", email="bo@lindevad.example")
    refused, _client = come_by(provider, "ny-bo")
    assert "hører til en anden bruger" in text(refused)


def test_a_role_that_is_claimed_no_longer_is_lost_at_the_next_log_in(provider, door):
    access = import_module("raadslag.desk.access")
    person_says(provider, "stine", "raadslag:observer:HKU", "raadslag:administrator")
    come_by(provider, "stine")
    stine = door.people["stine"]
    stine.refresh_from_db()
    assert stine.is_administrator
    held = stine.memberships.get(role=Role.OBSERVER)
    held.starts_on = access.today() - timedelta(days=30)
    held.save()
    person_says(provider, "stine")
    come_by(provider, "stine")
    stine.refresh_from_db()
    held.refresh_from_db()
    assert held.ends_on == access.today() - timedelta(days=1)  # what was stays
    assert (Role.OBSERVER, "HKU") not in roles_of(stine, access.today())
    assert not stine.is_administrator
    assert door.events("administrator_ended")


def test_a_role_of_one_day_alone_is_lost_the_same_day(provider, door):
    access = import_module("raadslag.desk.access")
    person_says(provider, "dan", "raadslag:observer:HKU")
    come_by(provider, "dan")
    assert (Role.OBSERVER, "HKU") in roles_of(door.people["dan"], access.today())
    person_says(provider, "dan")
    come_by(provider, "dan")
    assert (Role.OBSERVER, "HKU") not in roles_of(door.people["dan"], access.today())
    assert [event.verb for event in door.events("membership_begun", "membership_ended")] == [
        "membership_begun",
        "membership_ended",
    ]


def test_what_an_administrator_gave_no_claim_takes(provider, door):
    access = import_module("raadslag.desk.access")
    for name in ("bo", "ada"):
        person_says(provider, name)
        come_by(provider, name)
    assert (Role.MEMBER, "HKU") in roles_of(door.people["bo"], access.today())
    door.people["ada"].refresh_from_db()
    assert door.people["ada"].is_administrator


def test_the_providers_own_values_mean_what_the_settings_say(provider, door, settings):
    use(
        settings, provider,
        RAADSLAG_OIDC_ROLES='{"gruppe-17": "secretary:HKU"}',
        RAADSLAG_OIDC_ROLES_CLAIM="realm_access.roles",
    )  # fmt: skip
    provider.says(
        "dan",
        email="dan@lindevad.example",
        email_verified=True,
        realm_access={"roles": ["gruppe-17", "gruppe-18"]},
    )
    come_by(provider, "dan")
    today = import_module("raadslag.desk.access").today()
    assert (Role.SECRETARY, "HKU") in roles_of(door.people["dan"], today)


def test_a_role_that_is_not_understood_gives_nothing_and_is_told(provider, door):
    person_says(provider, "dan", "raadslag:konge", "raadslag:member:FINDES-IKKE", "raadslag:substitute:HKU")
    come_by(provider, "dan")
    (event,) = door.events("claim_not_understood")
    assert event.detail["values"] == ["raadslag:konge", "raadslag:substitute:HKU", "member:FINDES-IKKE"]


def test_a_closed_person_does_not_come_in_this_way_either(provider, door, lindevad):
    person_says(provider, "bo", "raadslag:administrator")
    door.people["bo"].deactivate(by=door.people["ada"], at=lindevad.now)
    refused, client = come_by(provider, "bo")
    assert "Din adgang er lukket" in text(refused)
    assert client.get(START).status_code == 302
    door.people["bo"].refresh_from_db()
    assert not door.people["bo"].is_administrator


def test_nobody_connects_another_identity_to_a_session(provider, door):
    person_says(provider, "fremmed")
    client = door.come_in("anna")
    back = provider.answer(client.get(f"{BEGIN}?process=connect").url, "fremmed")
    assert client.get(back).status_code == 403
    assert not door.people["anna"].socialaccount_set.exists()


def test_whoever_says_no_at_the_provider_is_told_what_happened(provider, door):
    client = Client()
    state = asked_of(client.get(BEGIN).url)["state"]
    cancelled = client.get(CALLBACK, {"error": "access_denied", "state": state}, follow=True)
    assert "Du afbrød, før du var færdig" in text(cancelled)


def test_a_provider_that_does_not_answer_is_a_sentence_and_no_fault(provider, door, settings):
    use(settings, provider, RAADSLAG_OIDC_ISSUER="http://127.0.0.1:1")
    answer = Client().get(BEGIN)
    assert answer.status_code == 503
    assert "Log-in svarer ikke lige nu" in text(answer)


def test_in_english_the_provider_is_asked_to_answer_at_the_same_address(provider, door):
    address = Client().get(f"/en{BEGIN}").url
    assert asked_of(address)["redirect_uri"] == f"http://testserver{CALLBACK}"


def test_without_a_provider_there_is_no_such_address(door):
    assert Client().get(BEGIN).status_code == 404
    assert "oidc" not in text(Client().get("/konto/log-ind/"))
