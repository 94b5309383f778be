"""Karen begins a paper."""

from datetime import datetime, timedelta
from importlib import import_module

import pytest
from lxml import html


@pytest.fixture
def form(lindevad, models, paper):
    cast = lindevad.cast
    template = models.PaperTemplate.objects.get(name="Tre afsnit")
    return {
        "title": "Bænke langs åen",
        "template": str(template.key),
        "sender": str(cast.department.key),
        "receiver": str(cast.committee.key),
        "case_number": "25 / 26257",
    }


def test_a_paper_is_begun_with_karens_phone_and_address_and_opens_to_be_written(client_of, form, models):
    answer = client_of("karen").post("/skrivebord/indstillinger/ny", form)
    begun = models.Paper.objects.get(title="Bænke langs åen")
    assert answer.status_code == 302
    assert answer.url == f"/skrivebord/indstillinger/{begun.key}/skriv"
    assert (begun.phone, begun.email) == ("89 40 12 34", "karen@lindevad.example")
    assert (begun.case_number, begun.pen.name, begun.caseworker.name) == (
        "25/26257",
        "Karen Friis",
        "Karen Friis",
    )
    assert [section.heading for section in begun.sections.all()] == [
        "Resumé",
        "Beslutningspunkter",
        "Opfølgning",
    ]


def test_a_topic_of_the_wheel_fills_in_title_and_body_and_stays_linked(
    client_of, form, models, lindevad, words
):
    topic = models.Topic.objects.create(body=lindevad.cast.committee, month=3, title="Badevand")
    address = f"/skrivebord/indstillinger/ny?emne={topic.key}"
    page = client_of("karen").get(address)
    assert 'value="Badevand"' in page.content.decode()
    assert "Fra årshjulet for Havne- og Klimaudvalget: Badevand" in words(page)
    client_of("karen").post(address, form | {"title": "Badevand 2026"})
    assert models.Paper.objects.get(title="Badevand 2026").topic == topic


def test_what_is_missing_is_told_and_what_was_typed_stays(client_of, form, models, words):
    before = models.Paper.objects.count()
    page = client_of("karen").post("/skrivebord/indstillinger/ny", form | {"template": ""})
    assert page.status_code == 422
    assert "Bænke langs åen" in page.content.decode()
    assert models.Paper.objects.count() == before


def test_a_closed_case_is_closed_from_its_first_word_and_says_why(client_of, form, models):
    closed = form | {"title": "Køb af Kaj 4", "part": "closed", "public_title": "En ejendomssag"}
    page = client_of("karen").post("/skrivebord/indstillinger/ny", closed)
    assert page.status_code == 422
    assert all(
        said in page.content.decode()
        for said in ("Skriv, hvorfor sagen er lukket.", "Køb af Kaj 4", "En ejendomssag")
    )
    assert page.context["form"]["part"].value() == "closed"
    client_of("karen").post("/skrivebord/indstillinger/ny", closed | {"closed_ground": "Forhandling"})
    begun = models.Paper.objects.get(title="Køb af Kaj 4")
    assert (begun.part, begun.closed_ground, begun.public_title) == (
        "closed",
        "Forhandling",
        "En ejendomssag",
    )
    assert not models.Event.objects.filter(label__contains="Kaj 4").exists()


@pytest.fixture
def meeting_of(models, lindevad):
    """meeting_of("council", 5): one that the body holds in so many days, at 16."""
    zone = import_module("tests.cast").COPENHAGEN
    begin = datetime.combine(datetime.now(zone), datetime.min.time(), zone).replace(hour=16)

    def made(body, days, **values):
        times = {"starts_at": begin + timedelta(days), "ends_at": begin + timedelta(days, hours=2)}
        return models.Meeting.objects.create(body=getattr(lindevad.cast, body), **times, **values)

    return made


def offered(page):
    """The bodies whose meetings the page offers, in order, each with the keys of its meetings."""
    groups = html.fromstring(page.content.decode()).xpath("//select[@name='aimed_at']/optgroup")
    return {each.get("label"): each.xpath("option/@value") for each in groups}


def test_coming_meetings_are_offered_body_by_body_where_karen_last_sent_a_paper_first(
    client_of, paper, meeting_of
):
    """Her last paper went to Havne- og Klimaudvalget."""
    council = meeting_of("council", 9)
    late, soon = meeting_of("committee", 20), meeting_of("committee", 6)
    meeting_of("committee", -3)
    meeting_of("committee", 8, state="cancelled")
    groups = offered(client_of("karen").get("/skrivebord/indstillinger/ny"))
    assert list(groups.items()) == [
        ("Havne- og Klimaudvalget", [str(soon.key), str(late.key)]),
        ("Byrådet", [str(council.key)]),
    ]


def test_a_topics_own_body_comes_first_and_a_full_year_does_not_fill_the_list(
    client_of, paper, models, lindevad, meeting_of
):
    for week in range(1, 15):
        meeting_of("committee", 7 * week)
        meeting_of("council", 7 * week)
    topic = models.Topic.objects.create(body=lindevad.cast.council, month=3, title="Badevand")
    groups = offered(client_of("karen").get(f"/skrivebord/indstillinger/ny?emne={topic.key}"))
    sizes = [(name, len(meetings)) for name, meetings in groups.items()]
    assert sizes == [("Byrådet", 12), ("Havne- og Klimaudvalget", 6)]


def test_a_meeting_of_a_body_that_the_paper_does_not_come_to_is_refused_with_what_to_do(
    client_of, form, models, lindevad, meeting_of, words
):
    council, karen = meeting_of("council", 9), client_of("karen")
    meeting_of("committee", 9)
    form |= {"aimed_at": str(council.key)}
    page = karen.post("/skrivebord/indstillinger/ny", form)
    assert page.status_code == 422
    assert "Indstillingen skal ikke forbi Byrådet." in words(page)
    assert list(offered(page)) == ["Havne- og Klimaudvalget", "Byrådet"]
    route = models.RouteTemplate.objects.create(name="Over byrådet")
    models.RouteTemplateStep.objects.create(
        template=route, order=1, body=lindevad.cast.council, task="decides"
    )
    karen.post("/skrivebord/indstillinger/ny", form | {"route_template": str(route.key)})
    assert models.Paper.objects.get(title="Bænke langs åen").aimed_at == council


def test_a_template_of_one_bodys_papers_is_for_that_body_alone(client_of, form, models, lindevad, words):
    cast, karen = lindevad.cast, client_of("karen")
    own = models.PaperTemplate.objects.create(name="Byrådssag", body=cast.council)
    page = html.fromstring(karen.get("/skrivebord/indstillinger/ny").content.decode())
    groups = page.xpath("//select[@name='template']/optgroup")
    assert [(each.get("label"), each.xpath("option/text()")) for each in groups] == [
        ("Til alle udvalg", ["Indstilling", "Tre afsnit"]),
        ("Til Byrådet", ["Byrådssag"]),
    ]
    refused = karen.post("/skrivebord/indstillinger/ny", form | {"template": str(own.key)})
    assert refused.status_code == 422
    assert "Skabelonen er til Byrådet. Vælg en anden skabelon" in words(refused)
    right = {"template": str(own.key), "receiver": str(cast.council.key)}
    assert karen.post("/skrivebord/indstillinger/ny", form | right).status_code == 302
    topic = models.Topic.objects.create(body=cast.committee, month=3, title="Badevand")
    page = karen.get(f"/skrivebord/indstillinger/ny?emne={topic.key}").content.decode()
    assert "Byrådssag" not in page


def test_where_there_is_no_template_the_page_says_what_to_do(client_of, paper, models, words):
    models.PaperTemplate.objects.update(is_active=False)
    page = words(client_of("karen").get("/skrivebord/indstillinger/ny"))
    assert "Bed en administrator om at lave en." in page
    assert "Begynd at skrive" not in page


@pytest.mark.parametrize("name", ["bo", "dan", "ada"])
def test_who_writes_for_no_department_is_told_what_it_takes(client_of, form, models, name, words):
    before = models.Paper.objects.count()
    assert "når du er sagsbehandler i en afdeling" in words(
        client_of(name).get("/skrivebord/indstillinger/ny")
    )
    assert client_of(name).post("/skrivebord/indstillinger/ny", form).status_code == 422
    assert models.Paper.objects.count() == before


@pytest.mark.parametrize("key", ["x", "3f2b8f5e-0f5d-4a8e-9f0e-6f6b1a2c3d4e"])
def test_an_unknown_topic_is_not_there(client_of, paper, key):
    assert client_of("karen").get(f"/skrivebord/indstillinger/ny?emne={key}").status_code == 404


def test_it_is_not_deleted_by_address(client_of, paper):
    assert client_of("karen").delete("/skrivebord/indstillinger/ny").status_code == 405
