"""The municipality, its bodies, and who sits where: what was stays as it was."""

from datetime import date
from importlib import import_module

import pytest


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


def role(cast, **changes):
    return {
        "person": cast.dan.pk,
        "role": "member",
        "party": "G",
        "term": cast.term.pk,
        "starts_on": "2026-03-01",
        "ends_on": "",
        **changes,
    }


def test_a_body_s_page_says_who_sits_there_and_who_stands_in(anna, year):
    page = anna.opens(f"udvalg/{year.body.key}/")
    assert page.texts("//section[@aria-labelledby='medlemmer']//li") == [
        "Bo Vang (L) Medlem, siden 1. januar 2026",
        "Olga Krog Observatør, siden 1. januar 2026",
        "Stine Bro (L) Stedfortræder for Bo Vang, 1. marts 2026 – 31. marts 2026",
    ]
    assert "Anna Lund" in page.text("//section[@aria-labelledby='ansatte']")


def test_a_role_that_ends_stays_with_its_days(ada, year, models):
    bo = models.Membership.objects.get(person=year.cast.bo, body=year.body)
    page = ada.sends(f"roller/{bo.key}/afslut", ends_on="2026-02-28")
    assert page.texts("//section[@aria-labelledby='medlemmer']//strong") == ["Olga Krog", "Stine Bro"]
    assert page.texts("//main//details//li") == ["Bo Vang (L) Medlem, 1. januar 2026 – 28. februar 2026"]
    assert models.Membership.objects.get(pk=bo.pk).starts_on == date(2026, 1, 1)
    assert models.Event.objects.filter(verb="membership_ended", noun_key=str(bo.key)).exists()


@pytest.mark.parametrize(
    ("ends_on", "says"),
    [("2025-12-31", "Sidste dag ligger før den første."), ("i morgen", "Skriv datoen som dag, måned og år.")],
)
def test_an_end_that_cannot_be_is_refused_and_nothing_is_ended(ada, year, models, ends_on, says):
    bo = models.Membership.objects.get(person=year.cast.bo, body=year.body)
    page = ada.sends(f"roller/{bo.key}/afslut", ends_on=ends_on)
    assert (page.status, page.errors(), page.value("ends_on")) == (422, [says], ends_on)
    assert models.Membership.objects.get(pk=bo.pk).ends_on is None


def test_what_has_ended_is_not_ended_again_later(ada, year, models):
    bo = models.Membership.objects.get(person=year.cast.bo, body=year.body)
    ada.sends(f"roller/{bo.key}/afslut", ends_on="2026-02-28")
    page = ada.sends(f"roller/{bo.key}/afslut", ends_on="2026-06-30")
    assert page.errors() == ["Medlemskabet er allerede afsluttet før den dag."]
    assert models.Membership.objects.get(pk=bo.pk).ends_on == date(2026, 2, 28)


def test_a_new_member_sits_there_from_the_day(ada, year):
    page = ada.sends(f"udvalg/{year.body.key}/ny-rolle", **role(year.cast))
    assert "Dan Toft (G) Medlem, siden 1. marts 2026" in page.texts(
        "//section[@aria-labelledby='medlemmer']//li/div"
    )


def test_who_begins_later_stands_apart_until_then(ada, year):
    page = ada.sends(f"udvalg/{year.body.key}/ny-rolle", **role(year.cast, starts_on="2026-06-01"))
    assert "Dan Toft" not in page.text("//section[@aria-labelledby='medlemmer']")
    assert "Dan Toft" in page.text("//section[@aria-labelledby='kommende-roller']")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"role": "substitute"}, "Skriv, hvor længe stedfortræderen er indkaldt."),
        ({"role": "substitute", "ends_on": "2026-03-31"}, "Vælg, hvem stedfortræderen sidder i stedet for."),
        ({"ends_on": "2026-02-01"}, "Sidste dag ligger før den første."),
        ({"person": ""}, "Dette felt er påkrævet."),
    ],
)
def test_a_role_that_cannot_be_is_refused_and_what_was_typed_stands(ada, year, models, changes, says):
    before = models.Membership.objects.count()
    page = ada.sends(f"udvalg/{year.body.key}/ny-rolle", **role(year.cast, **changes))
    assert says in page.errors()
    assert page.value("party") == "G"
    assert models.Membership.objects.count() == before


def test_nobody_holds_the_same_role_twice_at_once(ada, year, models):
    page = ada.sends(f"udvalg/{year.body.key}/ny-rolle", **role(year.cast, person=year.cast.bo.pk))
    assert page.errors() == ["Personen har allerede den rolle i de dage."]
    bo = models.Membership.objects.get(person=year.cast.bo, body=year.body)
    ada.sends(f"roller/{bo.key}/afslut", ends_on="2026-02-28")
    ada.sends(f"udvalg/{year.body.key}/ny-rolle", **role(year.cast, person=year.cast.bo.pk))
    assert models.Membership.objects.filter(person=year.cast.bo, body=year.body).count() == 2


def test_an_administrator_makes_a_body_with_its_times_and_place(ada, models):
    page = ada.sends(
        "udvalg/nyt",
        name="Kulturudvalget",
        short_name="KU",
        kind="committee",
        place="Biblioteket",
        starts="15:30",
        ends="17:30",
        is_active="on",
        order="9",
    )
    assert page.text("//h1") == "Kulturudvalget"
    made = models.Body.objects.get(name="Kulturudvalget")
    assert (made.place, f"{made.starts:%H.%M}") == ("Biblioteket", "15.30")
    assert models.Event.objects.filter(verb="body_added", noun_key=str(made.key)).exists()
    assert [(row.kind, row.working_days) for row in made.deadline_rules.all()] == [
        ("papers_due", 8),
        ("approval", 6),
        ("agenda_sent", 4),
        ("material_available", 3),
    ]
    assert models.Event.objects.filter(verb="deadline_changed").count() == 4


def test_a_department_has_no_deadlines_until_it_comes_to_meet(ada, models):
    fields = {"name": "Havnen", "kind": "department", "is_active": "on", "order": "9"}
    ada.sends("udvalg/nyt", **fields)
    made = models.Body.objects.get(name="Havnen")
    assert not made.deadline_rules.exists()
    ada.sends(f"udvalg/{made.key}/ret", **{**fields, "kind": "other"})
    assert made.deadline_rules.count() == 4


def test_a_department_that_has_sent_papers_keeps_its_name(ada, year, lindevad, models):
    lindevad.paper()
    department = year.cast.department
    before = department.name
    page = ada.opens(f"udvalg/{department.key}/ret")
    assert "Navnet står på møder eller indstillinger." in page.text()
    ada.sends(f"udvalg/{department.key}/ret", name="Nyt navn", kind="department", is_active="on", order="1")
    assert models.Body.objects.get(pk=department.pk).name == before


def test_a_body_that_has_met_keeps_its_name(ada, year, models):
    year.meeting()
    fields = {
        "name": "Et andet navn",
        "kind": "committee",
        "place": "Hallen",
        "is_active": "on",
        "order": "3",
    }
    ada.sends(f"udvalg/{year.body.key}/ret", **fields)
    body = models.Body.objects.get(pk=year.body.pk)
    assert (body.name, body.place) == ("Havne- og Klimaudvalget", "Hallen")


def test_a_body_that_is_gone_is_listed_apart(ada, year, models):
    models.Body.objects.filter(pk=year.body.pk).update(is_active=False)
    page = ada.opens("udvalg/")
    assert page.texts("//section[@aria-labelledby='nedlagte']//li") == ["Havne- og Klimaudvalget"]


def test_the_municipality_s_closed_days_are_written_as_people_write_them(ada, models):
    page = ada.opens("administration/kommune/")
    assert page.value("closed_days") == "24/12, 31/12"
    ada.sends(
        "administration/kommune/", name="Lindevad Kommune", cvr="", address="", closed_days="5/6, 24.12"
    )
    municipality = models.Municipality.objects.get()
    assert municipality.closed_days == ["06-05", "12-24"]
    assert municipality.practice.closed == {(6, 5): "grundlovsdag", (12, 24): "juleaftensdag"}


@pytest.mark.parametrize("written", ["juleaften", "31/2", "24-13", "0/1"])
def test_a_closed_day_that_is_no_day_is_refused(ada, models, written):
    page = ada.sends(
        "administration/kommune/", name="Lindevad Kommune", cvr="", address="", closed_days=written
    )
    assert page.errors() == [f"»{written}« er ikke en dag. Skriv den som 24/12."]
    assert models.Municipality.objects.get().closed_days == ["12-24", "12-31"]


def test_a_council_term_follows_the_one_before(ada):
    page = ada.sends("administration/kommune/valgperiode", starts_on="2030-01-01", ends_on="2033-12-31")
    assert page.texts("//section[@aria-labelledby='valgperioder']//strong") == ["2030–2033", "2026–2029"]
    page = ada.sends("administration/kommune/valgperiode", starts_on="2029-06-01", ends_on="2033-12-31")
    assert page.errors() == ["Perioden går ind over en anden valgperiode."]
