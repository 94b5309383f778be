"""The start page shows those who build agendas, and those who keep the desk, what they owe."""

from datetime import timedelta
from importlib import import_module

import pytest

from tests.desk.year.visitor import Visitor

HOUR = timedelta(hours=1)
TASKS = "//section[@aria-labelledby='venter']//li"


@pytest.fixture
def tasks(client_of):
    """What waits for somebody: each task as one line."""
    return lambda name: Visitor(client_of(name)).opens("").texts(TASKS)


@pytest.fixture
def meeting(flow, models):
    """A meeting of the committee in two weeks, whose agenda is due four working days before it."""
    models.DeadlineRule.objects.filter(body=flow.cast.committee).delete()
    models.DeadlineRule.objects.create(body=flow.cast.committee, kind="agenda_sent", working_days=4)
    return flow.meeting_of(flow.cast.committee, days=20)


def test_an_agenda_is_a_task_from_a_week_before_its_deadline_and_then_owes_a_reason(
    flow, models, meeting, tasks
):
    assert not any("Send dagsordenen" in each for each in tasks("anna"))
    models.Meeting.objects.filter(pk=meeting.pk).update(
        starts_at=flow.now + 10 * 24 * HOUR, ends_at=flow.now + 242 * HOUR
    )
    [task] = [each for each in tasks("anna") if "Send dagsordenen Havne- og Klimaudvalget" in each]
    assert "Frist " in task
    models.Meeting.objects.filter(pk=meeting.pk).update(
        starts_at=flow.now + HOUR, ends_at=flow.now + 2 * HOUR
    )
    late = tasks("anna")
    assert any("Send dagsordenen" in each and "Fristen var" in each for each in late)
    assert any("Skriv, hvorfor fristen blev overskredet" in each for each in late)
    models.MissedDeadline.objects.explain(
        meeting, "agenda_sent", "Budgettet kom sent", by=flow.cast.anna, at=flow.now
    )
    assert not any("Skriv, hvorfor" in each for each in tasks("anna"))
    assert not any("Send dagsordenen" in each for each in tasks("bo"))


def test_what_stops_an_agenda_and_what_waits_for_one_are_tasks(flow, models, meeting, tasks):
    act = {"by": flow.cast.anna, "at": flow.now}
    models.AgendaVersion.objects.create(
        meeting=meeting, number=1, state="stopped", asked_by=flow.cast.anna, asked_at=flow.now
    )
    building = import_module("raadslag.models.agenda.building")
    old = building.add(flow.meeting_of(flow.cast.council, days=-2), title="Trafik", **act)
    models.Meeting.objects.filter(pk=meeting.pk).update(state="sent")  # takes no case by itself
    transfer = import_module("raadslag.models.agenda.carrying_on").refer(
        old, flow.cast.committee, "Til drøftelse.", **act
    )
    models.Transfer.objects.filter(pk=transfer.pk).update(placed=None)
    found = tasks("anna")
    assert any("Udsendelsen er standset Havne- og Klimaudvalget" in each for each in found)
    assert any("1 henvist eller udsat sag venter på et møde" in each for each in found)


def test_comments_of_readers_are_counted_and_not_quoted(flow, models, meeting, tasks):
    review = models.AgendaReview.objects.create(
        meeting=meeting, due_on=flow.today, by=flow.cast.anna, at=flow.now
    )
    models.AgendaComment.objects.create(review=review, text="Prisen er høj", by=flow.cast.leif, at=flow.now)
    [task] = [each for each in tasks("anna") if "bemærkning" in each]
    assert (task.startswith("1 bemærkning fra læserne"), "Prisen" in task) == (True, False)


def test_files_that_failed_and_mails_that_were_not_sent_wait_for_those_who_can_help(
    flow, models, meeting, tasks
):
    attachment = models.Attachment.objects.create(title="Skitse", meeting=meeting)
    models.AttachmentFile.objects.create(
        attachment=attachment,
        number=1,
        name="Skitse.pdf",
        size=1,
        sha256="0" * 64,
        uploaded_at=flow.now,
        uploaded_by=flow.cast.anna,
        state="failed",
    )
    assert any("Bilag mislykkedes Skitse" in each for each in tasks("anna"))
    mail = models.OutboxMail.objects.put(
        event="prøve", person=flow.cast.bo, at=flow.now, kind="news", subject="Nyt", text="Nyt"
    )
    models.OutboxMail.objects.filter(pk=mail.pk).update(state="given_up")
    assert any(each.startswith("1 mail er ikke sendt") for each in tasks("ada"))
    assert not any("mail er ikke sendt" in each for each in tasks("bo"))
