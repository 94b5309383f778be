"""Log-in with password and code."""

import re
import subprocess
import sys
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.contrib.auth.hashers import identify_hasher
from django.test import Client

from tests.desk.accounts.app import CODE, LOG_IN, code_from, give_password

START = "/skrivebord/"
PROJECT = Path(__file__).parents[3]


def text(response):
    return response.content.decode()


def test_password_and_code_open_the_desk(door):
    client = Client()
    asked = door.give_password(client, "anna")
    assert asked.url == CODE
    assert client.get(START).status_code == 302  # the password alone opens nothing
    entered = client.post(CODE, {"code": door.code("anna")})
    assert entered.url == START
    assert "Hej Anna" in text(client.get(START))
    (event,) = door.events("logged_in")
    assert (event.by, event.detail["how"]) == (door.people["anna"], ["password", "mfa"])


def test_whoever_came_for_a_page_is_brought_there(door):
    client = Client()
    sent = client.get("/skrivebord/profil/")
    assert sent.url == f"{LOG_IN}?next=/skrivebord/profil/"
    client.post(
        sent.url, {"login": door.email("bo"), "password": door.password, "next": "/skrivebord/profil/"}
    )
    assert client.post(CODE, {"code": door.code("bo")}).url == "/skrivebord/profil/"


def test_log_in_leads_to_no_other_site(door):
    client = Client()
    given = {"login": door.email("bo"), "password": door.password, "next": "https://ond.example/"}
    client.post(LOG_IN, given)
    assert client.post(CODE, {"code": door.code("bo")}).url == START


def test_a_wrong_code_opens_nothing_and_is_an_event(door):
    client = Client()
    door.give_password(client, "anna")
    refused = client.post(CODE, {"code": "000000"})
    assert "Koden er ikke rigtig" in text(refused)
    assert client.get(START).status_code == 302
    (event,) = door.events("code_wrong")
    assert event.noun_key == str(door.people["anna"].key)


def test_a_code_works_once(door):
    door.come_in("anna")
    client = Client()
    door.give_password(client, "anna")
    assert "Koden er ikke rigtig" in text(client.post(CODE, {"code": door.code("anna")}))


def test_an_unknown_address_and_a_wrong_password_look_the_same(door):
    def answer(email):
        page = text(give_password(Client(), email, "helt forkert"))
        return re.sub(r'csrfmiddlewaretoken" value="\w+"|value="[^"]*@[^"]*"', "", page)

    known, unknown = answer(door.email("anna")), answer("ingen@lindevad.example")
    assert "E-post og adgangskode passer ikke sammen" in known
    assert known == unknown


def test_what_was_typed_as_an_address_is_not_kept_but_the_person_is_named(door):
    give_password(Client(), door.email("anna"), "helt forkert")
    give_password(Client(), "mit-kodeord@lindevad.example", "helt forkert")
    known, unknown = door.events("log_in_failed")
    assert (known.noun_key, known.by) == (str(door.people["anna"].key), None)
    assert (unknown.noun, unknown.label, unknown.detail) == ("", "", {"address": "127.0.0.1"})


def test_after_five_wrong_passwords_the_right_one_must_wait_from_every_address(door):
    for attempt in range(5):
        door.give_password(Client(), "anna", "forkert", REMOTE_ADDR=f"10.0.0.{attempt}")
    late = door.give_password(Client(), "anna", REMOTE_ADDR="10.0.0.99")
    assert "Der har været for mange forsøg. Vent fem minutter" in text(late)
    assert door.give_password(Client(), "bo", REMOTE_ADDR="10.0.0.99").url == CODE
    (event,) = door.events("log_in_limited")
    assert event.noun_key == str(door.people["anna"].key)


def test_one_address_may_not_try_its_way_through_everybody(door):
    for number in range(10):
        give_password(Client(), f"person{number}@lindevad.example", "forkert")
    assert "for mange forsøg" in text(door.give_password(Client(), "anna"))
    assert door.give_password(Client(), "anna", REMOTE_ADDR="10.0.0.7").url == CODE


def test_guessing_codes_is_limited_too(door):
    client = Client()
    door.give_password(client, "anna")
    for _attempt in range(5):
        client.post(CODE, {"code": "000000"})
    assert "for mange forsøg" in text(client.post(CODE, {"code": door.code("anna")}))


def test_who_has_no_app_yet_is_led_to_one_before_anything_opens(door):
    door.people["karen"].authenticator_set.all().delete()
    client = Client()
    assert door.give_password(client, "karen").url == START
    for page in (START, "/skrivebord/profil/"):
        assert client.get(page).url == "/konto/totrin/app/"
    enrolling = client.get("/konto/totrin/app/")
    assert 'src="data:image/svg+xml;base64,' in text(enrolling)
    seed = enrolling.context["form"].secret
    assert "ikke rigtig" in text(client.post("/konto/totrin/app/", {"code": "000000"}))
    done = client.post("/konto/totrin/app/", {"code": code_from(seed)}, follow=True)
    codes = re.findall(r"<code>(\d{8})</code>", text(done))
    assert len(codes) == 10
    assert client.get(START).status_code == 200
    assert [event.verb for event in door.events("second_factor_begun")] == ["second_factor_begun"]
    again = Client()
    assert door.give_password(again, "karen").url == CODE
    assert again.post(CODE, {"code": codes[0]}).url == START  # the telephone is lost
    once_more = Client()
    door.give_password(once_more, "karen")
    assert "ikke rigtig" in text(once_more.post(CODE, {"code": codes[0]}))


def test_a_session_from_before_the_app_must_show_a_code_too(door):
    karen = door.people["karen"]
    kept = list(karen.authenticator_set.all())
    karen.authenticator_set.all().delete()
    client = Client()
    door.give_password(client, "karen")
    for each in kept:
        each.save(force_insert=True)
    asked = client.get(START)
    assert asked.url == f"/konto/kode/bekraeft/?next={START}"
    assert client.post(asked.url, {"code": door.code("karen")}).url == START
    assert client.get(START).status_code == 200


def test_without_the_demand_a_password_will_do(door, settings):
    settings.SECOND_FACTOR = False
    door.people["karen"].authenticator_set.all().delete()
    client = Client()
    door.give_password(client, "karen")
    assert client.get(START).status_code == 200


def test_an_inactive_person_is_told_so_only_with_the_right_password(door):
    door.people["bo"].is_active = False
    door.people["bo"].save()
    assert "Din adgang er lukket" in text(door.give_password(Client(), "bo"))
    assert "passer ikke sammen" in text(door.give_password(Client(), "bo", "forkert"))
    assert [event.verb for event in door.events("log_in_refused")] == ["log_in_refused"]


def test_deactivating_ends_the_session_at_once_and_for_good(door, lindevad):
    client = door.come_in("bo")
    assert client.get(START).status_code == 200
    door.people["bo"].deactivate(by=door.people["ada"], at=lindevad.now)
    assert client.get(START).status_code == 302
    door.people["bo"].reactivate(by=door.people["ada"], at=lindevad.now)
    assert client.get(START).status_code == 302


@pytest.mark.parametrize(("unused", "lasted"), [(121, 0), (0, 12.1)])
def test_a_session_ends_when_it_is_unused_and_after_a_days_work(door, unused, lasted):
    sessions = import_module("raadslag.desk.accounts.sessions")
    client = door.come_in("anna")
    session = client.session
    session[sessions.SEEN] -= unused * 60
    session[sessions.BEGAN] -= int(lasted * 3600)
    session.save()
    sent = client.get("/skrivebord/profil/", follow=True)
    assert sent.redirect_chain == [(f"{LOG_IN}?next=/skrivebord/profil/", 302)]
    assert "Du har været væk længe" in text(sent)
    assert [event.by for event in door.events("session_expired")] == [door.people["anna"]]


def test_a_session_that_is_used_goes_on(door):
    sessions = import_module("raadslag.desk.accounts.sessions")
    client = door.come_in("anna")
    session = client.session
    session[sessions.SEEN] -= 119 * 60
    session.save()
    assert client.get(START).status_code == 200
    assert client.session[sessions.SEEN] > session[sessions.SEEN]


def test_logging_out_is_an_event_and_no_link_does_it(door):
    client = door.come_in("anna")
    assert "Vil du logge ud?" in text(client.get("/konto/log-ud/"))
    assert client.get(START).status_code == 200
    assert client.post("/konto/log-ud/").url == LOG_IN
    assert client.get(START).status_code == 302
    assert [event.by for event in door.events("logged_out")] == [door.people["anna"]]


def test_passwords_are_hashed_with_argon2(door):
    assert identify_hasher(door.people["anna"].password).algorithm == "argon2"


def test_a_new_password_is_long_and_not_ones_name(door):
    client = door.come_in("karen")
    change = "/konto/adgangskode/"

    def tried(new, old=door.password):
        return client.post(change, {"oldpassword": old, "password1": new, "password2": new})

    for bad in ("kort", "karenfriis12", "123456789012", "password1234"):
        assert tried(bad).status_code == 200
    assert tried("et helt andet kodeord", old="forkert").status_code == 200
    assert tried("et helt andet kodeord").url == "/skrivebord/profil/"
    assert client.get(START).status_code == 200
    assert [event.by for event in door.events("password_changed")] == [door.people["karen"]]
    assert "passer ikke sammen" in text(door.give_password(Client(), "karen"))


def test_a_new_telephone_begins_by_forgetting_the_old(door):
    client = door.come_in("anna")
    assert client.post("/konto/totrin/app/skift/").url == "/konto/totrin/app/"
    assert [event.by for event in door.events("second_factor_ended")] == [door.people["anna"]]
    assert client.get(START).url == "/konto/totrin/app/"
    seed = client.get("/konto/totrin/app/").context["form"].secret
    client.post("/konto/totrin/app/", {"code": code_from(seed)})
    assert client.get(START).status_code == 200


def test_no_browser_keeps_the_desks_pages_for_the_next(door):
    client = door.come_in("anna")
    assert client.get(START)["Cache-Control"] == "private, no-store"


def test_who_left_the_browser_open_must_confirm_before_changing_the_way_in(door, settings):
    client = door.come_in("anna")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    asked = client.get("/konto/totrin/app/skift/")
    assert unquote(asked.url) == "/konto/bekraeft/?next=/konto/totrin/app/skift/"
    assert "Bekræft, at det er dig" in text(client.get(asked.url))


@pytest.mark.parametrize("language", ["da", "en"])
def test_people_are_met_in_their_own_language(door, language):
    door.people["bo"].language = language
    door.people["bo"].save()
    client = Client()
    door.give_password(client, "bo")
    prefix = "" if language == "da" else "/en"
    assert client.post(CODE, {"code": door.code("bo")}).url == f"{prefix}{START}"


def test_the_limits_are_one_for_all_processes(home):
    def python(code):
        whole = f"import config.start\nfrom django.core.cache import cache\n{code}"
        return subprocess.run(
            [sys.executable, "-c", whole], env=home, cwd=PROJECT, capture_output=True, text=True
        )

    assert python("cache.add('tried', 5)").returncode == 0
    assert python("print(cache.get('tried'))").stdout == "5\n"


def test_a_link_for_a_password_works_once_and_for_a_while(door, lindevad, monkeypatch):
    links = import_module("raadslag.desk.accounts.password_link")
    karen = door.people["karen"]
    path = links.path_of_link(karen)
    client = Client()
    assert "Hej Karen" in text(client.get(path))
    new = {"new_password1": "et helt nyt kodeord", "new_password2": "et helt nyt kodeord"}
    assert "Vælg adgangskode" in text(
        client.post(path, {**new, "new_password2": "noget andet, som er langt"})
    )
    assert client.post(path, new).url == LOG_IN
    assert client.get(path).status_code == 410
    assert door.give_password(Client(), "karen", "et helt nyt kodeord").url == CODE
    assert [event.by for event in door.events("password_chosen")] == [karen]
    karen.refresh_from_db()
    late = links.path_of_link(karen)
    real = links.Link._now
    monkeypatch.setattr(links.Link, "_now", lambda self: real(self) + timedelta(hours=73))
    assert client.get(late).status_code == 410


def test_nobodys_link_and_a_closed_persons_link_say_the_same(door, lindevad):
    links = import_module("raadslag.desk.accounts.password_link")
    path = links.path_of_link(door.people["bo"])
    door.people["bo"].deactivate(by=door.people["ada"], at=lindevad.now)
    assert Client().get(path).status_code == 410
    nobody = path.replace(str(door.people["bo"].key), "00000000-0000-4000-8000-000000000000")
    assert Client().get(nobody).status_code == 410


@pytest.mark.parametrize(
    "path", ["signup/", "email/", "password/reset/", "3rdparty/", "login/code/", "inactive/"]
)
def test_what_is_not_used_of_log_in_is_not_there(stores, path):
    assert Client().get(f"/konto/{path}").status_code == 404


def test_the_forgotten_password_page_says_whom_to_ask(stores):
    assert "Spørg en administrator" in text(Client().get("/konto/adgangskode/glemt/"))
