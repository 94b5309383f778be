"""Hearing rounds: who is asked, who answers, and until when."""

from datetime import timedelta
from importlib import import_module

import pytest

from raadslag.record import Part

DAY = timedelta(days=1)


@pytest.fixture
def models(stores):
    return import_module("raadslag.models")


@pytest.fixture
def refusal(stores):
    return import_module("raadslag.models.refusal")


@pytest.fixture
def flow(stores):
    return import_module("tests.models.flow").Flow()


def asked(flow, models, paper=None):
    """Dan by name, and the mayor's department, about Karen's draft."""
    cast = flow.cast
    return models.Hearing.objects.ask(
        paper or flow.begun(), "Er der plads?", flow.today + 5 * DAY, [cast.dan, cast.mayors_department],
        by=cast.karen, at=flow.now,
    )  # fmt: skip


def party(hearing, **of):
    return hearing.parties.get(**of)


def test_those_who_are_asked_see_the_paper_and_are_told(flow, models):
    hearing, cast = asked(flow, models), flow.cast
    for person in (cast.dan, cast.mette):
        assert hearing.paper.may_be_seen_by(person, flow.today)
        assert "Svar senest den 7. marts 2026" in person.notices.get().text
    assert not hearing.paper.may_be_seen_by(cast.bo, flow.today)


def test_a_body_answers_by_somebody_who_works_there(flow, models):
    hearing, cast = asked(flow, models), flow.cast
    party(hearing, body=cast.mayors_department).reply("Ja.", by=cast.mette, at=flow.now)
    party(hearing, person=cast.dan).reply("Nej.", by=cast.dan, at=flow.now + 10 * DAY)
    assert hearing.as_text() == (
        "Er der plads?\n\nSvarfrist: 7. marts 2026\n\n"
        "Dan Toft, 12. marts 2026 (efter fristen)\nNej.\n\n"
        "Borgmesterens Afdeling ved Mette Skov, 2. marts 2026\nJa."
    )
    assert hearing.waits_for == []
    assert [notice.text for notice in cast.karen.notices.order_by("pk")] == [
        "Borgmesterens Afdeling har svaret på høringen om Højvandsmur ved havnen.",
        "Dan Toft har svaret på høringen om Højvandsmur ved havnen.",
    ]


def test_what_is_answered_late_is_marked(flow, models):
    hearing, cast = asked(flow, models), flow.cast
    answer = party(hearing, person=cast.dan)
    answer.reply("Nej.", by=cast.dan, at=flow.now + 5 * DAY)
    assert not answer.is_late
    answer.reply("Nej!", by=cast.dan, at=flow.now + 6 * DAY)
    assert answer.is_late


@pytest.mark.parametrize("name", ["karen", "jens", "bo", "mette", "ada", "anna"])
def test_nobody_answers_for_one_who_is_asked_by_name(flow, models, refusal, name):
    hearing = asked(flow, models)
    with pytest.raises(refusal.Refused, match="ikke dig"):
        party(hearing, person=flow.cast.dan).reply("Ja.", by=flow.cast.people[name], at=flow.now)


def test_a_round_that_is_closed_takes_no_answers(flow, models, refusal):
    hearing, cast = asked(flow, models), flow.cast
    hearing.close(by=cast.karen, at=flow.now)
    with pytest.raises(refusal.Refused, match="afsluttet"):
        party(hearing, person=cast.dan).reply("Ja.", by=cast.dan, at=flow.now)
    with pytest.raises(refusal.Overtaken):
        hearing.close(by=cast.karen, at=flow.now)


@pytest.mark.parametrize("name", ["jens", "mette", "anna", "dan", "bo", "ada"])
def test_who_neither_writes_nor_has_the_paper_asks_nobody(flow, models, refusal, name):
    paper, person = flow.begun(), flow.cast.people[name]
    with pytest.raises(refusal.Refused):
        models.Hearing.objects.ask(paper, "?", flow.today, [flow.cast.bo], by=person, at=flow.now)


def test_a_round_asks_something_of_somebody_by_a_day_to_come(flow, models, refusal):
    paper, cast = flow.begun(), flow.cast
    for question, day, whom in (
        (" ", flow.today, [cast.dan]),
        ("?", flow.today, []),
        ("?", flow.today - DAY, [cast.dan]),
    ):
        with pytest.raises(refusal.Refused):
            models.Hearing.objects.ask(paper, question, day, whom, by=cast.karen, at=flow.now)
    assert not models.Hearing.objects.exists()


def test_one_who_is_shut_out_is_not_told_of_what_they_are_asked(flow, models, refusal):
    paper, cast = flow.begun(part=Part.CLOSED), flow.cast
    flow.shut_out("dan", paper=paper)
    hearing = asked(flow, models, paper)
    assert not cast.dan.notices.exists()
    with pytest.raises(refusal.Refused):
        party(hearing, person=cast.dan).reply("Ja.", by=cast.dan, at=flow.now)
