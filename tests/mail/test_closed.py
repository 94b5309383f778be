"""What is closed is in no mail: looked for in the bytes that the mail server got."""

import base64
import quopri
from datetime import timedelta
from urllib.parse import unquote

import pytest

from raadslag.mail.agenda import announce
from raadslag.mail.guests import invite_guests
from raadslag.mail.notices import SAYS, pass_on
from raadslag.mail.reminder import remind
from raadslag.mail.review import ask
from raadslag.models import AgendaReview, Hearing, HearingParty, Item, Notice, Person
from raadslag.record import Part
from raadslag.rules.paper_states import PaperState

SECRET = "Hemmeligt salg af Kajkanten 7 til Østbyg"
TITLED = "Tilsyneladende åben havneplan"


def everything_in(raw):
    """A message as it travelled, and again with every part decoded in every way that parts are encoded."""
    yield raw
    yield quopri.decodestring(raw)
    for block in raw.replace(b"\r\n", b"\n").split(b"\n\n"):
        try:
            yield base64.b64decode(block, validate=False)
        except ValueError:
            continue


def words_of(messages, server):
    for raw in server.received:
        for form in everything_in(raw):
            yield form.decode("utf-8", "replace")
    for message in messages:
        yield from map(str, message.values())
        for part in message.walk():
            if not part.is_multipart():
                content = part.get_content()
                yield content.decode() if isinstance(content, bytes) else content


@pytest.fixture
def a_day_of_mail(post, server):
    """Closed papers and items, and closed attachments on open ones, with all the mail that they make."""
    lindevad, cast = post.lindevad, post.cast
    Person.objects.filter(pk__in=[cast.stine.pk, cast.tove.pk]).update(language="en")
    for state in PaperState:
        for part in Part:
            paper = lindevad.paper(state=state, part=part)
            paper.title = SECRET if part == Part.CLOSED else TITLED
            paper.closed_ground = f"Grund: {SECRET}" if part == Part.CLOSED else ""
            paper.case_number = "EMN-2026-4711"
            meeting = lindevad.meeting(state="sent")
            meeting.starts_at += timedelta(days=7)
            meeting.ends_at += timedelta(days=7)
            meeting.save()
            paper.aimed_at = meeting
            paper.save()
            paper.attachments.create(title=SECRET, part=Part.CLOSED, closed_ground=SECRET)
            Item.objects.create(
                meeting=meeting, title=SECRET, part=Part.CLOSED, closed_ground=SECRET, paper=paper
            )
            hearing = Hearing.objects.create(
                paper=paper, question=SECRET, due_on=post.at.date(), asked_by=cast.karen, asked_at=post.at
            )
            HearingParty.objects.create(hearing=hearing, person=cast.mette)
            announce(meeting, "A", by=cast.anna, at=post.at)
            announce(meeting, "B", by=cast.anna, at=post.at)
    starts_at = post.at + timedelta(days=200)
    read_first = cast.committee.meetings.create(starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))
    read_first.items.create(title=SECRET, part=Part.CLOSED, closed_ground=SECRET)
    readers, due_on = Person.objects.filter(pk__in=[cast.jens.pk, cast.tove.pk]), read_first.held_on
    ask(AgendaReview.objects.open(read_first, readers, due_on, SECRET, by=cast.anna, at=post.at), at=post.at)
    Item.objects.filter(meeting=meeting).update(number=7)
    Item.objects.get(meeting=meeting).guests.create(name="Pia Holm", email="pia@havnen.example")
    assert invite_guests(meeting, by=cast.anna, at=post.at) == 1
    for kind in SAYS:
        for person in (cast.leif, cast.tove, cast.bo):
            Notice.objects.create(person=person, kind=kind, by=cast.karen, text=SECRET, path="/x", at=post.at)
    assert pass_on(post.at) > 0
    assert remind(post.at) > 0
    while post.send():
        pass
    assert set(post.states()) == {"sent"}
    return server


def test_no_title_no_ground_and_no_case_number_is_in_any_mail(a_day_of_mail):
    server = a_day_of_mail
    assert len(server.received) > 60
    everything = "\n".join(unquote(text) for text in words_of(server.messages, server))
    for there in ("Havne- og Klimaudvalget", "Klima og Miljø til Havne- og Klimaudvalget", "Hello Tove"):
        assert there in everything  # so the others would have been found
    for closed in ("Hemmeligt", "Kajkanten", "Østbyg", "Grund:", "EMN-2026", TITLED):
        assert closed not in everything
