"""An agenda that nobody is sending any more is begun again, or told of."""

from datetime import timedelta
from importlib import import_module

import pytest

pytestmark = pytest.mark.usefixtures("stores")


@pytest.fixture
def agenda(stores):
    return import_module("tests.publishing.agenda.making").Agenda()


@pytest.fixture
def job(stores):
    return import_module("raadslag.jobs.agenda")


@pytest.fixture
def queue(stores):
    return import_module("django_q.models").OrmQ.objects


def test_what_a_worker_died_of_is_asked_for_again_once(agenda, job, queue):
    version = agenda.asked()
    agenda.meeting.versions.update(state="under_way")
    for _again in range(2):
        job.sweep_agendas(agenda.now + timedelta(minutes=1))
        assert queue.count() == 1
    job.carry_out(str(version.key))
    version.refresh_from_db()
    assert version.state == "sent"
    job.sweep_agendas(agenda.now + timedelta(minutes=2))
    assert queue.count() == 1


def test_what_another_process_is_at_is_left_to_it(agenda, job, queue):
    version = agenda.asked()
    claimed = import_module("raadslag.jobs.claims").claimed
    with claimed(f"agenda-{version.key}"):
        job.sweep_agendas(agenda.now + timedelta(hours=2))
        job.carry_out(str(version.key))
    version.refresh_from_db()
    assert version.state == "waiting"
    assert queue.count() == 0


def test_what_goes_wrong_for_an_hour_is_stopped_and_says_so(agenda, job):
    version = agenda.asked()
    job.sweep_agendas(agenda.now + timedelta(minutes=61))
    version.refresh_from_db()
    assert (version.state, version.stopped_by) == ("stopped", [job.STUCK, "Intet er sendt eller udgivet."])


def test_a_file_that_is_gone_stops_it_with_nothing_published(agenda, job):
    version = agenda.asked()
    for path in agenda.composed().files.values():
        path.unlink()
    job.carry_out(str(version.key))
    version.refresh_from_db()
    assert version.state == "stopped"
    assert "En fil til punkt 1 findes ikke længere" in version.stopped_by[0]
    assert not import_module("raadslag.archive.models").Publication.objects.exists()
    assert not import_module("raadslag.models").OutboxMail.objects.exists()


def test_what_is_out_when_it_got_no_further_is_said_and_keeps_its_numbers(agenda, job):
    version = agenda.asked()
    import_module("raadslag.publishing.agenda.sending").deliver(version, agenda.now)
    job.sweep_agendas(agenda.now + timedelta(minutes=61))
    version.refresh_from_db()
    assert version.state == "stopped"
    assert version.stopped_by[-1].startswith(
        "Alle kan nu læse dagsordenen på kommunens side, men medlemmerne"
    )
    assert [each.number for each in agenda.meeting.items.order_by("order")] == [1, 3, 2]
    again = agenda.asked()
    job.carry_out(str(again.key))
    again.refresh_from_db()
    assert (again.letter, again.state) == ("A", "sent")
    assert import_module("raadslag.archive.models").Publication.objects.count() == 1


def test_numbers_of_what_was_stopped_before_anything_came_out_are_free(agenda, job):
    agenda.word.text = "Ansøgning fra 010180-1234"
    agenda.word.save()
    version = agenda.asked()
    job.carry_out(str(version.key))
    version.refresh_from_db()
    assert (version.state, version.stopped_by[-1]) == ("stopped", "Intet er sendt eller udgivet.")
    assert not agenda.meeting.items.exclude(number=None).exists()
