"""Karen writes her paper in the browser."""

from datetime import timedelta
from importlib import import_module

import pytest

from tests.prose.baenke import png

WRITERS = {"karen", "jens"}


def contents(paper):
    return [section.content for section in paper.sections.all()]


def test_the_page_has_every_section_with_its_guidance_and_without_it_in_the_text(
    client_of, paper, address, words
):
    page = client_of("karen").get(address("skriv"))
    assert page.status_code == 200
    said = words(page)
    for heading in ("Resumé", "Beslutningspunkter", "Opfølgning", "Beskriv sagen kort."):
        assert heading in said
    assert contents(paper) == ["", "", ""]


def test_what_karen_saves_is_kept_and_the_page_comes_back(client_of, paper, address, sent):
    karen = client_of("karen")
    data = sent(
        {0: "<p>Vi får <b>bænke</b></p>", 1: ["planen godkendes.", "", "udgiften bevilges."]}, title="Mur"
    )
    answer = karen.post(address("skriv"), data)
    assert answer.status_code == 302
    assert answer.url == address("skriv")
    paper.refresh_from_db()
    assert paper.title == "Mur"
    assert contents(paper)[:2] == [
        "<p>Vi får <strong>bænke</strong></p>",
        "planen godkendes.\nudgiften bevilges.",
    ]
    assert paper.versions.get().why == "Gemt"


def test_without_javascript_karen_sends_plain_text_and_keeps_the_form_of_the_rest(
    client_of, paper, address, sent
):
    karen = client_of("karen")
    karen.post(address("skriv"), sent({0: "<p>En <b>fed</b> plan</p>"}))
    karen.post(address("skriv"), sent({0: "En fed plan\nog mere"}, plain=True))
    assert contents(paper)[0] == "<p>En <strong>fed</strong> plan</p><p>og mere</p>"


def test_a_wrong_field_is_told_and_the_rest_is_saved(client_of, paper, address, sent, words):
    data = sent({0: "<p>a</p>"}, title="Mur", email="ikke en adresse", part="closed", closed_ground="")
    answer = client_of("karen").post(address("skriv"), data)
    assert answer.status_code == 422
    assert "Skriv, hvorfor sagen er lukket." in words(answer)
    assert 'value="ikke en adresse"' in answer.content.decode()
    paper.refresh_from_db()
    assert (paper.title, paper.part, contents(paper)[0]) == ("Mur", "open", "<p>a</p>")


def test_karen_chooses_whom_the_paper_is_to(client_of, paper, address, sent, lindevad, words):
    karen, cast = client_of("karen"), lindevad.cast
    answer = karen.post(address("skriv/gem"), sent(receiver=str(cast.council.key)))
    assert answer.json()["head"] == {"receiver": str(cast.council.key)}
    assert "TilByrådet" in words(karen.get(address()))
    for wrong in (str(cast.mayors_department.key), "", "x"):
        answer = karen.post(address("skriv/gem"), sent(receiver=wrong))
        assert answer.json()["head"] == {}
        assert list(answer.json()["errors"]) == ["receiver"]
    paper.refresh_from_db()
    assert paper.receiver == cast.council


def test_two_who_choose_another_receiver_see_both_by_name(client_of, paper, address, sent, lindevad, words):
    karen, cast = client_of("karen"), lindevad.cast
    mine = sent(receiver=str(cast.magistrate.key))
    karen.post(address("skriv/gem"), sent(receiver=str(cast.council.key)))
    page = karen.post(address("skriv"), mine)
    assert page.status_code == 409
    assert "Gemt nu: Byrådet" in words(page)
    assert f'<option value="{cast.magistrate.key}" selected>' in page.content.decode()
    settled = {"receiver": str(cast.magistrate.key), "receiver-base": str(cast.council.key)}
    assert karen.post(address("skriv"), settled).status_code == 302
    paper.refresh_from_db()
    assert paper.receiver == cast.magistrate


def coming_meeting(models, body, days):
    starts_at = import_module("django.utils.timezone").now() + timedelta(days)
    return models.Meeting.objects.create(
        body=body, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2)
    )


def test_karen_chooses_a_later_meeting_where_the_first_is_too_soon(
    client_of, paper, address, sent, lindevad, models, words
):
    karen, cast = client_of("karen"), lindevad.cast
    later, elsewhere = coming_meeting(models, cast.committee, 40), coming_meeting(models, cast.council, 40)
    models.Paper.objects.filter(pk=paper.pk).update(aimed_at=coming_meeting(models, cast.committee, 2))
    assert str(later.key) in karen.get(address("skriv")).content.decode()
    refused = karen.post(address("skriv/gem"), sent(aimed_at=str(elsewhere.key))).json()
    assert refused["errors"]["aimed_at"] == [
        "Indstillingen skal ikke forbi Byrådet. Vælg et andet møde eller en anden sagsgang."
    ]
    taken = karen.post(address("skriv/gem"), sent(aimed_at=str(later.key))).json()
    assert taken["head"] == {"aimed_at": str(later.key)}
    paper.refresh_from_db()
    assert paper.aimed_at == later
    assert paper.route[-1].due_on == later.held_on
    assert "Til mødetHavne- og Klimaudvalget den" in words(karen.get(address("versioner/1")))
    karen.post(address("skriv"), sent(aimed_at=""))
    paper.refresh_from_db()
    assert paper.aimed_at is None


def test_another_caseworkers_telephone_and_address_come_along_unless_they_were_changed(
    client_of, paper, address, sent, lindevad
):
    karen, cast = client_of("karen"), lindevad.cast
    answer = karen.post(address("skriv/gem"), sent(caseworker=str(cast.jens.key))).json()
    assert answer["head"] == {
        "caseworker": str(cast.jens.key),
        "phone": "89 40 12 35",
        "email": "jens@lindevad.example",
    }
    karen.post(address("skriv/gem"), sent(phone="89 40 10 00"))
    karen.post(address("skriv/gem"), sent(caseworker=str(cast.karen.key)))
    paper.refresh_from_db()
    assert (paper.phone, paper.email) == ("89 40 10 00", "karen@lindevad.example")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("emn 2022 510923", "EMN-2022-510923"), (" 25 / 26257", "25/26257"), ("sag 4", "sag 4")],
)
def test_a_case_number_is_put_right_and_never_refused(client_of, paper, address, sent, typed, kept):
    client_of("karen").post(address("skriv"), sent(case_number=typed))
    paper.refresh_from_db()
    assert paper.case_number == kept


def test_autosave_says_what_was_saved(client_of, paper, address, sent):
    answer = client_of("karen").post(address("skriv/gem"), sent({0: "<p>a</p>"}, title="Mur"))
    assert answer.status_code == 200
    data = answer.json()
    first = paper.sections.first()
    assert data["sections"][f"afsnit-{first.key}"] == {"revision": 1}
    assert data["head"] == {"title": "Mur"}
    assert data["errors"] == {}


def test_autosave_answers_whoever_is_logged_out_with_a_sentence_and_saves_nothing(
    client_of, paper, address, sent, settings
):
    karen, data = client_of("karen"), sent(title="Mur")
    karen.cookies.pop(settings.SESSION_COOKIE_NAME)
    answer = karen.post(address("skriv/gem"), data, headers={"Accept": "application/json"})
    assert answer.status_code == 401
    assert answer.json() == {"sentences": ["Du er logget ud. Log ind igen."]}
    assert karen.post(address("skriv"), data).status_code == 302
    paper.refresh_from_db()
    assert paper.title == "Højvandsmur"


def test_autosave_brings_together_what_two_pages_wrote(client_of, paper, address, sent):
    karen = client_of("karen")
    karen.post(address("skriv/gem"), sent({0: "<p>a</p><p>b</p>"}))
    seen = list(paper.sections.all())
    karen.post(address("skriv/gem"), sent({0: "<p>a1</p><p>b</p>"}))
    answer = karen.post(address("skriv/gem"), sent({0: "<p>a</p><p>b1</p>"}, seen=seen)).json()
    assert answer["sections"][f"afsnit-{seen[0].key}"]["content"] == "<p>a1</p><p>b1</p>"


def test_two_who_save_the_same_both_see_both(client_of, paper, address, sent, words):
    karen = client_of("karen")
    karen.post(address("skriv/gem"), sent({0: "<p>Vi får bænke.</p>"}))
    seen = list(paper.sections.all())
    karen.post(address("skriv/gem"), sent({0: "<p>Vi får tolv bænke.</p>"}))
    mine = sent({0: "<p>Vi får femten bænke.</p>", 2: "<p>Så.</p>"}, seen=seen)
    assert karen.post(address("skriv/gem"), mine).status_code == 409
    page = karen.post(address("skriv"), mine)
    assert page.status_code == 409
    assert "Vi får tolv bænke." in words(page)
    assert "Vi får femten bænke." in words(page)
    assert contents(paper)[0] == "<p>Vi får tolv bænke.</p>"
    settled = sent({0: "<p>Vi får femten bænke.</p>", 2: "<p>Så.</p>"})
    assert karen.post(address("skriv"), settled).status_code == 302
    assert contents(paper)[0] == "<p>Vi får femten bænke.</p>"


def test_whoever_lost_the_pen_sees_what_was_typed_and_may_take_it_back(
    client_of, paper, address, sent, words, lindevad
):
    paper.take_pen_back(by=lindevad.cast.jens, at=lindevad.now)
    karen = client_of("karen")
    assert "Jens Holt har pennen. Det, du skriver, bliver først gemt" in words(karen.get(address("skriv")))
    data = sent({0: "<p>Karens ord</p>"}, title="Karens overskrift")
    page = karen.post(address("skriv"), data)
    assert page.status_code == 409
    assert "Karens ord" in words(page)
    assert 'value="Karens overskrift"' in page.content.decode()
    assert "Jens Holt har pennen nu" in words(page)
    assert karen.post(address("skriv"), data | {"take_pen": "1"}).status_code == 302
    assert contents(paper)[0] == "<p>Karens ord</p>"


def test_whoever_may_no_longer_write_can_copy_what_was_typed(
    client_of, paper, address, sent, words, models, lindevad
):
    data = sent({0: "<p>Karens ord</p>"}, title="Karens overskrift", receiver=str(lindevad.cast.council.key))
    models.Paper.objects.filter(pk=paper.pk).update(state="submitted")
    page = client_of("karen").post(address("skriv"), data)
    assert page.status_code == 409
    for typed in ("Karens ord", "Karens overskrift", "Byrådet", "kan ikke rettes nu"):
        assert typed in words(page)


@pytest.mark.parametrize("page", ["skriv", "versioner", "word", "word/fil", "pdf"])
@pytest.mark.parametrize("name", ["dan", "bo", "anna"])
def test_a_draft_is_not_there_for_others(client_of, paper, address, name, page):
    assert client_of(name).get(address(page)).status_code == 404


@pytest.mark.parametrize("name", ["leif", "ada"])
def test_who_sees_the_draft_and_does_not_write_is_sent_to_its_page(client_of, paper, address, name):
    answer = client_of(name).get(address("skriv"))
    assert answer.status_code in (302, 404)
    assert client_of(name).post(address("skriv/gem"), {}).status_code in (200, 404, 409)
    assert contents(paper) == ["", "", ""]


@pytest.mark.parametrize("page", ["skriv", "skriv/gem", "versioner", "word", "word/fil", "pdf", "billeder"])
def test_an_unknown_paper_is_not_there(client_of, page):
    unknown = "/skrivebord/indstillinger/3f2b8f5e-0f5d-4a8e-9f0e-6f6b1a2c3d4e/"
    method = "post" if page in ("skriv/gem", "billeder") else "get"
    assert getattr(client_of("karen"), method)(unknown + page).status_code == 404


@pytest.mark.parametrize(
    ("page", "method"),
    [("skriv/gem", "get"), ("word/tag", "get"), ("versioner", "post"), ("pdf", "post")],
)
def test_each_address_takes_its_own_methods(client_of, paper, address, page, method):
    assert getattr(client_of("karen"), method)(address(page)).status_code == 405


def test_a_picture_is_kept_and_shown_to_those_who_see_the_paper(client_of, paper, address, models):
    upload = import_module("django.core.files.uploadedfile").SimpleUploadedFile("bænk.png", png())
    src = client_of("karen").post(address("billeder"), {"file": upload}).json()["src"]
    shown = client_of("karen").get(src)
    assert shown.status_code == 200
    assert shown.headers["Content-Type"] == "image/png"
    assert shown.content.startswith(b"\x89PNG")
    assert client_of("dan").get(src).status_code == 404
    assert models.Event.objects.filter(verb="picture_added").count() == 1


@pytest.mark.parametrize("data", [b"", b"intet billede", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused_in_danish(client_of, paper, address, data, models):
    upload = import_module("django.core.files.uploadedfile").SimpleUploadedFile("x.png", data)
    answer = client_of("karen").post(address("billeder"), {"file": upload})
    assert answer.status_code == 422
    assert answer.json()["fault"].endswith(".")
    assert models.Picture.objects.count() == 0


def test_saving_a_closed_paper_is_no_reading_of_it(client_of, paper, address, sent, models):
    models.Paper.objects.filter(pk=paper.pk).update(part="closed", closed_ground="Forhandling")
    karen = client_of("karen")
    karen.get(address("skriv"))
    for text in ("<p>a</p>", "<p>ab</p>", "<p>abc</p>"):
        assert karen.post(address("skriv/gem"), sent({0: text})).status_code == 200
    assert models.Event.objects.filter(verb="read_closed").count() == 1


def test_an_image_that_nobody_described_must_be_before_the_paper_is_sent_on(paper, models):
    missing_from = import_module("raadslag.models.paper_facts").missing_from
    image = '<img src="/skrivebord/billeder/3f2b8f5e-0f5d-4a8e-9f0e-6f6b1a2c3d4e" alt="{}">'
    first = paper.sections.first()
    for alt, is_told in (("", True), ("En bænk", False)):
        first.content = image.format(alt)
        first.save()
        assert (
            any("Skriv, hvad billederne i »Resumé« viser" in each for each in missing_from(paper)) is is_told
        )
