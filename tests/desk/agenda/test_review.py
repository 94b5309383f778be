"""A group reads an agenda before it is sent: who sees what of it, and what becomes of what they write."""

from datetime import timedelta
from importlib import import_module
from uuid import uuid4

import pytest
from lxml import html

from raadslag.record import Part
from raadslag.rules.agenda.item_states import ItemState

SECRET = "Køb af Kajkanten 7"


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """The clock stands still at NOW."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: import_module("tests.cast").NOW)


@pytest.fixture
def round_of(lindevad):
    """The committee's agenda with an open item, a closed one and one that was taken off, which Anna has Jens
    and Dan read."""
    return Round(lindevad)


class Round:
    def __init__(self, lindevad):
        models = import_module("raadslag.models")
        self.models, self.cast, self.lindevad = models, lindevad.cast, lindevad
        self.meeting = lindevad.meeting()
        paper = lindevad.paper(state="on_agenda")
        self.open = self.meeting.items.create(title="Havneplan", order=1, paper=paper, purpose="At beslutte")
        self.closed = self.meeting.items.create(
            title=SECRET, order=2, part=Part.CLOSED, closed_ground="Køb af jord"
        )
        self.off = self.meeting.items.create(title="Cykelsti", order=3, state=ItemState.LAPSED)
        self.note = lindevad.attachment(paper=paper)
        self.locked = lindevad.attachment(paper=paper, part=Part.CLOSED)
        self.review = models.AgendaReview.objects.open(
            self.meeting,
            [self.cast.jens, self.cast.dan],
            lindevad.today + timedelta(days=3),
            "Se især på tiden.",
            by=self.cast.anna,
            at=lindevad.now,
        )
        self.page = f"/skrivebord/laesning/{self.review.key}/"
        self.secretarys = f"/skrivebord/moeder/{self.meeting.key}/dagsorden/laesning/"


def text_of(response):
    return " ".join(html.fromstring(response.content).text_content().split())


def test_a_reader_sees_what_is_open_on_the_agenda_and_nothing_of_what_is_closed_or_taken_off(
    round_of, client_of
):
    jens = client_of("jens")
    text = text_of(jens.get(round_of.page))
    for there in ("Se især på tiden.", "1. Havneplan", "At beslutte", "Notat", "Dagsordenen som helhed"):
        assert there in text
    for hidden in (SECRET, "Køb af jord", "Cykelsti"):
        assert hidden not in text
    assert str(round_of.locked.key) not in jens.get(round_of.page).content.decode()
    assert jens.get(f"/skrivebord/punkter/{round_of.open.key}/").status_code == 200
    assert jens.get(f"/skrivebord/punkter/{round_of.closed.key}/").status_code == 404
    assert jens.get(f"/skrivebord/bilag/{round_of.locked.key}/").status_code == 404
    start = text_of(jens.get("/skrivebord/"))
    assert "Læs dagsordenen til Havne- og Klimaudvalget den" in start
    assert "senest den 5. marts 2026" in start


def test_a_reader_who_serves_the_body_sees_what_is_closed_too_and_that_is_written_down(round_of, client_of):
    round_of.review.people.add(round_of.cast.anna)
    assert SECRET in text_of(client_of("anna").get(round_of.page))
    event = round_of.models.Event.objects.get(verb="read_closed")
    assert (event.by, event.noun_key) == (round_of.cast.anna, str(round_of.closed.key))


def test_only_those_who_were_asked_and_only_the_secretary_reach_the_pages(round_of, client_of, client):
    for name, reads, serves in (
        ("jens", 200, 404),
        ("anna", 404, 200),
        ("bo", 404, 404),
        ("karen", 404, 404),
    ):
        visitor = client_of(name)
        assert visitor.get(round_of.page).status_code == reads, name
        assert visitor.get(round_of.secretarys).status_code == serves, name
        assert visitor.put(round_of.page).status_code == 405
    assert client.get(round_of.page).status_code == 302
    anna = client_of("anna")
    for unknown in (
        f"/skrivebord/laesning/{uuid4()}/",
        f"/skrivebord/moeder/{uuid4()}/dagsorden/laesning/",
    ):
        assert anna.get(unknown).status_code == 404
    for deed in (f"laesning/{round_of.review.key}/afslut", f"laesning/bemaerkning/{uuid4()}"):
        assert anna.get(f"/skrivebord/{deed}").status_code == 405
        assert client_of("dan").post(f"/skrivebord/{deed}").status_code == 404


def test_a_comment_is_sent_and_what_stands_in_the_other_boxes_stays_there(round_of, client_of):
    jens, place = client_of("jens"), str(round_of.open.key)
    answer = jens.post(
        round_of.page, {"for": place, f"text-{place}": "Skriv prisen på.", "text-hele": "Den er lang,"}
    )
    assert answer.status_code == 200
    boxes = {box.get("name"): box.text for box in html.fromstring(answer.content).findall(".//textarea")}
    assert boxes["text-hele"].strip() == "Den er lang,"
    assert not boxes[f"text-{place}"]
    answer = jens.post(round_of.page, {"for": "hele", f"text-{place}": "", "text-hele": "Den er lang."})
    assert (answer.status_code, answer["Location"]) == (302, f"{round_of.page}#punkt-hele")
    empty = jens.post(round_of.page, {"for": "hele", f"text-{place}": "Og tiden", "text-hele": "  "})
    assert empty.status_code == 422
    assert "Skriv din bemærkning først." in text_of(empty)
    assert "Og tiden" in text_of(empty)
    said = round_of.models.AgendaComment.objects
    assert [*said.values_list("item", "text")] == [
        (round_of.open.pk, "Skriv prisen på."),
        (None, "Den er lang."),
    ]
    jens.post(round_of.page, {"for": place, f"text-{place}": "Skriv prisen på."})
    assert said.count() == 2  # a page that is sent twice says it once


def test_nothing_is_lost_where_the_item_was_taken_off_or_the_reading_has_ended_meanwhile(round_of, client_of):
    jens = client_of("jens")
    for place in (round_of.off.key, round_of.closed.key, "sludder"):
        answer = jens.post(round_of.page, {"for": place, f"text-{place}": "Mine ord"})
        assert answer.status_code == 422
        assert "Punktet er ikke på dagsordenen mere" in text_of(answer)
        assert "Mine ord" in text_of(answer)
    round_of.review.close(by=round_of.cast.anna, at=round_of.lindevad.now)
    answer = jens.post(round_of.page, {"for": "hele", "text-hele": "Mine ord"})
    assert answer.status_code == 422
    assert "Mine ord" in text_of(answer)
    assert not round_of.models.AgendaComment.objects.exists()


def test_the_secretary_sees_the_comments_ends_them_one_by_one_and_ends_the_reading(round_of, client_of):
    anna, jens = client_of("anna"), client_of("jens")
    place = str(round_of.open.key)
    jens.post(round_of.page, {"for": place, f"text-{place}": "Skriv prisen på."})
    assert "Skriv prisen på." in text_of(anna.get(round_of.secretarys))
    comment = round_of.models.AgendaComment.objects.get()
    anna.post(f"/skrivebord/laesning/bemaerkning/{comment.key}", {"next": round_of.secretarys})
    assert "Ikke klaret alligevel" in text_of(anna.get(round_of.secretarys))
    anna.post(f"/skrivebord/laesning/{round_of.review.key}/afslut")
    page = jens.get(round_of.page)
    assert "Læsningen er slut" in text_of(page)
    assert "Havneplan" not in text_of(page)
    assert jens.get(f"/skrivebord/punkter/{round_of.open.key}/").status_code == 404
    assert "Skriv prisen på." in text_of(anna.get(round_of.secretarys))
    verbs = round_of.models.Event.objects.filter(by=round_of.cast.anna).values_list("verb", flat=True)
    assert {"review_opened", "agenda_comment_done", "review_closed"} <= set(verbs)


def test_a_reading_ends_by_itself_when_the_agenda_is_sent(round_of, client_of):
    round_of.meeting.state = "sent"
    round_of.meeting.save()
    new = round_of.open  # it has no number yet: it waits for a supplement
    assert "Læsningen er slut" in text_of(client_of("jens").get(round_of.page))
    dan = round_of.cast.dan
    assert not round_of.models.Item.objects.visible_to(dan, round_of.lindevad.today).exists()
    new.meeting.refresh_from_db()
    assert not new.may_be_seen_by(dan, round_of.lindevad.today)


def test_the_secretary_asks_and_what_is_wrong_is_said_with_all_that_was_typed(round_of, client_of):
    anna, jens = client_of("anna"), round_of.cast.jens
    wrong = anna.post(round_of.secretarys, {"due_on": "2026-03-01", "people": [jens.pk], "note": "Hej alle"})
    assert wrong.status_code == 422
    assert "Dagen er forbi. Vælg en senere dag." in text_of(wrong)
    assert "Hej alle" in text_of(wrong)
    right = anna.post(round_of.secretarys, {"due_on": "2026-03-04", "people": [jens.pk], "note": ""})
    assert right.status_code == 302
    mail = round_of.models.OutboxMail.objects.get(person=jens)
    assert mail.kind == "review"
    assert mail.reply_to == round_of.cast.anna
    assert "Læs senest: onsdag den 4. marts 2026" in mail.text
    assert "Havneplan" not in mail.text + mail.html
    round_of.meeting.state = "sent"
    round_of.meeting.save()
    late = anna.post(round_of.secretarys, {"due_on": "2026-03-04", "people": [jens.pk]})
    assert late.status_code == 422
    assert round_of.models.AgendaReview.objects.count() == 2


def test_the_items_page_says_what_the_agenda_says_of_it(round_of, client_of):
    item, council = round_of.open, round_of.cast.council
    item.depends_on, item.depends_on_day = council, round_of.lindevad.today
    item.method, item.presenter, item.minutes = "Runde", "Karen Friis", 20
    item.save()
    text = text_of(client_of("anna").get(f"/skrivebord/punkter/{item.key}/"))
    for there in (
        "1. Evt. Havneplan",
        "Behandles, hvis Byrådet henviser sagen på mødet den 2. marts 2026.",
        "At beslutte",
        "Runde",
        "Karen Friis",
        "20 minutter",
    ):
        assert there in text


def test_what_was_said_of_an_item_stands_beside_it_where_the_secretary_changes_it(round_of, client_of):
    round_of.review.comment(
        round_of.open, "Skriv prisen på.", by=round_of.cast.jens, at=round_of.lindevad.now
    )
    anna, page = client_of("anna"), f"/skrivebord/punkter/{round_of.open.key}/ret"
    assert "Skriv prisen på." in text_of(anna.get(page))
    comment = round_of.models.AgendaComment.objects.get()
    done = anna.post(f"/skrivebord/laesning/bemaerkning/{comment.key}", {"next": page})
    assert done["Location"] == page
    assert "Ikke klaret alligevel" in text_of(anna.get(page))
