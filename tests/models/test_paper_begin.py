"""A paper is begun from a template, with its route, and with the pen in the writer's hand."""

from datetime import date
from importlib import import_module

import pytest

from raadslag.rules.paper_states import PaperState


@pytest.fixture
def lindevad(stores):
    return import_module("tests.models.lindevad").Lindevad()


@pytest.fixture
def models(stores):
    return import_module("raadslag.models")


@pytest.fixture
def six_sections(lindevad, models):
    for order, (heading, required, limit) in enumerate(
        [("Resumé", True, 900), ("Beslutningspunkter", True, None), ("Opfølgning", False, None)], 1
    ):
        models.TemplateSection.objects.create(
            template=lindevad.template,
            order=order,
            heading=heading,
            is_required=required,
            limit=limit,
            guidance="Skriv kort, hvad sagen handler om.",
        )


def begun(lindevad, models, **values):
    cast = lindevad.cast
    return models.Paper.begin(
        lindevad.template,
        **{
            "sender": cast.department,
            "receiver": cast.committee,
            "by": cast.karen,
            "at": lindevad.now,
            "title": "Højvandsmur",
            **values,
        },
    )


def test_a_new_paper_is_a_draft_whose_writer_has_the_pen(lindevad, models):
    paper = begun(lindevad, models)
    assert (paper.state, paper.pen, paper.pen_taken_at) == (
        PaperState.DRAFT,
        lindevad.cast.karen,
        lindevad.now,
    )
    assert list(paper.writers.all()) == [lindevad.cast.karen]
    assert models.Event.objects.get(verb="paper_begun").noun_key == str(paper.key)


def test_the_caseworkers_phone_and_address_are_the_profiles(lindevad, models):
    paper = begun(lindevad, models, by=lindevad.cast.jens, caseworker=lindevad.cast.karen)
    assert (paper.phone, paper.email) == ("89 40 12 34", "karen@lindevad.example")
    assert set(paper.writers.all()) == {lindevad.cast.karen, lindevad.cast.jens}
    assert paper.pen == lindevad.cast.jens


def test_the_sections_are_the_templates_and_its_guidance_stays_behind(lindevad, models, six_sections):
    paper = begun(lindevad, models)
    assert [(s.heading, s.is_required, s.limit, s.content) for s in paper.sections.all()] == [
        ("Resumé", True, 900, ""),
        ("Beslutningspunkter", True, None, ""),
        ("Opfølgning", False, None, ""),
    ]


def test_without_a_template_the_sender_writes_and_the_receiver_decides(lindevad, models):
    paper = begun(lindevad, models)
    steps = [(s.body, s.task, bool(s.reached_at)) for s in paper.steps.all()]
    assert steps == [(lindevad.cast.department, "writes", True), (lindevad.cast.committee, "decides", False)]


def test_a_route_of_a_template_has_dates_in_working_days(lindevad, models):
    cast = lindevad.cast
    route = models.RouteTemplate.objects.create(name="Byrådssag")
    for order, (body, task, days) in enumerate(
        [
            (None, "writes", 10),
            (cast.mayors_department, "endorses", 5),
            (cast.magistrate, "recommends", 5),
            (cast.council, "decides", 10),
        ],
        1,
    ):
        models.RouteTemplateStep.objects.create(
            template=route, order=order, body=body, task=task, working_days=days
        )
    paper = begun(lindevad, models, receiver=cast.council, route_template=route)
    assert [(str(s.body), s.due_on) for s in paper.steps.all()] == [
        ("Klima og Miljø", date(2026, 3, 16)),
        ("Borgmesterens Afdeling", date(2026, 3, 23)),
        ("Magistraten", date(2026, 3, 30)),
        ("Byrådet", date(2026, 4, 16)),  # Easter lies between
    ]


def test_a_topic_of_the_wheel_gives_its_title_and_stays_linked(lindevad, models):
    topic = models.Topic.objects.create(body=lindevad.cast.committee, month=4, title="Havneplan")
    paper = begun(lindevad, models, title="", topic=topic)
    assert (paper.title, paper.topic) == ("Havneplan", topic)


@pytest.mark.parametrize("who", ["bo", "mette", "ada", "dan"])
def test_nobody_begins_a_paper_for_a_department_they_do_not_work_in(lindevad, models, who):
    refusal = import_module("raadslag.models.refusal")
    with pytest.raises(refusal.Refused, match="afdeling"):
        begun(lindevad, models, by=lindevad.cast.people[who])
    assert not models.Paper.objects.exists()
