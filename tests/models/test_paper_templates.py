"""Templates: changed as a whole, and those that come with the program."""

from importlib import import_module

import pytest


@pytest.fixture
def lindevad(stores):
    return import_module("tests.models.lindevad").Lindevad()


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


@pytest.fixture
def changes(lindevad):
    return import_module("raadslag.models.template_changes")


@pytest.fixture
def shipped(lindevad):
    return import_module("raadslag.models.shipped_templates")


def headings(template):
    return [section.heading for section in template.sections.all()]


def test_sections_change_places_and_papers_begun_before_stay_as_they_were(lindevad, models, changes):
    paper = import_module("tests.models.papers").begun_paper(lindevad)
    template = paper.template
    first, second, third = template.sections.all()
    typed = changes.TypedTemplateSection
    template.change(
        name="Fire afsnit",
        sections=[
            typed(heading="Nyt"),
            typed(key=third.key, heading="Videre proces", limit=100),
            typed(key=first.key, heading=first.heading, guidance=first.guidance),
        ],
        by=lindevad.cast.ada,
        at=lindevad.now,
    )
    assert headings(template) == ["Nyt", "Videre proces", "Resumé"]
    assert template.sections.get(key=third.key).limit == 100
    assert [section.heading for section in paper.sections.all()] == [
        "Resumé",
        "Beslutningspunkter",
        "Opfølgning",
    ]
    assert second.paper_sections.count() == 0
    assert models.Event.objects.filter(verb="template_changed").count() == 1


def test_two_templates_do_not_share_a_name(lindevad, models):
    refused = import_module("raadslag.models.refusal").Refused
    with pytest.raises(refused, match="Vælg et andet navn"):
        models.PaperTemplate().change(name=" indstilling", sections=[], by=lindevad.cast.ada, at=lindevad.now)


def test_the_shipped_templates_are_the_known_section_sets(lindevad, models, shipped):
    shipped.add_shipped_templates(at=lindevad.now)
    templates = {
        each.name: headings(each) for each in models.PaperTemplate.objects.exclude(name="Indstilling")
    }
    assert templates["Indstilling i seks afsnit"] == [
        "Resumé",
        "Beslutningspunkter",
        "Hvorfor fremsendes indstillingen?",
        "Hvilken værdi skaber det for borgerne og samfundet?",
        "Hvad gøres konkret, hvem gør det og hvordan?",
        "Opfølgning",
    ]
    assert templates["Sagsfremstilling med effekt og økonomi"][3:5] == ["Effekt", "Økonomi"]
    assert templates["Indstilling med problemstilling og løsning"][1:3] == ["Problemstilling", "Løsning"]
    for template in models.PaperTemplate.objects.exclude(name="Indstilling"):
        assert template.sections.filter(kind="clauses").count() == 1
        assert all(section.guidance for section in template.sections.all())


def test_what_an_administrator_has_changed_is_not_shipped_anew(lindevad, models, shipped):
    (first, *_rest) = shipped.add_shipped_templates(at=lindevad.now)
    first.change(name=first.name, sections=[], is_active=False, by=lindevad.cast.ada, at=lindevad.now)
    assert shipped.add_shipped_templates(at=lindevad.now) == []
    assert headings(first) == []
