"""Ada edits the templates that papers are written in."""

import pytest
from lxml import html as lxml_html

LIST = "/skrivebord/administration/skabeloner/"


@pytest.fixture
def template(models, paper):
    return models.PaperTemplate.objects.get(name="Tre afsnit")


def form_of(page):
    form = lxml_html.document_fromstring(page.content.decode()).forms[-1]
    return dict(form.form_values())


def headings(template):
    return [section.heading for section in template.sections.order_by("order")]


def test_ada_sees_them_all_and_how_much_they_are_used(client_of, template, words):
    said = words(client_of("ada").get(LIST))
    assert "Tre afsnit" in said


def test_sections_are_changed_moved_added_and_taken_out_on_one_page(client_of, template, models):
    ada = client_of("ada")
    address = f"{LIST}{template.key}/"
    data = form_of(ada.get(address))
    data |= {
        "afsnit-0-ORDER": "3",
        "afsnit-0-guidance": "Ti linjer.",
        "afsnit-1-DELETE": "on",
        "afsnit-2-ORDER": "1",
        "afsnit-2-limit": "500",
        "afsnit-3-heading": "Økonomi",
        "afsnit-3-kind": "prose",
        "afsnit-3-ORDER": "4",
    }
    assert ada.post(address, data).status_code == 302
    assert headings(template) == ["Opfølgning", "Resumé", "Økonomi"]
    assert template.sections.get(heading="Resumé").guidance == "Ti linjer."
    assert template.sections.get(heading="Opfølgning").limit == 500
    assert models.Event.objects.filter(verb="template_changed").count() == 1


def test_a_new_template_is_made(client_of, template, models):
    ada = client_of("ada")
    data = form_of(ada.get(f"{LIST}ny")) | {"name": "Kort", "is_active": "on", "afsnit-0-heading": "Sagen"}
    assert ada.post(f"{LIST}ny", data).status_code == 302
    assert headings(models.PaperTemplate.objects.get(name="Kort")) == ["Sagen"]


def test_a_name_that_is_taken_is_refused_and_nothing_typed_is_lost(client_of, template, words):
    ada = client_of("ada")
    data = form_of(ada.get(f"{LIST}ny")) | {"name": "tre afsnit", "afsnit-0-heading": "Sagen"}
    page = ada.post(f"{LIST}ny", data)
    assert page.status_code == 422
    assert "Vælg et andet navn" in words(page)
    assert 'value="Sagen"' in page.content.decode()


@pytest.mark.parametrize("name", ["karen", "anna", "bo"])
def test_others_have_no_such_pages(client_of, template, name):
    client = client_of(name)
    for address in (LIST, f"{LIST}ny", f"{LIST}{template.key}/"):
        assert client.get(address).status_code == 404
        assert client.post(address, {}).status_code in (404, 405)


def test_an_unknown_template_is_not_there(client_of, template):
    assert client_of("ada").get(f"{LIST}3f2b8f5e-0f5d-4a8e-9f0e-6f6b1a2c3d4e/").status_code == 404
