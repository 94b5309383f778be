"""The outbox on the desk, a person's choice of mails, and the link that declines them."""

from importlib import import_module

import pytest
from django.test import Client

from raadslag.mail.unsubscribing import unsubscribe_path
from raadslag.models import Event, OutboxMail, Person, Unsubscription
from raadslag.rules.mail_kinds import A_CHOICE, MailKind


@pytest.fixture
def post(lindevad):
    return import_module("tests.mail.post").Post(lindevad)


@pytest.fixture
def given_up(post):
    """A mail that the mail server will not take."""
    mail = post.put()
    OutboxMail.objects.claim(post.at).was_refused("550 5.1.1 No such user")
    return mail


@pytest.mark.parametrize("name", ["anna", "ada"])
def test_secretaries_and_administrators_see_what_was_not_sent_first(client_of, given_up, name):
    page = client_of(name).get("/skrivebord/post/")
    text = page.content.decode()
    assert page.status_code == 200
    assert "550 5.1.1 No such user" in text
    assert "karen@lindevad.example" in text
    assert "Noget er sket" not in text  # what a mail says is its receiver's


@pytest.mark.parametrize(
    ("address", "written"),
    [("/skrivebord/post/", "2. marts 2026 10.00"), ("/en/skrivebord/post/", "2 March 2026 10:00")],
)
def test_times_are_of_danish_clocks_in_either_language(client_of, given_up, address, written):
    assert written in client_of("anna").get(address).content.decode()


@pytest.mark.parametrize("name", ["karen", "leif", "bo", "olga"])
def test_for_others_the_outbox_is_not_there(client_of, given_up, name):
    client = client_of(name)
    assert client.get("/skrivebord/post/").status_code == 404
    assert client.post(f"/skrivebord/post/{given_up.key}/igen/").status_code == 404
    given_up.refresh_from_db()
    assert given_up.state == "given_up"


def test_anna_sends_a_mail_again(client_of, given_up):
    answer = client_of("anna").post(f"/skrivebord/post/{given_up.key}/igen/", follow=True)
    given_up.refresh_from_db()
    assert given_up.state == "waiting"
    assert "Mailen til Karen Friis sendes igen." in answer.content.decode()
    event = Event.objects.get(verb="mail_sent_again")
    assert (event.by_name, event.label) == ("Anna Lund", "nyt: Karen Friis")


def test_what_is_on_its_way_is_not_sent_once_more(client_of, post):
    mail = post.put()
    answer = client_of("anna").post(f"/skrivebord/post/{mail.key}/igen/", follow=True)
    assert "Mailen er allerede sendt eller på vej." in answer.content.decode()


def test_only_a_post_sends_again_and_only_what_is_there(client_of, given_up):
    client = client_of("anna")
    assert client.get(f"/skrivebord/post/{given_up.key}/igen/").status_code == 405
    assert client.post("/skrivebord/post/00000000-0000-4000-8000-000000000000/igen/").status_code == 404
    assert client.post("/skrivebord/post/").status_code == 405


@pytest.mark.parametrize("shown", ["venter", "problemer", "sendt", "erstattet", "noget-andet"])
def test_the_outbox_shows_one_state_at_a_time(client_of, given_up, post, shown):
    post.put(event="besked:2", to=post.cast.jens)
    text = client_of("anna").get("/skrivebord/post/", {"vis": shown}).content.decode()
    assert ("karen@" in text) == (shown in ("problemer", "noget-andet"))
    assert ("jens@" in text) == (shown == "venter")


def test_karen_chooses_what_she_wants_and_in_which_language(client_of, lindevad):
    client = client_of("karen")
    assert client.get("/skrivebord/profil/mail/").content.decode().count(" checked") == len(A_CHOICE)
    answer = client.post("/skrivebord/profil/mail/", {"kinds": ["reminder"], "language": "en"}, follow=True)
    assert "Dine valg er gemt." in answer.content.decode()
    assert answer.content.decode().count(" checked") == 1
    karen = Person.objects.get(pk=lindevad.cast.karen.pk)
    assert Unsubscription.objects.wanted(karen) == {MailKind.REMINDER}
    assert karen.language == "en"
    changed = Event.objects.get(verb="person_changed")
    assert (changed.by, changed.detail) == (karen, {"fields": ["language"]})
    assert Unsubscription.objects.wanted(lindevad.cast.jens) == A_CHOICE


def test_what_cannot_be_chosen_changes_nothing(client_of, lindevad):
    answer = client_of("karen").post("/skrivebord/profil/mail/", {"kinds": ["approval"], "language": "da"})
    assert answer.status_code == 400
    assert Unsubscription.objects.wanted(lindevad.cast.karen) == A_CHOICE


def test_the_link_in_a_mail_declines_by_a_click_and_not_by_being_looked_at(lindevad):
    karen, address = lindevad.cast.karen, unsubscribe_path(lindevad.cast.karen, MailKind.NEWS)
    client = Client(enforce_csrf_checks=True)
    assert "Vil du have færre mails?" in client.get(address).content.decode()
    assert Unsubscription.objects.wants(karen, MailKind.NEWS)
    answer = client.post(address, "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded")
    assert answer.status_code == 200
    assert "Du får ikke flere af de mails" in answer.content.decode()
    assert not Unsubscription.objects.wants(karen, MailKind.NEWS)
    assert Unsubscription.objects.wants(karen, MailKind.REMINDER)
    assert Unsubscription.objects.wants(lindevad.cast.jens, MailKind.NEWS)


def test_a_link_that_is_changed_declines_nothing(lindevad):
    address = unsubscribe_path(lindevad.cast.karen, MailKind.NEWS)
    for changed in (address.replace("afmeld/W", "afmeld/X"), "/post/afmeld/x:y/", address[:-4] + "/"):
        assert changed != address
        assert Client().post(changed).status_code == 404
    assert not Unsubscription.objects.exists()


def test_the_link_works_in_english(lindevad):
    address = "/en" + unsubscribe_path(lindevad.cast.karen, MailKind.NEWS)
    assert Client().post(address).status_code == 200
