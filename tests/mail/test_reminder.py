"""The day's reminder: one mail to each for whom something waits, on working days."""

from datetime import timedelta

import pytest

from raadslag.mail.reminder import remind
from raadslag.models import DeadlineRule, OutboxMail, Unsubscription
from raadslag.rules.mail_kinds import MailKind
from raadslag.rules.paper_states import PaperState


def receivers():
    return sorted(mail.person.get_short_name().lower() for mail in OutboxMail.objects.all())


def text_to(name):
    return OutboxMail.objects.get(person__name__startswith=name).text


@pytest.fixture
def submitted(post):
    """Karen's paper, which has reached Leif's department."""
    return post.lindevad.paper(state=PaperState.SUBMITTED)


def test_approvers_are_reminded_of_what_waits_for_them_once_a_day(post, submitted):
    submitted.steps.filter(body=post.cast.department).update(due_on=post.lindevad.today)
    assert remind(post.at) == 2
    assert receivers() == ["leif", "tove"]
    text = text_to("Leif")
    assert "Venter på din godkendelse" in text
    assert (
        "Indstilling fra Klima og Miljø til Havne- og Klimaudvalget, frist mandag den 2. marts 2026" in text
    )
    assert f"/skrivebord/indstillinger/{submitted.key}/" in text
    assert submitted.title not in text
    assert remind(post.at + timedelta(hours=3)) == 0
    assert remind(post.at + timedelta(days=1)) == 2
    assert (
        "fristen var mandag den 2. marts 2026"
        in OutboxMail.objects.filter(person=post.cast.leif).first().text
    )


def test_a_step_with_an_owner_waits_for_its_owner_alone(post, submitted):
    submitted.steps.filter(body=post.cast.department).update(owner=post.cast.tove)
    remind(post.at)
    assert receivers() == ["tove"]


def test_one_who_is_to_endorse_is_reminded(post):
    paper = post.lindevad.paper(state=PaperState.APPROVED)
    paper.steps.filter(body=post.cast.department).update(done_at=post.at)
    post.lindevad.step(paper, post.cast.mayors_department, reached_at=post.at)
    paper.steps.filter(body=post.cast.committee).update(reached_at=None, order=900)
    remind(post.at)
    assert receivers() == ["mette"]


def test_nobody_is_reminded_of_a_hearing_that_is_closed_or_of_a_meeting_that_is_called_off(post):
    paper = post.lindevad.paper()
    post.lindevad.hearing(paper, person=post.cast.mette, body=post.cast.mayors_department)
    paper.hearings.update(closed_at=post.at, closed_by=post.cast.karen)
    meeting = post.lindevad.meeting(state="cancelled")
    DeadlineRule.objects.create(body=meeting.body, kind="papers_due", working_days=1)
    type(paper).objects.update(aimed_at=meeting)
    assert remind(post.at) == 0


def test_one_who_is_shut_out_of_the_case_is_not_told_of_it(post, submitted):
    post.lindevad.shut_out("leif", paper=submitted)
    remind(post.at)
    assert receivers() == ["tove"]


def test_a_hearing_is_remembered_until_it_is_answered(post):
    paper = post.lindevad.paper()
    post.lindevad.hearing(paper, person=post.cast.mette, body=post.cast.mayors_department)
    remind(post.at)
    assert receivers() == ["mette"]
    assert text_to("Mette").count("Indstilling fra") == 1
    paper.hearings.get().parties.update(answered_at=post.at, answered_by=post.cast.mette, answer="Ja")
    assert remind(post.at + timedelta(days=1)) == 0


def test_writers_are_reminded_a_week_before_their_paper_is_due(post):
    meeting = post.lindevad.meeting()
    meeting.starts_at = post.at + timedelta(days=21)
    meeting.ends_at = meeting.starts_at + timedelta(hours=2)
    meeting.save()
    DeadlineRule.objects.create(body=meeting.body, kind="papers_due", working_days=8)
    paper = post.lindevad.paper()
    paper.aimed_at = meeting
    paper.save()
    assert remind(post.at) == 0
    assert remind(post.at + timedelta(days=4)) == 1
    assert receivers() == ["karen"]
    assert "frist onsdag den 11. marts 2026" in text_to("Karen")


@pytest.mark.parametrize("days", [5, 6, 31])  # a Saturday, a Sunday, and Maundy Thursday
def test_nobody_is_reminded_on_a_day_off(post, submitted, days):
    assert remind(post.at + timedelta(days=days)) == 0


def test_one_who_declines_reminders_gets_none(post, submitted):
    Unsubscription.objects.decline(post.cast.leif, MailKind.REMINDER, at=post.at)
    remind(post.at)
    assert receivers() == ["tove"]


def test_nothing_waiting_makes_no_mail(post):
    assert remind(post.at) == 0
