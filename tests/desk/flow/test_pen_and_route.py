"""The pen, the route, hearings and usual routes, in the browser."""

from datetime import timedelta
from importlib import import_module
from uuid import uuid4

import pytest


def page(paper, after=""):
    return f"/skrivebord/indstillinger/{paper.key}/{after}"


def text(response):
    return response.content.decode()


def test_the_pen_goes_from_hand_to_hand(flow, client_of):
    paper, cast = flow.begun(), flow.cast
    karen, jens = client_of("karen"), client_of("jens")
    answer = karen.post(page(paper, "pen/giv"), {"to": cast.jens.key}, follow=True)
    assert "Jens Holt har pennen nu." in text(answer)
    answer = karen.post(page(paper, "pen/tag-tilbage"), {"had": cast.jens.key}, follow=True)
    assert "Du har pennen." in text(answer)
    assert "Karen Friis har taget pennen" in text(jens.get("/skrivebord/"))
    karen.post(page(paper, "pen/laeg"))
    jens.post(page(paper, "pen/tag"))
    paper.refresh_from_db()
    assert paper.pen == cast.jens


def test_a_pen_that_went_on_meanwhile_is_not_taken(flow, client_of):
    paper, cast = flow.begun(), flow.cast
    paper.hand_over_pen(cast.jens, by=cast.karen, at=flow.now)
    answer = client_of("karen").post(page(paper, "pen/tag"), follow=True)
    assert "Jens Holt har pennen nu." in text(answer)


@pytest.mark.parametrize("name", ["ada", "leif", "bo"])
def test_others_neither_see_a_way_to_the_pen_nor_get_it(flow, client_of, name):
    paper = flow.begun()
    client = client_of(name)
    client.post(page(paper, "pen/tag-tilbage"), {"had": flow.cast.karen.key})
    paper.refresh_from_db()
    assert paper.pen == flow.cast.karen
    assert "Tag pennen" not in text(client.get(page(paper)))


@pytest.mark.parametrize("to", ["", "ingen", "4f1c0f3e-9d1e-4a1b-8a52-6f0f3d1c2b3a"])
def test_the_pen_is_given_to_somebody(flow, client_of, to):
    paper = flow.begun()
    answer = client_of("karen").post(page(paper, "pen/giv"), {"to": to}, follow=True)
    assert "Vælg, hvem der skal have pennen." in text(answer)


def test_what_cannot_be_done_with_a_pen_is_not_there(flow, client_of):
    paper = flow.begun()
    assert client_of("karen").post(page(paper, "pen/spis")).status_code == 404
    assert client_of("karen").get(page(paper, "pen/tag")).status_code == 405
    assert client_of("bo").post(page(paper, "pen/tag")).status_code == 404


def test_a_step_is_added_planned_moved_and_taken_out(flow, client_of):
    paper, cast, karen = flow.begun(), flow.cast, client_of("karen")
    typed = {"body": cast.committee.pk, "task": "advises", "before": "", "due_on": ""}
    typed["before"] = paper.steps.get(body=cast.council).pk
    assert karen.post(page(paper, "sagsgang"), typed).status_code == 302
    step = paper.steps.get(body=cast.committee)
    due_on = flow.today + timedelta(days=9)
    at = f"sagsgang/{step.key}"
    karen.post(page(paper, f"{at}/gem"), {f"{step.key}-due_on": due_on, f"{step.key}-owner": cast.anna.pk})
    karen.post(page(paper, f"{at}/frem"))
    step.refresh_from_db()
    assert (step.due_on, step.owner, step.order) == (due_on, cast.anna, 3)
    assert "Havne- og Klimaudvalget" in text(karen.get(page(paper)))
    karen.post(page(paper, f"{at}/fjern"))
    assert not paper.steps.filter(body=cast.committee).exists()


def test_a_route_that_would_end_nowhere_is_refused_in_words(flow, client_of):
    paper, cast = flow.begun(), flow.cast
    typed = {"body": cast.mayors_department.pk, "task": "notes"}
    answer = client_of("karen").post(page(paper, "sagsgang"), typed)
    assert answer.status_code == 422
    assert "slutte hos et råd eller udvalg" in text(answer)


def test_the_route_is_changed_by_those_who_may_alone(flow, client_of):
    paper, cast = flow.begun(), flow.cast
    step = paper.steps.get(body=cast.magistrate)
    for name in ("jens", "ada", "bo", "mette", "anna"):
        client = client_of(name)
        assert client.get(page(paper, "sagsgang")).status_code == 404
        assert client.post(page(paper, f"sagsgang/{step.key}/fjern")).status_code == 404
    karen = client_of("karen")
    assert karen.get(page(paper, f"sagsgang/{step.key}/fjern")).status_code == 405
    assert karen.post(page(paper, f"sagsgang/{uuid4()}/fjern")).status_code == 404
    assert karen.post(page(paper, f"sagsgang/{step.key}/spis")).status_code == 404
    other = flow.begun().steps.get(body=cast.magistrate)
    assert karen.post(page(paper, f"sagsgang/{other.key}/fjern")).status_code == 404


def test_a_paper_is_heard_and_answered(flow, client_of):
    paper, cast = flow.begun(), flow.cast
    typed = {
        "question": "Er der plads?",
        "due_on": flow.today + timedelta(days=5),
        "people": [cast.dan.pk],
        "bodies": [cast.mayors_department.pk],
    }
    assert client_of("karen").post(page(paper, "hoering"), typed).status_code == 302
    dan = client_of("dan")
    assert "Svar på høring" in text(dan.get("/skrivebord/"))
    party = paper.hearings.get().parties.get(person=cast.dan)
    address = f"/skrivebord/hoeringssvar/{party.key}"
    assert "Er der plads?" in text(dan.get(address))
    assert dan.post(address, {"answer": " "}).status_code == 422
    assert dan.post(address, {"answer": "Nej, der er for smalt."}).status_code == 302
    assert "Nej, der er for smalt." in text(client_of("karen").get(page(paper)))
    assert "Svar på høring" not in text(dan.get("/skrivebord/"))
    closing = f"/skrivebord/hoeringer/{party.hearing.key}/afslut"
    closed = text(client_of("karen").post(closing, follow=True))
    assert "Høringen er afsluttet, og svarene er lagt ved som bilag." in closed
    assert "Høringssvar: Dan Toft" in closed
    # its safe copy has been asked for
    assert import_module("django_q.models").OrmQ.objects.count() == 1


def test_a_round_needs_a_question_a_day_and_somebody(flow, client_of):
    paper = flow.begun()
    answer = client_of("karen").post(page(paper, "hoering"), {"question": "Er der plads?"})
    assert answer.status_code == 422
    assert "Er der plads?" in text(answer)
    assert "Vælg mindst én at spørge." in text(answer)


def test_a_round_is_asked_answered_and_closed_by_those_who_may(flow, client_of, models):
    paper, cast = flow.begun(), flow.cast
    hearing = models.Hearing.objects.ask(
        paper, "Er der plads?", flow.today, [cast.dan], by=cast.karen, at=flow.now
    )
    party = hearing.parties.get()
    for name in ("bo", "jens", "mette", "karen"):
        assert client_of(name).get(f"/skrivebord/hoeringssvar/{party.key}").status_code == 404
    for name in ("jens", "ada", "dan"):
        assert client_of(name).get(page(paper, "hoering")).status_code == 404
        client_of(name).post(f"/skrivebord/hoeringer/{hearing.key}/afslut")
    assert client_of("bo").post(f"/skrivebord/hoeringer/{hearing.key}/afslut").status_code == 404
    hearing.refresh_from_db()
    assert hearing.closed_at is None
    client_of("karen").post(f"/skrivebord/hoeringer/{hearing.key}/afslut")
    hearing.refresh_from_db()
    assert hearing.closed_at
    answer = client_of("dan").post(f"/skrivebord/hoeringssvar/{party.key}", {"answer": "Nej, for smalt."})
    assert answer.status_code == 422
    assert "Nej, for smalt." in text(answer)
    assert client_of("karen").get(f"/skrivebord/hoeringer/{hearing.key}/afslut").status_code == 405
    assert client_of("karen").post(f"/skrivebord/hoeringer/{uuid4()}/afslut").status_code == 404


ROUTES = "/skrivebord/administration/sagsgange/"


def rows(*steps):
    """The formset as the browser sends it."""
    typed = {"trin-TOTAL_FORMS": len(steps), "trin-INITIAL_FORMS": 0}
    for at, (body, task) in enumerate(steps):
        typed |= {f"trin-{at}-order": at + 1, f"trin-{at}-body": body, f"trin-{at}-task": task,
                  f"trin-{at}-working_days": 5}  # fmt: skip
    return typed


def test_an_administrator_makes_and_changes_a_usual_route(flow, client_of, models):
    ada, cast = client_of("ada"), flow.cast
    steps = rows(
        ("", "writes"), (cast.mayors_department.pk, "endorses"), (cast.committee.pk, "decides"), ("", "")
    )
    answer = ada.post(f"{ROUTES}ny", {"name": "Udvalgssag", "is_active": "on", **steps})
    assert answer.status_code == 302
    route = models.RouteTemplate.objects.get(name="Udvalgssag")
    assert [str(step.body or "") for step in route.steps.all()] == [
        "", "Borgmesterens Afdeling", "Havne- og Klimaudvalget",
    ]  # fmt: skip
    shorter = rows(("", "writes"), (cast.committee.pk, "decides"))
    ada.post(f"{ROUTES}{route.key}/", {"name": "Lille sag", **shorter})
    route.refresh_from_db()
    assert (route.name, route.is_active, route.steps.count()) == ("Lille sag", False, 2)
    verbs = set(models.Event.objects.filter(noun="routetemplate").values_list("verb", flat=True))
    assert verbs == {"route_template_added", "route_template_changed"}
    assert "Lille sag" in text(ada.get(ROUTES))


def test_a_usual_route_begins_where_the_paper_is_written_and_ends_at_a_meeting(flow, client_of, models):
    ada, cast = client_of("ada"), flow.cast
    before = models.RouteTemplate.objects.count()
    for steps in (
        rows((cast.committee.pk, "decides")),
        rows(("", "writes"), (cast.mayors_department.pk, "endorses")),
        rows(("", "writes"), ("", "writes"), (cast.committee.pk, "decides")),
        rows(("", "")),
    ):
        answer = ada.post(f"{ROUTES}ny", {"name": "Skæv sag", **steps})
        assert answer.status_code == 422
        assert "Skæv sag" in text(answer)
    assert models.RouteTemplate.objects.count() == before


def test_papers_under_way_keep_the_route_they_have(flow, client_of):
    paper, cast = flow.begun(), flow.cast
    typed = {"name": "Byrådssag", **rows(("", "writes"), (cast.council.pk, "decides"))}
    assert client_of("ada").post(f"{ROUTES}{flow.usual.key}/", typed).status_code == 302
    assert len(paper.route) == 4


@pytest.mark.parametrize("name", ["karen", "anna", "leif", "bo"])
def test_usual_routes_are_there_for_administrators_alone(flow, client_of, name):
    for address in (ROUTES, f"{ROUTES}ny", f"{ROUTES}{flow.usual.key}/"):
        assert client_of(name).get(address).status_code == 404
        assert client_of(name).post(address).status_code in (404, 405)


def test_an_unknown_usual_route_is_not_there(flow, client_of):
    assert client_of("ada").get(f"{ROUTES}{uuid4()}/").status_code == 404
