"""Who reaches which page of bodies and the year, and what each page may be asked for."""

from uuid import uuid4

import pytest

EVERYBODY = {"anna", "karen", "bo", "dan", "ada"}
PLANNERS = {"anna", "ada"}
SECRETARIES = {"anna"}
ADMINISTRATORS = {"ada"}

# address -> who reaches it; {name} stands for the key of that thing
PAGES = {
    "udvalg/": EVERYBODY,
    "udvalg/{body}/": EVERYBODY,
    "udvalg/nyt": ADMINISTRATORS,
    "udvalg/{body}/ret": ADMINISTRATORS,
    "udvalg/{body}/ny-rolle": ADMINISTRATORS,
    "roller/{membership}/afslut": ADMINISTRATORS,
    "administration/kommune/": ADMINISTRATORS,
    "administration/kommune/valgperiode": ADMINISTRATORS,
    "udvalg/{body}/frister": PLANNERS,
    "udvalg/{body}/faste-punkter/": PLANNERS,
    "udvalg/{body}/faste-punkter/punkt/nyt": PLANNERS,
    "udvalg/{body}/faste-punkter/sag/nyt": PLANNERS,
    "udvalg/{body}/faste-punkter/kursus/nyt": PLANNERS,
    "moedeplan/": EVERYBODY,
    "moedeplan/{plan}/": EVERYBODY,
    "moeder/": EVERYBODY,
    "moeder/{meeting}/": EVERYBODY,
    "moeder/{meeting}/flyt": PLANNERS,
    "moeder/{meeting}/aflys": PLANNERS,
    "aarshjul/{body}/": EVERYBODY,
    "aarshjul/{body}/emne": PLANNERS,
    "emner/{topic}/ret": PLANNERS,
    "kalender/": EVERYBODY,
}
DEEDS = {
    "udvalg/{body}/moedeplan/2027": PLANNERS,
    "moedeplan/{plan}/regel": PLANNERS,
    "moedeplan/{plan}/regel/{rule}/fjern": PLANNERS,
    "moedeplan/{plan}/datoer": PLANNERS,
    "moedeplan/{plan}/dato": PLANNERS,
    "moedeplan/{plan}/udgiv": PLANNERS,
    "moeder/{meeting}/emner/{topic}": SECRETARIES,
    "emner/{topic}/af": PLANNERS,
    "emner/{topic}/paa": PLANNERS,
    "moeder/{meeting}/fjern": PLANNERS,
    "kalender/ny-adresse": EVERYBODY,
}
KEYED = [address for address in {**PAGES, **DEEDS} if "{" in address]


@pytest.fixture
def keys(year):
    plan = year.last_wednesdays(year.plan())
    plan.refresh_from_db()
    return {
        "body": year.body.key,
        "membership": year.body.memberships.first().key,
        "plan": plan.key,
        "rule": plan.rules[0]["id"],
        "meeting": year.meeting().key,
        "topic": year.topic().key,
    }


@pytest.mark.parametrize("name", sorted(EVERYBODY))
def test_each_reaches_the_pages_that_are_theirs_and_no_others(visit, keys, name):
    visitor = visit(name)
    reached = {page for page in PAGES if visitor.status(page.format(**keys)) == 200}
    assert reached == {page for page, who in PAGES.items() if name in who}
    missing = {page for page in PAGES if visitor.status(page.format(**keys)) == 404}
    assert reached | missing == set(PAGES)


@pytest.mark.parametrize("name", sorted(EVERYBODY))
def test_each_does_what_is_theirs_to_do_and_nothing_else(visit, keys, name):
    visitor = visit(name)
    refused = {deed for deed in DEEDS if visitor.status(deed.format(**keys), "post") == 404}
    assert refused == {deed for deed, who in DEEDS.items() if name not in who}


def test_who_is_not_logged_in_is_asked_to(clara, keys):
    for address in PAGES:
        response = clara.client.get(f"/skrivebord/{address.format(**keys)}")
        assert response.status_code == 302
        assert response.url.startswith("/konto/")


def test_another_bodys_year_is_not_anna_s_to_plan(anna, year):
    theirs = year.cast.other_committee
    plan, meeting = year.plan(theirs), year.meeting(body=theirs)
    assert anna.status(f"moedeplan/{plan.key}/udgiv", "post") == 404
    assert anna.status(f"moeder/{meeting.key}/flyt") == 404
    assert anna.status(f"udvalg/{theirs.key}/frister") == 404


def test_a_department_has_no_year(ada, year):
    department = year.cast.department
    assert ada.status(f"udvalg/{department.key}/") == 200
    for address in ("aarshjul/{}/", "udvalg/{}/frister", "udvalg/{}/faste-punkter/"):
        assert ada.status(address.format(department.key)) == 404


@pytest.mark.parametrize("address", KEYED)
def test_what_is_not_there_is_not_found(ada, address):
    unknown = dict.fromkeys(("body", "membership", "plan", "rule", "meeting", "topic"), uuid4())
    assert ada.status(address.format(**unknown), "post" if address in DEEDS else "get") == 404


@pytest.mark.parametrize("address", DEEDS)
def test_a_deed_is_not_done_by_looking(ada, keys, address):
    assert ada.status(address.format(**keys)) == 405


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_not_replaced_or_deleted(ada, keys, address):
    for method in ("put", "patch", "delete"):
        assert ada.status(address.format(**keys), method) == 405
