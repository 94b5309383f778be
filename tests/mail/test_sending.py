"""Mail is sent once, tried again while that is safe, and given up where somebody should know."""

import re
from datetime import timedelta

import pytest

from raadslag.mail.delivery import Fate, deliver
from raadslag.mail.sending import hand_over
from raadslag.mail.server import conversation, server_at
from raadslag.models import OutboxMail, Person
from raadslag.models.outbox import NotToBeSentAgain
from raadslag.rules.mail_kinds import MailKind


def the_mail(post):
    return OutboxMail.objects.get()


def test_a_mail_arrives_with_its_text_its_html_and_who_to_answer(post, server):
    post.put()
    assert post.send() == 1
    (message,) = server.messages
    assert server.receivers == ["karen@lindevad.example"]
    assert server.senders == ["raadslag@lindevad.example"]
    assert message["To"] == "Karen Friis <karen@lindevad.example>"
    assert message["From"] == "Lindevad Kommune <raadslag@lindevad.example>"
    assert message["Reply-To"] == "Anna Lund <anna@lindevad.example>"
    assert message["Subject"] == "Der er nyt"
    assert message["Auto-Submitted"] == "auto-generated"
    text, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    for body in (text, html):
        assert "Noget er sket." in body
        assert "https://moeder.lindevad.example/skrivebord/" in body
    assert post.states() == ["sent"]


def test_there_is_one_mail_an_event_to_a_person(post, server):
    assert post.put() is not None
    assert post.put() is None
    assert post.put(to=post.cast.jens) is not None
    assert post.put(event="besked:2") is not None
    assert post.send() == 3
    post.send()
    assert len(server.received) == 3


def test_while_the_server_is_down_mail_waits_longer_and_longer_and_then_arrives(post, server):
    post.put()
    port = server.port
    server.stop()
    waits = []
    for _ in range(6):
        assert post.send() == 0
        mail = the_mail(post)
        assert mail.state == "failed"
        assert "refused" in mail.fault
        waits.append((mail.next_try_at - post.at) / timedelta(minutes=1))
        post.at = mail.next_try_at
    assert waits == [1, 4, 16, 64, 240, 240]
    server.start(port)
    assert post.send() == 1
    assert len(server.received) == 1


def test_a_server_that_is_down_is_asked_once_and_not_once_for_each_mail(post, server):
    for number in range(3):
        post.put(event=f"besked:{number}")
    server.stop()
    post.send()
    assert sorted(post.states()) == ["failed", "waiting", "waiting"]


def test_a_server_that_is_down_too_long_makes_a_mail_be_given_up(post, server):
    post.put()
    server.stop()
    for _ in range(40):
        post.send()
        post.later(hours=4)
    mail = the_mail(post)
    assert mail.state == "given_up"
    assert "refused" in mail.fault
    assert mail.tries < 25


@pytest.mark.parametrize("at", ["RCPT", "DATA"])
def test_greylisting_delays_a_mail_and_no_more(post, server, at):
    server.answers = [(at, "451 4.7.1 Greylisting in action, please come back later")]
    post.put()
    assert post.send() == 0
    assert "Greylisting" in the_mail(post).fault
    assert post.send() == 0  # not yet
    post.later(minutes=2)
    assert post.send() == 1
    assert len(server.received) == 1


@pytest.mark.parametrize("at", ["RCPT", "DATA"])
def test_a_refusal_for_good_is_not_tried_again_by_itself_and_can_be_by_hand(post, server, at):
    server.answers = [(at, "550 5.1.1 No such user")]
    post.put()
    post.send()
    post.later(days=1)
    post.send()
    mail = the_mail(post)
    assert (mail.state, mail.tries) == ("given_up", 1)
    assert mail.fault == "550 5.1.1 No such user"
    mail.send_again(by=post.cast.anna, at=post.at)
    assert post.send() == 1
    assert post.states() == ["sent"]


def test_a_connection_lost_before_the_last_line_is_no_risk_and_tried_again(post, server):
    server.answers = [("RCPT", "drop")]
    post.put()
    post.send()
    assert post.states() == ["failed"]
    post.later(minutes=2)
    assert post.send() == 1
    assert len(server.received) == 1


def test_a_mail_that_was_taken_without_an_answer_is_not_sent_twice(post, server):
    server.answers = [("DATA", "cut")]
    post.put()
    assert post.send() == 0
    assert post.states() == ["unsure"]
    post.later(days=1)
    post.send()
    assert len(server.received) == 1


def test_a_person_may_have_it_sent_again_under_the_same_message_id(post, server):
    server.answers = [("DATA", "cut")]
    post.put()
    post.send()
    the_mail(post).send_again(by=post.cast.anna, at=post.at)
    assert post.send() == 1
    one, other = server.messages
    assert one["Message-ID"] == other["Message-ID"]
    assert re.fullmatch(r"<[0-9a-f-]{36}@lindevad.example>", one["Message-ID"])
    assert one["Date"] == other["Date"]


def test_what_is_sent_is_not_sent_again_by_hand(post, server):
    post.put()
    post.send()
    with pytest.raises(NotToBeSentAgain):
        the_mail(post).send_again(by=post.cast.anna, at=post.at)


def test_a_program_that_died_before_it_handed_over_loses_nothing(post, server):
    post.put()
    OutboxMail.objects.claim(post.at)  # and no more is heard of it
    assert post.send() == 0
    post.later(minutes=16)
    assert post.send() == 1


def test_a_program_that_died_while_it_handed_over_leaves_the_choice_to_a_person(post, server):
    post.put()
    assert OutboxMail.objects.claim(post.at).handing_over(post.at)
    post.later(minutes=16)
    assert post.send() == 0
    assert post.states() == ["unsure"]
    assert not server.received


def test_one_who_comes_back_to_life_after_losing_a_mail_does_not_send_it(post, server):
    post.put()
    slow = OutboxMail.objects.claim(post.at)
    post.later(minutes=16)
    assert post.send() == 1
    assert hand_over(slow, server_at(server.url), post.clock).fate == Fate.NOT_OURS
    assert len(server.received) == 1
    assert post.states() == ["sent"]


def test_before_the_server_can_take_a_mail_the_desk_knows_that_it_may_have(post, server):
    """The order that everything rests on: the mark is in the database when the server has the last line."""
    marks = []
    server.heard = lambda: marks.append(True)
    post.put()
    post.send()
    assert marks == [True]
    assert the_mail(post).handed_over_at == post.at


def test_text_that_looks_like_the_end_of_a_message_is_none(server):
    message = b"Subject: Punktum\n\nforst\n.\n..to\rsidste"
    with conversation(server_at(server.url)) as connection:
        outcome = deliver(connection, message, "a@lindevad.example", "b@c.dk", last_word=lambda: True)
    assert outcome.fate == Fate.TAKEN
    assert server.received == [b"Subject: Punktum\r\n\r\nforst\r\n.\r\n..to\r\nsidste\r\n"]


def test_a_server_throws_away_what_it_did_not_get_the_last_line_of(server):
    with conversation(server_at(server.url)) as connection:
        outcome = deliver(
            connection, b"Subject: Nej\n\n", "a@lindevad.example", "b@c.dk", last_word=lambda: False
        )
    assert (outcome.fate, server.received) == (Fate.NOT_OURS, [])


@pytest.mark.parametrize("address", ["bo", "bo@", "søren@lindevad.example", "bo@a b", "a@b>\r\nbcc: <x@y.dk"])
def test_an_address_that_cannot_be_is_given_up_and_does_not_stop_the_others(post, server, address):
    Person.objects.filter(pk=post.cast.karen.pk).update(email=address)
    post.put(to=Person.objects.get(pk=post.cast.karen.pk))
    post.put(to=post.cast.jens)
    assert post.send() == 1
    assert post.states() == ["given_up", "sent"]
    assert server.receivers == ["jens@lindevad.example"]


def test_without_a_server_everything_waits(post, settings):
    settings.SMTP_URL = ""
    post.put()
    assert post.send() == 0
    assert post.states() == ["waiting"]


def test_a_wrong_password_is_no_mails_fault(post, server, settings):
    settings.SMTP_URL = f"smtp://anna:forkert@127.0.0.1:{server.port}"
    post.put()
    post.send()
    assert post.states() == ["failed"]
    assert "forkert" not in the_mail(post).fault


def test_a_reminder_that_comes_too_late_is_not_sent(post, server):
    post.put(kind=MailKind.REMINDER)
    post.later(hours=13)
    assert post.send() == 0
    assert post.states() == ["given_up"]
    assert not server.received
