"""The annual wheel: a drawing, and a list that says the same."""

from importlib import import_module

import pytest

from raadslag.rules.paper_states import PaperState


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


@pytest.fixture
def at(year):
    return f"aarshjul/{year.body.key}/"


def test_the_drawing_and_the_list_have_the_same_topics_by_the_same_numbers(anna, year, at):
    year.topic(11, "Budget")
    year.topic(3, "Badevand", responsible=year.cast.karen, note="Husk tallene")
    year.topic(3, "Affald")
    page = anna.opens(at)
    assert page.texts("//*[contains(@class, 'wheel-mark')]") == ["1", "2", "3"]
    numbers = page.texts("//span[@class='topic-number']")
    assert list(zip(numbers, page.texts("//li[contains(@class, 'topic')]//strong"), strict=True)) == [
        ("1", "Affald"),
        ("2", "Badevand"),
        ("3", "Budget"),
    ]
    assert page.texts("//dt") == ["Marts", "November"]
    assert "Ansvarlig: Karen Friis" in page.text()
    assert "Husk tallene" in page.text()


def test_the_drawing_says_what_it_is_to_who_cannot_see_it(anna, year, at):
    year.topic()
    page = anna.opens(at)
    assert page.texts("//*[@role='img']/title") == ["Årshjul for Havne- og Klimaudvalget"]
    assert "listen ved siden af siger det samme" in page.texts("//*[@role='img']/desc")[0]


def test_a_topic_taken_up_this_year_is_marked_in_both_and_leads_to_the_meeting(anna, year, at):
    topic = year.topic()
    meeting = year.meeting()
    topic.put_on(meeting, by=year.cast.anna, at=import_module("tests.cast").NOW)
    page = anna.opens(at)
    assert page.texts("//*[contains(@class, 'wheel-used')]") == ["1"]
    assert "Taget op i 2026 25. marts 2026" in page.text("//li[contains(@class, 'topic-used')]")


def test_a_member_is_not_told_of_an_item_that_is_not_theirs_to_see_yet(visit, year, at):
    year.topic().put_on(year.meeting(), by=year.cast.anna, at=import_module("tests.cast").NOW)
    assert "Taget op" not in visit("bo").opens(at).text()


def test_a_paper_on_the_way_shows_to_those_who_may_see_it(visit, year, at, lindevad, models):
    topic = year.topic()
    paper = lindevad.paper(state=PaperState.DRAFT)
    models.Paper.objects.filter(pk=paper.pk).update(topic=topic)
    assert "Indstilling på vej Højvandsmur ved havnen" in visit("karen").opens(at).text()
    assert "Indstilling på vej" not in visit("bo").opens(at).text()


def test_anna_adds_a_topic_changes_it_and_takes_it_off(anna, year, at, models):
    page = anna.sends(f"{at}emne", title="Takster", month="11", responsible="", note="")
    assert "Takster" in page.text("//dl")
    topic = models.Topic.objects.get()
    anna.sends(f"emner/{topic.key}/ret", title="Takster 2027", month="10", responsible="", note="Fra økonomi")
    page = anna.opens(at)
    assert page.texts("//dt") == ["Oktober"]
    page = anna.sends(f"emner/{topic.key}/af")
    assert "Der er ingen emner på hjulet endnu." in page.text()
    assert "Takster 2027" in page.text("//main//details")
    page = anna.sends(f"emner/{topic.key}/paa")
    assert "Takster 2027" in page.text("//dl")
    verbs = models.Event.objects.order_by("place").values_list("verb", flat=True)
    assert [*verbs] == ["topic_added", "topic_changed", "topic_taken_off", "topic_put_on"]


@pytest.mark.parametrize("fields", [{"title": ""}, {"month": "13"}, {"month": ""}])
def test_a_topic_that_cannot_be_is_refused_and_what_was_typed_stands(anna, at, models, fields):
    values = {"title": "Takster", "month": "11", "responsible": "", "note": "Fra økonomi", **fields}
    page = anna.sends(f"{at}emne", **values)
    assert page.status == 422
    assert len(page.errors()) == 1
    assert page.value("note") == "Fra økonomi"
    assert not models.Topic.objects.exists()


def test_the_wheel_leads_to_ones_own_body_first(visit, year):
    for name, body in (("dan", year.cast.other_committee), ("bo", year.body)):
        response = visit(name).client.get("/skrivebord/aarshjul/")
        assert response.url == f"/skrivebord/aarshjul/{body.key}/"


def test_who_belongs_to_no_body_that_meets_comes_to_the_wheel_of_their_own_topics_or_their_departments(
    visit, year
):
    """Jens is Karen's colleague, Mette works elsewhere."""
    opened = {name: visit(name) for name in ("karen", "jens", "mette")}
    year.topic(responsible=year.cast.karen)
    for name in ("karen", "jens"):
        response = opened[name].client.get("/skrivebord/aarshjul/")
        assert response.url == f"/skrivebord/aarshjul/{year.body.key}/"
    topic = year.topic(title="Kystsikring", responsible=year.cast.jens)
    topic.body = year.cast.other_committee
    topic.save()
    assert f"{topic.body.key}" in opened["jens"].client.get("/skrivebord/aarshjul/").url
    assert f"{year.body.key}" in opened["karen"].client.get("/skrivebord/aarshjul/").url
    assert opened["mette"].opens("aarshjul/").texts("//main//li//a") == [
        "Byrådet",
        "Magistraten",
        "Havne- og Klimaudvalget",
        "Børne- og Kulturudvalget",
    ]


def test_the_list_of_wheels_says_what_is_up_this_month(ada, year):
    year.topic(3, "Badevand")
    year.topic(4, "Budget")
    year.topic(3, "Skrottet", is_active=False)
    texts = ada.opens("aarshjul/").texts("//main//li")
    assert "Havne- og Klimaudvalget Denne måned: Badevand 2 emner" in texts
    assert "Byrådet 0 emner" in texts
    assert ada.status("aarshjul/", "post") == 405


def test_who_works_in_a_department_writes_a_paper_from_a_topic(visit, year, at):
    topic = year.topic()
    page = visit("karen").opens(at)
    assert f"/skrivebord/indstillinger/ny?emne={topic.key}" in page.content
    for name in ("bo", "anna"):
        assert "Skriv indstilling" not in visit(name).opens(at).text()


def test_forty_topics_have_forty_marks(anna, year, at):
    for number in range(40):
        year.topic(1 + number % 3, f"Emne {number:02}")
    page = anna.opens(at)
    assert page.texts("//*[contains(@class, 'wheel-mark')]") == [str(number) for number in range(1, 41)]
