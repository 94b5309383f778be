"""The agenda check says in Danish what is wrong, and where it is put right."""

from datetime import timedelta
from importlib import import_module

import pytest

from tests.publishing.agenda.words import SECRET

pytestmark = pytest.mark.usefixtures("stores")


@pytest.fixture
def models(lindevad):
    return import_module("raadslag.models")


@pytest.fixture
def found(client_of, address):
    """What Anna is told: sentences with addresses, those that stop it and the others."""

    def look(name="anna"):
        remarks = client_of(name).get(address("agenda-check")).context["remarks"]
        return (
            {each.sentence: each.address for each in remarks.stopping},
            {each.sentence: each.address for each in remarks.others},
        )

    return look


def test_an_agenda_in_order_has_nothing_to_remark_on(found):
    assert found() == ({}, {})


def test_attachments_that_are_not_ready_stop_it(found, lindevad):
    failed = lindevad.attached("Skitse", "", state="failed", item=lindevad.word)
    lindevad.attached("Notat", "", state="waiting", paper=lindevad.wall_paper)
    stopping, _others = found()
    [sentence] = [each for each in stopping if "Skitse" in each]
    assert "til punkt 2 kunne ikke omdannes" in sentence
    assert str(failed.key) in stopping[sentence]
    assert any("»Notat« til punkt 1 er ikke omdannet endnu" in each for each in stopping)


def test_what_is_left_out_on_purpose_does_not(found, lindevad):
    failed = lindevad.attached("Skitse", "", state="failed", item=lindevad.word)
    failed.left_out_reason = "Den er forældet"
    failed.save()
    assert found()[0] == {}
    record = lindevad.composed().record
    assert record.items[1].attachments[0].text == "Bilaget er udeladt. Grund: Den er forældet"


def test_the_meetings_own_attachments_hang_on_an_open_item_that_stands_or_are_missed(found, lindevad):
    lindevad.attached("Husorden", "Mødet er i salen", meeting=lindevad.meeting)
    lindevad.meeting.items.filter(pk=lindevad.wall.pk).update(state="lapsed", number=1)
    word = next(each for each in lindevad.composed().record.items if each.title == "Eventuelt")
    assert [each.title for each in word.attachments] == ["Husorden"]
    said = "Mødets egne bilag kommer ikke med, for der er intet åbent punkt, som de kan høre til."
    assert said not in str(found())
    lindevad.word.delete()
    assert said in str(found())


def test_a_closed_item_needs_a_public_title(found, lindevad):
    lindevad.purchase.public_title = ""
    lindevad.purchase.save()
    stopping, _others = found()
    assert list(stopping) == ["Punkt 3 er lukket og mangler en offentlig overskrift."]
    assert str(lindevad.purchase.key) in next(iter(stopping.values()))


def test_a_missed_deadline_wants_its_reason(found, lindevad, models):
    models.DeadlineRule.objects.create(body=lindevad.cast.committee, kind="agenda_sent", working_days=12)
    stopping, _others = found()
    assert any("Fristen »dagsorden udsendt« er overskredet" in each for each in stopping)
    models.MissedDeadline.objects.explain(
        lindevad.meeting, "agenda_sent", "Budgettet kom sent", by=lindevad.cast.anna, at=lindevad.now
    )
    assert found()[0] == {}
    assert any("Budgettet kom sent" in note for note in lindevad.composed().record.notes)


def test_a_hard_deadline_stops_the_agenda_whatever_is_said(found, lindevad, models):
    for kind, days in (("agenda_sent", 12), ("papers_due", 14)):
        models.DeadlineRule.objects.create(
            body=lindevad.cast.committee, kind=kind, working_days=days, is_soft=False
        )
    models.MissedDeadline.objects.explain(
        lindevad.meeting, "agenda_sent", "Budgettet kom sent", by=lindevad.cast.anna, at=lindevad.now
    )
    paper = lindevad.paper(state="draft")
    paper.aimed_at = lindevad.meeting
    paper.save()
    stopping, others = found()
    [sentence] = stopping
    assert "»dagsorden udsendt« er overskredet, og den kan ikke fraviges" in sentence
    assert any("De indstillinger, der mangler, må på et senere møde" in each for each in others)


def test_the_overrun_is_told_in_minutes(found, lindevad):
    lindevad.wall.minutes = 155
    lindevad.wall.save()
    _stopping, others = found()
    assert any("45 minutter for meget" in each for each in others)


def test_guests_conditions_papers_comments_and_waiting_cases(found, lindevad, models):
    anna, now = lindevad.cast.anna, lindevad.now
    gone = lindevad.put("Taget af", state="lapsed")
    models.ItemGuest.objects.create(item=gone, name="Eva Skov")
    lindevad.put("Igen", paper=lindevad.wall_paper)
    lindevad.put(
        "Budget", depends_on=lindevad.cast.council, depends_on_day=lindevad.today - timedelta(days=1)
    )
    elsewhere = models.Item.objects.create(meeting=lindevad.meeting_of_council(), title="Sag", number=4)
    models.Transfer.objects.create(
        kind="referral", item=elsewhere, body=lindevad.cast.committee, by=anna, at=now
    )
    review = models.AgendaReview.objects.create(
        meeting=lindevad.meeting, due_on=lindevad.today, by=anna, at=now
    )
    models.AgendaComment.objects.create(review=review, text="Hvad med diget?", by=lindevad.cast.mette, at=now)
    said = " ".join(found()[1])
    assert "Eva Skov er inviteret til »Taget af«" in said
    assert "Punkt 3 har samme indstilling som punkt 1" in said
    assert "Punkt 4: skriv, om Byrådet henviste sagen" in said
    assert "1 bemærkning fra læserne er ikke klaret" in said
    assert "1 henvist eller udsat sag venter på et møde" in said


def test_minutes_and_agendas_to_bring_are_missed_until_they_are_published(found, lindevad, models):
    meeting = models.Meeting.objects.create(
        body=lindevad.cast.committee,
        starts_at=lindevad.now - timedelta(days=20),
        ends_at=lindevad.now - timedelta(days=20, hours=-2),
        state="held",
    )
    standing = models.StandingItem.objects.create(
        body=lindevad.cast.committee, title="Godkendelse af referat", prints="minutes"
    )
    lindevad.put("Godkendelse af referat", standing=standing)
    [sentence] = [each for each in found()[1] if "Referatet" in each]
    assert "10. februar 2026 er ikke udgivet endnu" in sentence
    lindevad.publish_minutes(meeting)
    assert found() == ({}, {})
    [brought] = lindevad.composed().record.items[2].attachments
    assert (brought.title, brought.record.items[0].title) == (
        "Referat af mødet den 10. februar 2026",
        "Diget",
    )


def test_what_the_guard_finds_stops_it_at_its_place(found, lindevad):
    lindevad.replaced(lindevad.map, f"Kortet viser, at {SECRET}")
    stopping, _others = found()
    [(sentence, address)] = [each for each in stopping.items() if "bilag Kort" in each[0]]
    assert "lukket tekst fra punkt 3" in sentence
    assert SECRET not in sentence
    assert str(lindevad.map.key) in address


def test_one_who_is_shut_out_is_told_that_there_is_something(client_of, address, lindevad):
    lindevad.shut_out("anna", item=lindevad.purchase)
    lindevad.purchase.public_title = ""
    lindevad.purchase.save()
    page = client_of("anna").get(address("agenda-check"))
    assert not page.context["remarks"].stopping
    assert "et punkt, du ikke kan se" in page.context["remarks"].hidden
    assert page.context["remarks"].is_stopped
