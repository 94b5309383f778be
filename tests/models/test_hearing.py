"""Hearing rounds: who is asked, who answers, and until when."""

from datetime import timedelta
from importlib import import_module

import pypdfium2
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


def words(path):
    """What a PDF says, with single spaces."""
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


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
    assert hearing.waits_for == []
    assert [notice.text for notice in cast.karen.notices.order_by("pk")] == [
        "Borgmesterens Afdeling har svaret på høringen om Højvandsmur ved havnen.",
        "Dan Toft har svaret på høringen om Højvandsmur ved havnen.",
    ]


def test_the_answers_of_a_closed_round_hang_on_the_paper_in_print(flow, models):
    hearing, cast = asked(flow, models), flow.cast
    party(hearing, body=cast.mayors_department).reply("Ja.\n\nGør det.", by=cast.mette, at=flow.now)
    party(hearing, person=cast.dan).reply("Nej.", by=cast.dan, at=flow.now + 10 * DAY)
    paper = hearing.paper
    paper.take_pen_back(by=cast.jens, at=flow.now)
    attachment = hearing.close(by=cast.karen, at=flow.now + 11 * DAY)
    assert [*models.Attachment.objects.visible_to(cast.jens, flow.today).of(paper)] == [attachment]
    assert attachment.title == "Høringssvar: Dan Toft, Borgmesterens Afdeling"
    assert (attachment.part, attachment.file.state) == ("open", "waiting")
    pdf = import_module("raadslag.models.desk_files").desk_files().path(attachment.file.sha256)
    assert words(pdf) == (
        "Lindevad Kommune Høringssvar Højvandsmur ved havnen Sagsnummer: 25/26257 "
        "Sendt i høring: 2. marts 2026 Svarfrist: 7. marts 2026 Afsluttet: 13. marts 2026 "
        "Spørgsmål Er der plads? "
        "Dan Toft, 12. marts 2026 (efter fristen) Nej. "
        "Borgmesterens Afdeling ved Mette Skov, 2. marts 2026 Ja. Gør det. Side 1 af 1"
    )


def test_the_answers_about_a_closed_paper_are_closed_by_its_ground(flow, models):
    hearing, cast = asked(flow, models, flow.begun(part=Part.CLOSED)), flow.cast
    party(hearing, person=cast.dan).reply("Nej.", by=cast.dan, at=flow.now)
    attachment = hearing.close(by=cast.karen, at=flow.now)
    assert (attachment.part, attachment.closed_ground) == ("closed", hearing.paper.closed_ground)
    assert not models.Attachment.objects.visible_to(cast.bo, flow.today).exists()


def test_a_round_may_be_closed_when_the_paper_is_on_an_agenda(flow, models, refusal):
    paper, cast = flow.begun(), flow.cast
    hearing = asked(flow, models, paper)
    party(hearing, person=cast.dan).reply("Nej.", by=cast.dan, at=flow.now)
    paper.submit(by=cast.karen, at=flow.now)
    paper.approve(by=cast.leif, at=flow.now)
    paper.endorse(text="Ja.", by=cast.mette, at=flow.now)
    paper.place(flow.meeting_of(cast.magistrate), by=cast.anna, at=flow.now)
    with pytest.raises(refusal.Refused, match="kan ikke afslutte"):
        hearing.close(by=cast.mette, at=flow.now)
    assert hearing.close(by=cast.anna, at=flow.now).title == "Høringssvar: Dan Toft"


def test_a_round_that_nobody_answered_leaves_nothing(flow, models):
    hearing = asked(flow, models)
    assert hearing.close(by=flow.cast.karen, at=flow.now) is None
    assert not models.Attachment.objects.exists()


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
