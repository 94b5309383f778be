"""A second person lets pass what the guard stopped. Nobody does so for what they publish themselves."""

from importlib import import_module
from uuid import uuid4

import pytest
from django.test import Client

WHY = "Ordene skal stå der: de er citeret med vilje."
GUIDANCE = "Skriv kort, hvad sagen går ud på, så en borger uden forkundskaber kan forstå den."


@pytest.fixture
def out(stores, monkeypatch):
    """An agenda on which the guidance of a template was left in an item; Mette approves in the committee."""
    now = import_module("tests.cast").NOW
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    made = import_module("tests.publishing.agenda.making").Agenda()
    models = import_module("raadslag.models")
    made.models, made.client = models, import_module("tests.desk.agenda.out").Out.client.__get__(made)
    models.Membership.objects.create(
        person=made.cast.mette, body=made.cast.committee, role="approver", starts_on=made.today
    )
    made.template.sections.create(order=1, heading="Resumé", kind="prose", guidance=GUIDANCE)
    made.word.text = GUIDANCE
    made.word.save()
    made.page = f"/skrivebord/moeder/{made.meeting.key}/dagsorden/kontrol/"
    return made


@pytest.fixture
def text_of():
    return import_module("tests.desk.agenda.out").text_of


def answer_to(client, out, why=WHY):
    page = import_module("lxml.html").fromstring(client.get(out.page).content)
    fields = {name: page.xpath(f"//input[@name='{name}']/@value")[0] for name in ("document", "finding")}
    return client.post(out.page, {**fields, "why": why})


def test_the_publisher_asks_and_a_second_person_answers_with_a_reason(out, text_of):
    anna, mette = out.client(Client(), "anna"), out.client(Client(), "mette")
    text = text_of(anna.get(out.page))
    assert "her står en vejledning fra skabelonen" in text
    assert "Det er dig, der offentliggør, så det skal være en anden" in text
    assert "Sig god for det" not in text
    assert anna.post(f"{out.page}spoerg").status_code == 302
    notice = out.models.Notice.objects.get(person=out.cast.mette)
    assert (notice.path, notice.kind) == (out.page, "agenda")
    assert notice.text.startswith("Anna Lund beder dig se på noget, som kontrollen fandt i dagsordenen til ")
    short = answer_to(mette, out, why=" ")
    assert short.status_code == 422
    assert "Skriv, hvorfor det må offentliggøres alligevel" in text_of(short)
    assert not out.models.FindingWaiver.objects.exists()
    assert answer_to(mette, out).status_code == 302
    waiver = out.models.FindingWaiver.objects.get()
    assert (waiver.by, waiver.publisher, waiver.why) == (out.cast.mette, out.cast.anna, WHY)
    text = text_of(mette.get(out.page))
    assert f"Sagt god for Mette Skov, 2. marts 2026: {WHY}" in text
    out.sent()
    assert out.meeting.state == "sent"


def test_the_publisher_cannot_answer_even_by_hand(out, text_of):
    anna = out.client(Client(), "anna")
    answer = answer_to_by_hand(anna, out)
    assert answer.status_code == 422
    assert "Det er dig, der offentliggør, så det skal være en anden" in text_of(answer)
    assert not out.models.FindingWaiver.objects.exists()


def answer_to_by_hand(client, out):
    """As if the fields were there: they are drawn for the other person alone."""
    waivers = import_module("raadslag.desk.agenda.waivers")
    (finding,) = [each for each in waivers.stopped(out.meeting) if each.may_be_waived]
    fields = {"document": finding.document, "finding": finding.finding.fingerprint, "why": WHY}
    return client.post(out.page, fields)


def test_a_cpr_number_and_closed_text_are_not_there_to_be_answered_for(out, text_of):
    out.word.text = ""
    out.word.save()
    out.attached("Skema", "Borgeren har nummer 010190-1234 i skemaet", item=out.word)
    mette = out.client(Client(), "mette")
    text = text_of(mette.get(out.page))
    assert "Skal rettes" in text
    assert "her står et CPR-nummer" in text
    assert "Sig god for det" not in text
    waivers = import_module("raadslag.desk.agenda.waivers")
    for each in waivers.stopped(out.meeting):
        assert not each.may_be_waived
        mette.post(out.page, {"document": each.document, "finding": each.finding.fingerprint, "why": WHY})
    assert not out.models.FindingWaiver.objects.exists()


def test_one_who_asks_where_nobody_can_answer_is_told_so(out, text_of):
    out.models.Membership.objects.filter(person=out.cast.mette, body=out.cast.committee).delete()
    anna = out.client(Client(), "anna")
    assert "Der er ingen anden sekretær eller godkender i udvalget" in text_of(
        anna.post(f"{out.page}spoerg", follow=True)
    )


def test_only_secretaries_and_approvers_of_the_body_see_what_was_found(out):
    for name, status in (("anna", 200), ("mette", 200), ("leif", 404), ("bo", 404), ("dan", 404)):
        client = out.client(Client(), name)
        assert client.get(out.page).status_code == status, name
        if name != "anna":
            assert client.post(f"{out.page}spoerg").status_code == 404, name
    anna = out.client(Client(), "anna")
    assert anna.get(f"{out.page}spoerg").status_code == 405
    assert anna.get(out.page.replace(str(out.meeting.key), str(uuid4()))).status_code == 404


def test_one_who_is_shut_out_of_an_item_is_told_where_and_not_what(out, text_of):
    closed = "Tilbuddet fra havnen er på otte millioner kroner og gælder i ni måneder"
    out.purchase.text = out.word.text = closed
    out.purchase.save()
    out.word.save()
    anna = out.client(Client(), "anna")
    assert "her står lukket tekst" in text_of(anna.get(out.page))
    assert "otte millioner" in text_of(anna.get(out.page))
    out.shut_out("anna", item=out.purchase)
    assert "her står lukket tekst" in text_of(anna.get(out.page))
    assert "otte millioner" not in text_of(anna.get(out.page))
