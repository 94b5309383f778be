"""Those who are to read an agenda are mailed, in their language, without what is on it."""

from datetime import timedelta

import pytest

from raadslag.mail.notices import pass_on
from raadslag.mail.review import ask
from raadslag.models import AgendaReview, Person


@pytest.fixture
def review(post):
    meeting = post.lindevad.meeting()
    meeting.items.create(title="Køb af Kajkanten")
    Person.objects.filter(pk=post.cast.tove.pk).update(language="en")
    readers = Person.objects.filter(pk__in=[post.cast.jens.pk, post.cast.tove.pk])
    due_on = post.at.date() + timedelta(days=2)
    return AgendaReview.objects.open(
        meeting, readers, due_on, "Se på Kajkanten", by=post.cast.anna, at=post.at
    )


def test_each_reader_is_mailed_once_and_not_by_the_notice_too(post, server, review):
    assert ask(review, at=post.at) == 2
    assert ask(review, at=post.at) == 0
    assert pass_on(post.at) == 0
    post.send()
    jens, tove = sorted(server.messages, key=lambda message: message["To"])
    assert jens["Subject"].startswith("Læs dagsordenen: Havne- og Klimaudvalget, ")
    assert tove["Subject"].startswith("Read the agenda: Havne- og Klimaudvalget, ")
    assert jens["Reply-To"] == "Anna Lund <anna@lindevad.example>"
    text = jens.get_body(("plain",)).get_content()
    assert "Anna Lund beder dig læse dagsordenen" in text
    assert "Læs senest: onsdag den 4. marts 2026" in text
    assert f"https://moeder.lindevad.example{review.get_absolute_url()}" in text
    assert "Kajkanten" not in text + jens.get_body(("html",)).get_content()
