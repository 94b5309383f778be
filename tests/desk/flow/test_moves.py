"""Moving a paper in the browser: from draft to the pool, and every wrong turn."""

from datetime import timedelta
from uuid import uuid4

import pytest

from raadslag.rules.paper_states import Move, PaperState


def at(paper, move):
    return f"/skrivebord/indstillinger/{paper.key}/gang/{move}"


def sent(client, paper, move, **typed):
    """The form as the page had it, filled in."""
    seen = typed.pop("seen", paper.moves.count())
    return client.post(
        at(paper, move), {f"{move}-{name}": value for name, value in {**typed, "seen": seen}.items()}
    )


def text(response):
    return response.content.decode()


def test_a_paper_goes_from_draft_to_the_pool_and_on_an_agenda(flow, client_of):
    paper, meeting = flow.begun(), flow.meeting_of(flow.cast.magistrate)
    for name, move, typed in (
        ("karen", "submit", {"comment": "Klar."}),
        ("leif", "return", {"comment": "Skriv, hvad det koster."}),
        ("karen", "submit", {}),
        ("tove", "approve", {}),
        ("mette", "endorse", {"text": "Ingen bemærkninger."}),
        ("anna", "place", {"meeting": meeting.pk}),
    ):
        assert sent(client_of(name), paper, move, **typed).status_code == 302, move
    paper.refresh_from_db()
    assert paper.state == PaperState.ON_AGENDA
    page = text(client_of("karen").get(paper.get_absolute_url()))
    for words in ("Skriv, hvad det koster.", "Ingen bemærkninger.", "for Leif Dam", "På dagsorden"):
        assert words in page


def test_whoever_places_a_paper_that_is_still_out_for_hearing_is_told_who_has_not_answered(
    flow, client_of, models
):
    paper, cast = flow.endorsed(), flow.cast
    flow.hearing(paper, person=cast.dan, body=cast.department)
    meeting = flow.meeting_of(cast.magistrate)
    assert sent(client_of("anna"), paper, "place", meeting=meeting.pk).status_code == 302
    anna = client_of("anna")
    paper = flow.endorsed()
    flow.hearing(paper, person=cast.dan, body=cast.department)
    answer = anna.post(f"/skrivebord/moeder/{meeting.key}/dagsorden/indstillinger/{paper.key}", follow=True)
    assert "har ikke svaret: Dan Toft, Klima og Miljø." in text(answer)


def test_after_a_move_the_page_says_that_it_was_made(flow, client_of):
    paper, karen = flow.begun(), client_of("karen")
    answer = karen.post(at(paper, "submit"), {"submit-seen": 0}, follow=True)
    assert "Indstillingen er sendt til godkendelse." in text(answer)
    assert "Skal godkendes af" in text(answer)


def test_what_is_missing_is_on_the_page_before_anybody_presses_the_button(flow, client_of):
    page = text(client_of("karen").get(flow.begun(filled=False).get_absolute_url()))
    assert "Udfyld afsnittet »Resumé«." in page
    assert "Skriv mindst ét punkt under »Beslutningspunkter«." in page


def test_a_refused_move_keeps_what_was_typed(flow, client_of):
    paper = flow.begun(filled=False)
    answer = sent(client_of("karen"), paper, "submit", comment="Leif, se på prisen.")
    assert answer.status_code == 422
    assert "Udfyld afsnittet »Resumé«." in text(answer)
    assert "Leif, se på prisen." in text(answer)
    paper.refresh_from_db()
    assert paper.state == PaperState.DRAFT


def test_sending_back_without_a_word_is_asked_about(flow, client_of):
    paper = flow.submitted()
    answer = sent(client_of("leif"), paper, "return", comment=" ")
    assert answer.status_code == 422
    paper.refresh_from_db()
    assert paper.state == PaperState.SUBMITTED


def test_a_late_paper_is_asked_why_and_the_reason_is_shown(flow, client_of):
    meeting = flow.meeting_of(flow.cast.committee, days=3)
    paper, karen = flow.to_committee(aimed_at=meeting), client_of("karen")
    assert "Hvorfor kan sagen ikke vente?" in text(karen.get(paper.get_absolute_url()))
    assert sent(karen, paper, "submit").status_code == 422
    assert sent(karen, paper, "submit", late_reason="Staten svarede i går.").status_code == 302
    assert "Staten svarede i går." in text(karen.get(paper.get_absolute_url()))


def test_a_page_drawn_before_somebody_else_moved_it_is_out_of_date(flow, client_of):
    paper = flow.submitted()
    paper.return_to_writers(comment="Kortere.", by=flow.cast.tove, at=flow.now)
    paper.submit(by=flow.cast.karen, at=flow.now)
    answer = sent(client_of("leif"), paper, "approve", seen=1, comment="Fint.")
    assert answer.status_code == 409
    assert "Karen Friis nåede det først" in text(answer)
    assert "Fint." in text(answer)


def test_a_move_that_is_over_says_what_the_paper_is_now(flow, client_of):
    paper = flow.approved()
    answer = sent(client_of("leif"), paper, "approve", seen=1)
    assert answer.status_code == 409
    assert "venter på påtegning" in text(answer)


def test_after_a_second_answer_the_form_can_be_sent_again(flow, client_of):
    """The page that tells of the others' move has their move counted in: pressing again is a new answer."""
    paper = flow.submitted()
    answer = sent(client_of("leif"), paper, "approve", seen=0)
    assert answer.status_code == 409
    assert 'name="approve-seen" value="1"' in text(answer)


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("name", ["bo", "dan", "olga", "stine"])
def test_who_does_not_see_the_paper_does_not_move_it(flow, client_of, name, move):
    paper = flow.submitted()
    assert sent(client_of(name), paper, move).status_code == 404


@pytest.mark.parametrize("move", [Move.APPROVE, Move.RETURN, Move.WITHDRAW])
@pytest.mark.parametrize("name", ["jens", "ada"])
def test_who_only_sees_the_paper_does_not_move_it(flow, client_of, name, move):
    paper = flow.submitted()
    assert sent(client_of(name), paper, move, comment="x").status_code == 422
    paper.refresh_from_db()
    assert paper.state == PaperState.SUBMITTED
    assert (
        "<summary"
        not in text(client_of(name).get(paper.get_absolute_url()))
        .split("Næste skridt")[1]
        .split("columns")[0]
    )


def test_an_unknown_paper_and_an_unknown_move_are_not_there(flow, client_of):
    paper = flow.begun()
    assert client_of("karen").post(at(paper, "eat")).status_code == 404
    paper.key = uuid4()
    assert sent(client_of("karen"), paper, "submit").status_code == 404


def test_a_paper_is_moved_by_sending_a_form_alone(flow, client_of):
    assert client_of("karen").get(at(flow.begun(), "submit")).status_code == 405


def test_the_pool_offers_the_meetings_of_the_body_and_the_one_that_was_aimed_at(flow, client_of):
    cast = flow.cast
    near, far = flow.meeting_of(cast.magistrate, days=20), flow.meeting_of(cast.magistrate, days=40)
    flow.endorsed(aimed_at=far)
    page = text(client_of("anna").get("/skrivebord/pulje/"))
    assert f'<option value="{near.pk}">' in page
    assert f'<option value="{far.pk}" selected>' in page


def test_the_pool_says_how_papers_come_into_it(flow, client_of):
    assert "Puljen er tom" in text(client_of("anna").get("/skrivebord/pulje/"))


def test_a_paper_is_found_by_words_state_body_and_whose_it_is(flow, client_of):
    flow.begun(title="Ændret højvandsmur", case_number="25/1")
    flow.submitted(title="Badebro", case_number="25/2")
    karen = client_of("karen")

    def found(query):
        page = text(karen.get(f"/skrivebord/indstillinger/?{query}"))
        titles = {"Ændret højvandsmur": "Højvandsmur", "Badebro": "Badebro"}
        return {name for title, name in titles.items() if title in page}

    assert found("") == {"Højvandsmur", "Badebro"}
    assert found("q=25/2") == {"Badebro"}
    for words in ("højvand", "HØJVAND", "ændret+mur", "%C3%86NDRET"):
        assert found(f"q={words}") == {"Højvandsmur"}
    for words in ("h_jvand", "25%25", "æ.dret"):  # no pattern, to neither database
        assert found(f"q={words}") == set()
    assert found("tilstand=draft") == {"Højvandsmur"}
    assert found("hvis=venter") == {"Højvandsmur"}
    assert found(f"hos={flow.cast.department.key}") == {"Højvandsmur", "Badebro"}
    assert found(f"hos={flow.cast.council.key}") == set()
    assert found("tilstand=spist&hos=ingen&hvis=alles") == {"Højvandsmur", "Badebro"}


def test_the_start_page_says_what_waits_for_each(flow, client_of):
    flow.begun(title="Kladden")
    flow.submitted(title="Den sendte")
    flow.approved(title="Den godkendte")
    flow.endorsed(title="Den påtegnede")
    returned = flow.submitted(title="Den returnerede")
    returned.return_to_writers(comment="Ret.", by=flow.cast.leif, at=flow.now)
    waits = {
        "karen": {"Kladden", "Den returnerede"},
        "leif": {"Den sendte"},
        "tove": {"Den sendte"},
        "mette": {"Den godkendte"},
        "anna": {"Den påtegnede"},
        "jens": set(),
        "bo": set(),
        "ada": set(),
    }
    every = {"Kladden", "Den sendte", "Den godkendte", "Den påtegnede", "Den returnerede"}
    for name, promised in waits.items():
        page = text(client_of(name).get("/skrivebord/"))
        tasks = page.split("Venter på dig")[1].split("</section>")[0]
        assert {title for title in every if title in tasks} == promised, name


def test_the_start_page_shows_what_is_late_here_and_elsewhere(flow, client_of, models):
    flow.submitted(title="Den sendte")
    models.RouteStep.objects.update(due_on=flow.today - timedelta(days=1))
    assert "Fristen var" in text(client_of("leif").get("/skrivebord/"))
    page = text(client_of("karen").get("/skrivebord/"))
    assert "Forsinket hos andre" in page
    assert "Leif Dam" in page


def test_an_empty_start_page_says_what_to_do(flow, client_of):
    assert "begynd en indstilling" in text(client_of("karen").get("/skrivebord/"))
    assert "Dagsordener står ved dine møder" in text(client_of("bo").get("/skrivebord/"))


def test_a_member_sees_the_items_of_an_agenda_that_was_sent(flow, client_of, models):
    paper = flow.to_committee()
    paper.submit(by=flow.cast.karen, at=flow.now)
    paper.approve(by=flow.cast.leif, at=flow.now)
    paper.place(flow.meeting_of(flow.cast.committee), by=flow.cast.anna, at=flow.now)
    assert paper.title not in text(client_of("bo").get("/skrivebord/"))
    models.Meeting.objects.update(state="sent")
    models.Item.objects.update(number=1)
    item = paper.items.get()
    assert f"/skrivebord/punkter/{item.key}/" in text(client_of("bo").get("/skrivebord/"))
    page = text(client_of("bo").get(f"/skrivebord/punkter/{item.key}/"))
    assert "Muren skal hæves." in page


def test_a_notice_is_shown_until_it_is_read_and_read_by_its_own_person_alone(flow, client_of):
    flow.submitted()
    notice = flow.cast.leif.notices.get()
    client_of("tove").post("/skrivebord/beskeder/laest", {"notice": [notice.key, "x"]})
    client_of("leif").post("/skrivebord/beskeder/laest", {"notice": notice.pk})
    assert notice.text in text(client_of("leif").get("/skrivebord/"))
    client_of("leif").post("/skrivebord/beskeder/laest", {"notice": notice.key})
    assert notice.text not in text(client_of("leif").get("/skrivebord/"))
    assert client_of("leif").get("/skrivebord/beskeder/laest").status_code == 405


def test_a_secretary_sees_the_topics_that_are_due(flow, client_of, models):
    flow.meeting_of(flow.cast.committee)
    models.Topic.objects.create(body=flow.cast.committee, month=1, title="Havneplan")
    assert "Havneplan" in text(client_of("anna").get("/skrivebord/"))
    assert "Havneplan" not in text(client_of("bo").get("/skrivebord/"))


def test_an_attachment_that_failed_waits_for_its_writer(flow, client_of, models):
    paper = flow.begun()
    attachment = flow.attachment(paper=paper)
    models.AttachmentFile.objects.create(
        attachment=attachment, number=1, name="budget.xlsx", size=1, sha256="0" * 64,
        uploaded_at=flow.now, uploaded_by=flow.cast.karen, state=models.FileState.FAILED,
    )  # fmt: skip
    assert "Bilag mislykkedes" in text(client_of("karen").get("/skrivebord/"))
    assert "Bilag mislykkedes" not in text(client_of("jens").get("/skrivebord/"))


def test_the_table_of_states_is_the_one_that_the_rules_are(flow, client_of):
    page = text(client_of("bo").get("/skrivebord/indstillinger/tilstande"))
    for words in ("Send til godkendelse", "med en bemærkning", "Giv påtegning", "Sæt på dagsorden"):
        assert words in page
