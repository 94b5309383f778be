"""Notices by mail: for those who want them, in their language, without what the case is about."""

import pytest

from raadslag.mail.notices import SAYS, pass_on
from raadslag.models import Notice, Person, Unsubscription
from raadslag.rules.mail_kinds import A_CHOICE, MailKind

PATH = "/skrivebord/indstillinger/7f0c/"


def notice(post, **values):
    values = {"person": post.cast.leif, "text": "Karen har sendt »Kajkanten« ind", "at": post.at, **values}
    return Notice.objects.create(path=PATH, by=post.cast.karen, **values)


@pytest.mark.parametrize("kind", SAYS)
def test_a_notice_is_mailed_once_says_that_there_is_something_and_where_and_not_what(post, server, kind):
    notice(post, kind=kind)
    assert pass_on(post.at) == 1
    assert pass_on(post.at) == 0
    post.send()
    (message,) = server.messages
    assert message["To"] == "Leif Dam <leif@lindevad.example>"
    assert message["Reply-To"] == "Karen Friis <karen@lindevad.example>"
    assert message["Subject"] == SAYS[kind][0]
    for form in ("plain", "html"):
        body = message.get_body((form,)).get_content()
        assert f"https://moeder.lindevad.example{PATH}" in body
        assert "Karen Friis" in body
        assert "Kajkanten" not in body
    assert ("List-Unsubscribe" in message) == (kind in A_CHOICE)


def test_what_is_read_first_is_not_mailed(post):
    notice(post).read(post.at)
    assert pass_on(post.at) == 0


def test_what_was_told_long_before_mail_worked_is_not_mailed(post):
    notice(post)
    post.later(days=3)
    assert pass_on(post.at) == 0
    assert Notice.objects.get().passed_on_at == post.at


def test_one_who_declines_news_gets_no_news_by_mail_and_approvals_still(post):
    Unsubscription.objects.decline(post.cast.leif, MailKind.NEWS, at=post.at)
    notice(post)
    notice(post, kind=MailKind.APPROVAL)
    assert pass_on(post.at) == 1


def test_nobody_can_decline_what_is_not_a_choice(post):
    Unsubscription.objects.decline(post.cast.leif, MailKind.APPROVAL, at=post.at)
    assert Unsubscription.objects.wants(post.cast.leif, MailKind.APPROVAL)
    assert not Unsubscription.objects.exists()


def test_who_declined_may_choose_again_and_what_was_stays_on_record(post):
    leif = post.cast.leif
    Unsubscription.objects.decline(leif, MailKind.NEWS, at=post.at)
    Unsubscription.objects.choose(leif, A_CHOICE, at=post.at)
    assert Unsubscription.objects.wants(leif, MailKind.NEWS)
    assert Unsubscription.objects.get().ended_at == post.at


def test_one_who_can_no_longer_log_in_gets_no_mail(post):
    Person.objects.filter(pk=post.cast.leif.pk).update(is_active=False)
    notice(post)
    assert pass_on(post.at) == 0


def test_a_notice_by_nobody_is_answered_to_an_administrator(post, server):
    row = notice(post)
    row.by = None
    row.save()
    pass_on(post.at)
    post.send()
    assert server.messages[0]["Reply-To"] == "Ada Bech <ada@lindevad.example>"
