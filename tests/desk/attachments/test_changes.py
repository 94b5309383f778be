"""What is done to an attachment from its pages: works, wrong role, other body, unknown, wrong method."""

from uuid import uuid4

import pytest

FORMS = {
    "titel": {"title": "Kort over havnen"},
    "luk": {"closed_ground": "Forvaltningsloven § 27"},
    "aabn": {},
    "udelad": {"left_out_reason": "Kommer til mødet"},
    "tag-med": {},
    "plads": {"place": "0"},
    "fjern": {},
}


def change(attachment, word):
    return f"/skrivebord/bilag/{attachment.key}/{word}"


@pytest.fixture
def attachment(lindevad):
    return lindevad.attachment(paper=lindevad.paper())


def as_is(attachment):
    attachment.refresh_from_db()
    return (attachment.title, attachment.part, attachment.left_out_reason, attachment.removed_at)


@pytest.mark.parametrize("word", FORMS)
def test_the_writer_changes_it_and_nobody_else(client_of, attachment, word):
    before = as_is(attachment)
    for stranger in ("dan", "bo"):
        assert client_of(stranger).post(change(attachment, word), FORMS[word]).status_code == 404
    colleague = client_of("jens").post(change(attachment, word), FORMS[word])
    assert colleague.status_code == 422
    assert "Kun de, der skriver" in colleague.content.decode()
    assert as_is(attachment) == before
    assert client_of("karen").get(change(attachment, word)).status_code == 405
    assert client_of("karen").post(f"/skrivebord/bilag/{uuid4()}/{word}", FORMS[word]).status_code == 404
    assert client_of("karen").post(change(attachment, word), FORMS[word]).status_code == 302


def test_each_change_is_there_afterwards(client_of, attachment):
    karen = client_of("karen")
    for word in ("titel", "luk", "udelad"):
        karen.post(change(attachment, word), FORMS[word])
    page = karen.get(f"/skrivebord/bilag/{attachment.key}/").content.decode()
    assert "Kort over havnen" in page
    assert "Forvaltningsloven § 27" in page
    assert "Kommer til mødet" in page
    for word in ("aabn", "tag-med"):
        karen.post(change(attachment, word), FORMS[word])
    assert as_is(attachment) == ("Kort over havnen", "open", "", None)


@pytest.mark.parametrize(
    ("word", "field"), [("titel", "title"), ("luk", "closed_ground"), ("udelad", "left_out_reason")]
)
def test_what_was_typed_is_still_there_when_it_cannot_be_done(client_of, attachment, word, field):
    typed = "meget langt " * 30
    page = client_of("karen").post(change(attachment, word), {field: typed})
    assert page.status_code == 422
    assert "Teksten er for lang" in page.content.decode()
    assert typed in page.content.decode()


def test_what_is_removed_comes_back_by_one_click_for_those_who_may(
    client_of, lindevad, attachment, address_of, attachments
):
    karen, jens = client_of("karen"), client_of("jens")
    paper = address_of(attachment.paper)
    karen.post(change(attachment, "fjern"))
    assert "1 fjernet bilag" in karen.get(paper).content.decode()
    assert "fjernet bilag" not in jens.get(paper).content.decode()
    assert karen.get(f"/skrivebord/bilag/{attachment.key}/").status_code == 404
    assert jens.post(change(attachment, "fortryd")).status_code == 404
    assert client_of("dan").post(change(attachment, "fortryd")).status_code == 404
    assert karen.post(change(attachment, "fortryd")).status_code == 302
    assert list(attachments.of(attachment.paper)) == [attachment]


@pytest.mark.parametrize("place", ["", "op", "1.5", "99999", "-"])
def test_a_place_that_is_none_is_told(client_of, attachment, place):
    assert client_of("karen").post(change(attachment, "plads"), {"place": place}).status_code == 422


def test_a_failed_conversion_is_tried_again_from_the_list(client_of, lindevad, attachment, address_of, ready):
    file = ready(attachment)
    file.fail("Filen er låst med adgangskode; fjern adgangskoden, og læg den op igen.", lindevad.now)
    page = client_of("karen").get(address_of(attachment.paper))
    assert "Filen er låst med adgangskode" in page.content.decode()
    assert client_of("dan").post(change(attachment, "proev-igen")).status_code == 404
    assert client_of("karen").post(change(attachment, "proev-igen")).status_code == 302
    file.refresh_from_db()
    assert (file.state, file.fault) == ("waiting", "")


def test_a_file_in_an_email_becomes_an_attachment_as_closed_as_the_email(
    client_of, lindevad, attachments, ready
):
    mail = lindevad.attachment(paper=lindevad.paper(), part="closed")
    file = ready(mail)
    pdf = {"sha256": file.pdf_sha256, "size": 10, "media_type": "application/pdf", "why": ""}
    program = {"sha256": "", "size": 9, "media_type": "", "why": "Filen er et program."}
    file.parts = [{"name": "kort.pdf", **pdf}, {"name": "x.exe", **program}]
    file.save()
    page = client_of("karen").get(f"/skrivebord/bilag/{mail.key}/").content.decode()
    assert "kort.pdf" in page
    assert "Filen er et program." in page
    client_of("karen").post(change(mail, "del"), {"number": "0"})
    assert [each.title for each in attachments.of(mail.paper)] == ["Notat", "kort"]
    added = attachments.get(title="kort")
    assert (added.part, added.closed_ground) == (mail.part, mail.closed_ground)
    assert added.file.sha256 == file.pdf_sha256
    for number in ("1", "2", "", "x"):
        assert client_of("karen").post(change(mail, "del"), {"number": number}).status_code == 422


def test_the_list_says_how_far_they_are_and_when_all_are_done(client_of, attachment, address_of, ready):
    file = ready(attachment)
    karen = client_of("karen")
    listed = karen.get(address_of(attachment.paper, "liste"))
    assert listed["X-Under-Way"] == "0"
    assert "Alle bilag er klar." in listed.content.decode()
    file.wait_again(tries=0)
    listed = karen.get(address_of(attachment.paper, "liste"))
    assert listed["X-Under-Way"] == "1"
    assert "1 bilag bliver omdannet" in listed.content.decode()
    assert client_of("dan").get(address_of(attachment.paper, "liste")).status_code == 404
    assert karen.post(address_of(attachment.paper, "liste")).status_code == 405
