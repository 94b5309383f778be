"""Administrators see to people and their roles; everyone to their own profile."""

from datetime import timedelta
from importlib import import_module
from uuid import uuid4

import pytest
from django.test import Client

from raadslag.rules.claims import Claimed
from raadslag.rules.roles import Role

PEOPLE = "/skrivebord/administration/personer/"
NEW = {"name": "Signe Holm", "email": "Signe@Lindevad.example", "title": "fuldmægtig"}


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


def text(response):
    return response.content.decode()


def page_of(person):
    return f"{PEOPLE}{person.key}/"


def verbs(models, *among):
    events = models.Event.objects.order_by("place")
    return [event.verb for event in events if not among or event.verb in among]


def test_people_are_listed_with_todays_roles_and_found_by_part_of_a_name(client_of, lindevad):
    page = text(client_of("ada").get(PEOPLE))
    assert "Karen Friis" in page
    assert "godkender, Klima og Miljø" in page
    found = text(client_of("ada").get(PEOPLE, {"q": "fri MILJØ"}))
    assert "Karen Friis" in found
    assert "Bo Vang" not in found
    assert "Ingen passer på det" in text(client_of("ada").get(PEOPLE, {"q": "zzz"}))


def test_a_person_is_added_and_gets_a_link_that_is_shown_once(client_of, models):
    ada = client_of("ada")
    made = ada.post(f"{PEOPLE}ny", NEW)
    signe = models.Person.objects.get(email="signe@lindevad.example")
    assert made.url == page_of(signe)
    shown = ada.post(f"{page_of(signe)}link")
    link = shown.context["link"]
    assert link.startswith("http://testserver/konto/adgangskode/")
    assert link in text(shown)
    assert Client().get(link).status_code == 200
    assert verbs(models) == ["person_added", "password_link_drawn"]
    assert link not in text(ada.get(page_of(signe)))


def test_an_address_belongs_to_one_person_and_what_was_typed_stays(client_of):
    refused = client_of("ada").post(f"{PEOPLE}ny", {**NEW, "email": "KAREN@lindevad.example"})
    assert "Der er allerede en person med den adresse" in text(refused)
    assert "Signe Holm" in text(refused)


def test_a_change_names_the_fields_in_the_log(client_of, lindevad, models):
    karen = lindevad.cast.karen
    given = {"name": "Karen Friis", "email": karen.email, "title": "chefplanlægger", "phone": "89 40 00 00"}
    given["department"] = karen.department_id
    assert client_of("ada").post(page_of(karen), given).status_code == 302
    karen.refresh_from_db()
    assert (karen.title, karen.phone) == ("chefplanlægger", "89 40 00 00")
    (event,) = models.Event.objects.all()
    assert (event.verb, event.by, event.detail) == (
        "person_changed",
        lindevad.cast.ada,
        {"fields": ["phone", "title"]},
    )


def test_what_cannot_be_kept_changes_nothing(client_of, lindevad, models):
    karen = lindevad.cast.karen
    refused = client_of("ada").post(page_of(karen), {"name": "", "email": "ikke en adresse"})
    assert refused.status_code == 200
    karen.refresh_from_db()
    assert karen.name == "Karen Friis"
    assert not models.Event.objects.exists()


def test_a_claim_that_ends_does_not_take_the_last_administrator(lindevad, models):
    ada, take_claims = lindevad.cast.ada, import_module("raadslag.models.claimed_roles").take_claims
    ada.administrator_from_claim = True
    ada.save()
    nothing = Claimed(administrator=False, held=frozenset())
    take_claims(ada, nothing, on=lindevad.today, at=lindevad.now)
    assert ada.is_administrator
    assert verbs(models) == ["administrator_kept"]
    lindevad.cast.anna.change(is_administrator=True, by=ada, at=lindevad.now)
    take_claims(ada, nothing, on=lindevad.today, at=lindevad.now)
    assert not ada.is_administrator
    assert verbs(models, "administrator_ended")


def test_there_is_always_an_administrator(client_of, lindevad):
    ada, client = lindevad.cast.ada, client_of("ada")
    given = {"name": ada.name, "email": ada.email}
    assert "mindst én administrator" in text(client.post(page_of(ada), given))
    assert "mindst én administrator" in text(client.post(f"{page_of(ada)}luk", follow=True))
    ada.refresh_from_db()
    assert ada.is_active
    assert ada.is_administrator
    lindevad.cast.anna.change(is_administrator=True, by=ada, at=lindevad.now)
    assert client.post(page_of(ada), given).status_code == 302
    assert client.get(PEOPLE).status_code == 404


def test_closing_and_opening_for_a_person(client_of, lindevad, models):
    bo, client = lindevad.cast.bo, client_of("ada")
    theirs = client_of("bo")
    assert theirs.get("/skrivebord/").status_code == 200
    client.post(f"{page_of(bo)}luk")
    assert theirs.get("/skrivebord/").status_code == 302
    assert "Bo Vang" not in text(client.get(PEOPLE))
    assert "Bo Vang" in text(client.get(PEOPLE, {"lukkede": "1"}))
    client.post(f"{page_of(bo)}aabn")
    assert "Bo Vang" in text(client.get(PEOPLE))
    assert verbs(models) == ["person_deactivated", "person_reactivated"]


def test_a_lost_telephone_is_forgotten_and_so_are_its_sessions(client_of, lindevad):
    theirs, client = client_of("bo"), client_of("ada")
    client.post(f"{page_of(lindevad.cast.bo)}nulstil-totrin")
    assert theirs.get("/skrivebord/").status_code == 302
    assert not lindevad.cast.bo.authenticator_set.exists()


def test_whose_way_in_an_administrator_changes_is_told_by_a_mail_that_cannot_be_declined(
    client_of, lindevad, models
):
    bo, client = lindevad.cast.bo, client_of("ada")
    models.Unsubscription.objects.choose(bo, (), at=lindevad.now)
    link = client.post(f"{page_of(bo)}link").context["link"]
    client.post(f"{page_of(bo)}nulstil-totrin")
    second, first = models.OutboxMail.objects.filter(person=bo)
    assert (first.subject, second.subject) == (
        "Der er lavet et link til at vælge din adgangskode",
        "Dit totrinslogin er nulstillet",
    )
    assert all("Ada Bech" in mail.text and "ikke bedt om det" in mail.text for mail in (first, second))
    assert link.rpartition("/konto/")[2] not in first.text


def test_a_role_is_given_and_ended_and_stays_in_the_history(client_of, lindevad, models):
    today = import_module("raadslag.desk.access").today()
    dan, committee, client = lindevad.cast.dan, lindevad.cast.committee, client_of("ada")
    given = {"body": committee.pk, "role": Role.OBSERVER, "starts_on": today - timedelta(days=10)}
    assert client.post(f"{page_of(dan)}rolle", given).status_code == 302
    role = dan.memberships.get(body=committee)
    assert "Personen har allerede den rolle" in text(client.post(f"{page_of(dan)}rolle", given))
    ended = client.post(
        f"/skrivebord/administration/roller/{role.key}/slut",
        {"ends_on": today - timedelta(days=1)},
        follow=True,
    )
    assert "Rollen er afsluttet" in text(ended)
    assert "Tidligere roller" in text(ended)
    assert verbs(models) == ["membership_begun", "membership_ended"]


def test_a_substitute_has_a_last_day_and_somebody_to_sit_for(client_of, lindevad):
    dan, client = lindevad.cast.dan, client_of("ada")
    given = {"body": lindevad.cast.committee.pk, "role": Role.SUBSTITUTE, "starts_on": "2026-03-01"}
    refused = text(client.post(f"{page_of(dan)}rolle", given))
    assert "hvor længe stedfortræderen er indkaldt" in refused
    assert "hvem stedfortræderen sidder i stedet for" in refused
    given |= {"ends_on": "2026-02-01", "stands_in_for": lindevad.cast.bo.pk}
    assert "før den første" in text(client.post(f"{page_of(dan)}rolle", given))
    client.post(f"{page_of(dan)}rolle", given | {"ends_on": "2026-03-31"})
    assert dan.memberships.get(role=Role.SUBSTITUTE).stands_in_for == lindevad.cast.bo


def test_an_approver_has_a_deputy(client_of, lindevad):
    jens, client = lindevad.cast.jens, client_of("ada")
    given = {"body": lindevad.cast.department.pk, "role": Role.APPROVER, "starts_on": "2026-03-01"}
    client.post(f"{page_of(jens)}rolle", given | {"stands_in_for": lindevad.cast.leif.pk})
    assert jens.memberships.get(role=Role.APPROVER).stands_in_for == lindevad.cast.leif


@pytest.mark.parametrize("wrong", ["", "i går", "2020-01-01"])
def test_a_last_day_that_cannot_be_is_refused_with_a_sentence(client_of, lindevad, wrong):
    role = lindevad.stine
    page = client_of("ada").post(
        f"/skrivebord/administration/roller/{role.key}/slut", {"ends_on": wrong}, follow=True
    )
    assert "den sidste dag" in text(page).lower()
    role.refresh_from_db()
    assert role.ends_on.isoformat() == "2026-03-31"


def test_my_profile_fills_what_papers_print_and_no_more(client_of, lindevad, models):
    karen, client = lindevad.cast.karen, client_of("karen")
    assert "Sagsbehandler, Klima og Miljø" in text(client.get("/skrivebord/profil/"))
    given = {"name": "Karen Friis", "title": "planlægger", "phone": "12 34 56 78", "language": "en"}
    client.post("/skrivebord/profil/", {**given, "email": "ada@lindevad.example", "is_administrator": "on"})
    karen.refresh_from_db()
    assert (karen.phone, karen.language) == ("12 34 56 78", "en")
    assert (karen.email, karen.is_administrator) == ("karen@lindevad.example", False)
    assert verbs(models) == ["person_changed"]


PAGES = [
    ("get", ""),
    ("get", "ny"),
    ("post", "ny"),
    ("get", "{key}/"),
    ("post", "{key}/"),
    ("post", "{key}/rolle"),
    ("post", "{key}/link"),
    ("post", "{key}/luk"),
    ("post", "{key}/glem-forbindelse"),
]


@pytest.mark.parametrize("name", ["anna", "karen", "leif", "bo"])
@pytest.mark.parametrize(("method", "path"), PAGES)
def test_nobody_but_administrators_finds_the_pages(client_of, lindevad, models, name, method, path):
    address = PEOPLE + path.format(key=lindevad.cast.bo.key)
    assert getattr(client_of(name), method)(address).status_code == 404
    assert not models.Event.objects.exists()


@pytest.mark.parametrize("path", ["{key}/", "{key}/rolle", "{key}/link", "{key}/luk"])
def test_an_unknown_person_is_not_there(client_of, path):
    address = PEOPLE + path.format(key=uuid4())
    assert client_of("ada").post(address).status_code == 404


@pytest.mark.parametrize("path", ["{key}/rolle", "{key}/link", "{key}/luk"])
def test_what_changes_something_is_no_link(client_of, lindevad, path):
    assert client_of("ada").get(PEOPLE + path.format(key=lindevad.cast.bo.key)).status_code == 405
