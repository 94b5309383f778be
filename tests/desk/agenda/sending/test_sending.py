"""Anna sends the agenda: she sees what members and public get, presses one button, and it is done once."""

from importlib import import_module
from uuid import uuid4

import pytest
from django.utils.html import escape

from raadslag.archive.models import Publication
from tests.publishing.agenda.words import OFFER, SECRET, WALL

pytestmark = pytest.mark.usefixtures("stores")
OTHERS = ("karen", "leif", "bo", "stine", "olga", "dan", "ada")


def form_of(page, **changes):
    """What the page's form would send."""
    form = page.context["form"]
    return {"seen": form["seen"].value(), "publishes": "on", "note": ""} | changes


def words(page):
    return " ".join(page.content.decode().split())


def mails():
    return list(
        import_module("raadslag.models").OutboxMail.objects.order_by("id").values_list("kind", "person__name")
    )


def test_the_page_shows_what_members_and_public_get_and_to_whom_mails_go(client_of, address):
    page = client_of("anna").get(address("agenda-send"))
    row = page.context["rows"].rows[2]
    assert (row.members.item.title, row.public.item.title) == ("Køb af Fjordvej 4", "En ejendomssag")
    assert "Lukket bilag" in [each.title for each in page.context["rows"].rows[0].public.item.attachments]
    assert "Bo Vang, Olga Krog, Stine Bro" in words(page)


def test_one_button_sends_and_publishes_and_the_page_follows(client_of, address, work, lindevad):
    anna = client_of("anna")
    page = anna.get(address("agenda-send"))
    answer = anna.post(address("agenda-send"), form_of(page, note="Se især punkt 1"))
    assert answer.status_code == 302
    assert "data-follow" in words(anna.get(address("agenda-send")))
    assert not Publication.objects.exists()
    work()
    work()
    assert Publication.objects.get().published_by == "Anna Lund"
    assert "Udgave A er sendt" in words(anna.get(address("agenda-send")))
    assert sorted(set(mails())) == sorted(mails())
    assert {name for kind, name in mails() if kind == "agenda"} == {"Bo Vang", "Stine Bro", "Olga Krog"}
    assert {name for kind, name in mails() if kind == "invitation"} == {"Bo Vang", "Stine Bro", "Olga Krog"}
    lindevad.meeting.refresh_from_db()
    assert lindevad.meeting.state == "sent"


def test_what_is_new_is_said_in_plain_words_and_the_rest_is_unchanged(client_of, address, lindevad):
    lindevad.sent()
    lindevad.attached("Notat om diget", "Diget er gammelt", paper=lindevad.wall_paper)
    lindevad.put("Brev fra havnefogeden", text="Han beder om et nyt fyr.")
    page = client_of("anna").get(address("agenda-send"))
    rows = page.context["rows"].rows
    said = [[each.sentence for each in row.members.news] for row in rows]
    assert said == [
        ["Ændret bilag til punkt 1: Indstilling", "Nyt bilag til punkt 1: Notat om diget"],
        [],
        [],
        ["Nyt punkt 4: Brev fra havnefogeden"],
    ]
    assert [[each.sentence for each in row.public.news] for row in rows] == said
    assert "tillægsdagsorden 1" in words(page)


def test_a_corrected_public_title_is_new(client_of, address, lindevad, work):
    lindevad.sent()
    anna = client_of("anna")
    assert "har dagsordenen, som den er." in words(anna.get(address("agenda-send")))
    lindevad.meeting.items.filter(pk=lindevad.purchase.pk).update(public_title="Køb af en grund")
    assert anna.post(address("agenda-send"), form_of(anna.get(address("agenda-send")))).status_code == 302
    work()
    assert Publication.objects.current().get().record.items[2].title == "Køb af en grund"


def test_after_a_withdrawal_nobody_is_told_that_citizens_have_the_agenda(client_of, address, lindevad):
    lindevad.sent()
    withdraw = import_module("raadslag.publishing.withdrawing").withdraw
    withdraw(Publication.objects.get(), by="Anna Lund", at=lindevad.now, why="Et navn")
    page = words(client_of("anna").get(address("agenda-send")))
    assert "noget er trukket tilbage" in page
    assert "borgerne har dagsordenen" not in page


def test_news_that_is_closed_is_none_to_the_public(client_of, address, lindevad):
    lindevad.sent()
    lindevad.purchase.text = "Sælgeren har svaret ja til det hele."
    lindevad.purchase.save()
    page = client_of("anna").get(address("agenda-send"))
    assert page.context["rows"].rows[2].members.is_changed
    assert page.context["rows"].is_unchanged_for_public
    assert "Borgerne ser ingen forskel" in words(page)


def test_what_stops_is_shown_and_nothing_is_asked_for(client_of, address, lindevad):
    lindevad.attached("Skitse", "", state="failed", item=lindevad.word)
    anna = client_of("anna")
    page = anna.get(address("agenda-send"))
    answer = anna.post(address("agenda-send"), form_of(page, note="Husk skitsen"))
    assert answer.status_code == 422
    assert "Skitse" in words(answer)
    assert "Husk skitsen" in words(answer)
    assert not lindevad.meeting.versions.exists()


def test_what_changed_meanwhile_is_shown_before_it_is_sent(client_of, address, lindevad):
    anna = client_of("anna")
    page = anna.get(address("agenda-send"))
    lindevad.put("Kom til imens")
    answer = anna.post(address("agenda-send"), form_of(page))
    assert answer.status_code == 422
    assert "ændret, mens du så på den" in words(answer)
    assert "Kom til imens" in words(answer)
    assert anna.post(address("agenda-send"), form_of(answer)).status_code == 302


def test_a_version_that_the_guard_stops_tells_why_and_is_sent_again_under_its_letter(
    client_of, address, lindevad, work
):
    anna = client_of("anna")
    page = anna.get(address("agenda-send"))
    anna.post(address("agenda-send"), form_of(page))
    lindevad.meeting.versions.update(
        record=lindevad.meeting.versions.get().record.replace("Eventuelt", SECRET)
    )
    work()
    page = anna.get(address("agenda-send"))
    told = words(page).partition('role="alert"')[2].partition("</div>")[0]
    assert "Udgave A blev standset" in told
    assert SECRET not in told
    assert not Publication.objects.exists()
    assert not mails()
    anna.post(address("agenda-send"), form_of(page))
    work()
    assert Publication.objects.count() == 1
    assert "Udgave A er sendt" in words(anna.get(address("agenda-send")))


def test_a_secretary_who_is_shut_out_of_an_item_sends_it_unseen(client_of, address, lindevad):
    lindevad.shut_out("anna", item=lindevad.purchase)
    page = client_of("anna").get(address("agenda-send"))
    assert not any(closed in words(page) for closed in ("Fjordvej", escape(SECRET[:20])))
    assert "1 punkt er ikke vist" in words(page)


def test_all_that_each_gets_can_be_read_and_a_change_is_shown_word_by_word(client_of, address, lindevad):
    page = words(client_of("anna").get(address("agenda-send")))
    assert page.count(WALL[:20]) == 2
    assert page.count(escape(SECRET[:20])) == 1
    assert page.count("muren hæves") == 2
    lindevad.sent()
    lindevad.meeting.items.filter(pk=lindevad.word.pk).update(text="Havnefogeden har ordet.")
    page = words(client_of("anna").get(address("agenda-send")))
    assert page.count("<ins>Havnefogeden har ordet.</ins>") == 2


def test_one_who_is_shut_out_of_an_open_item_sees_nothing_of_what_is_new_in_it(client_of, address, lindevad):
    lindevad.sent()
    lindevad.meeting.items.filter(pk=lindevad.word.pk).update(
        title="Lejemål i havnen", text="Olga lejer skuret."
    )
    lindevad.shut_out("anna", item=lindevad.word)
    page = client_of("anna").get(address("agenda-send"))
    assert not any(hidden in words(page) for hidden in ("Lejemål", "Olga lejer"))
    [row] = [row for row in page.context["rows"].rows if row.members.item.number == "2"]
    assert (row.public.item, row.public.news) == (row.members.item, ())


def test_what_waits_can_be_stopped_and_is_not_sent(client_of, address, work):
    anna = client_of("anna")
    anna.post(address("agenda-send"), form_of(anna.get(address("agenda-send"))))
    assert address("agenda-send-stop") in words(anna.get(address("agenda-send")))
    assert anna.get(address("agenda-send-stop")).status_code == 405
    assert client_of("bo").post(address("agenda-send-stop")).status_code == 404
    assert anna.post(address("agenda-send-stop")).status_code == 302
    work()
    assert "Anna Lund stoppede udsendelsen." in words(anna.get(address("agenda-send")))
    assert not Publication.objects.exists()


def test_it_can_go_to_members_alone(client_of, address, lindevad, work):
    anna = client_of("anna")
    page = anna.get(address("agenda-send"))
    anna.post(address("agenda-send"), {"seen": form_of(page)["seen"], "note": ""})
    work()
    assert lindevad.meeting.versions.get().state == "sent"
    assert not Publication.objects.exists()


@pytest.mark.parametrize("page", ["agenda-send", "agenda-check"])
def test_nobody_but_the_bodys_secretary_gets_there(client_of, lindevad, address, page):
    reverse = import_module("django.urls").reverse
    for name in OTHERS:
        assert client_of(name).get(address(page)).status_code == 404, name
    assert client_of("anna").get(reverse(f"desk:{page}", args=[uuid4()])).status_code == 404
    assert client_of("anna").put(address(page)).status_code == 405
    assert client_of("bo").post(address("agenda-send"), {"seen": "x"}).status_code == 404


def test_closed_words_are_in_no_mail(client_of, address, lindevad, work):
    lindevad.asked()
    work()
    sent = import_module("raadslag.models").OutboxMail.objects.all()
    assert sent
    said = " ".join(f"{each.subject} {each.text} {each.html} {each.calendar}" for each in sent)
    assert not any(closed in said for closed in ("Fjordvej", SECRET[:20], OFFER[:20]))
