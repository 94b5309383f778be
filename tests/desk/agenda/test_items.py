"""One item on its page: all that is said of it, and where its case goes."""

import pytest

from tests.desk.agenda.pages import rows

GROUND = "Forhandling om køb af jord"


@pytest.fixture
def lindevad(flow):
    return flow


@pytest.fixture
def at(agenda):
    return f"punkter/{agenda.a.key}/"


def typed(page, **changes):
    """What the form has, with the changes."""
    names = (
        *("seen", "title", "part", "closed_ground", "public_title", "purpose", "method", "responsible"),
        *("presenter", "minutes", "text", "depends_on", "depends_on_day", "guests"),
    )
    return {**{name: page.value(name, "//form") or "" for name in names}, **changes}


def test_all_that_is_said_of_an_item_is_kept(agenda, anna, at, flow, models):
    page = anna.opens(f"{at}ret")
    values = {
        "title": "Køb af Kaj 5", "part": "closed", "closed_ground": GROUND, "public_title": "Køb af areal",
        "purpose": "At orientere", "method": "Oplæg", "responsible": "Borgmesteren", "presenter": "Karen",
        "minutes": "25", "depends_on": flow.cast.council.pk, "depends_on_day": "2030-12-01",
        "guests": "Per Bæk <per@firma.example>\nUlla Nør",
    }  # fmt: skip
    page = anna.sends(f"{at}ret", **typed(page, **values))
    assert rows(page)[1] == "2 Køb af Kaj 5 Evt. Lukket"
    item = models.Item.objects.get(pk=agenda.a.pk)
    assert (item.minutes, item.presenter, item.public_title) == (25, "Karen", "Køb af areal")
    assert [(guest.name, guest.email) for guest in item.guests.all()] == [
        ("Per Bæk", "per@firma.example"), ("Ulla Nør", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"part": "closed"}, "hvorfor punktet er lukket"),
        ({"depends_on": "{council}"}, "hvornår det møde er"),
        ({"guests": "Per <ikke en mail>"}, "Mailen til Per"),
        ({"guests": "Per\nPer"}, "to gange"),
        ({"minutes": "1000"}, "600"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_stands_as_typed(anna, at, flow, wrong, says):
    fields = {name: value.format(council=flow.cast.council.pk) for name, value in wrong.items()}
    page = anna.sends(f"{at}ret", **typed(anna.opens(f"{at}ret"), purpose="At drøfte", **fields))
    assert page.status == 422
    assert says in " ".join(page.errors())
    assert page.value("purpose", "//form") == "At drøfte"


def test_two_who_change_the_same_see_both_and_choose(anna, at, agenda, models):
    page = anna.opens(f"{at}ret")
    anna.sends(f"{at}ret", **typed(page, title="Den andens", presenter="Jens"))
    again = anna.sends(f"{at}ret", **typed(page, title="Min", method="Oplæg"))
    assert again.status == 409
    assert "Den andens" in again.text("//*[@class='said']")
    assert (again.value("title", "//form"), again.value("method", "//form")) == ("Min", "Oplæg")
    theirs = {"theirs-title": "on"}
    anna.sends(f"{at}ret", **typed(again, **theirs))
    item = models.Item.objects.get(pk=agenda.a.pk)
    assert (item.title, item.method, item.presenter) == ("Den andens", "Oplæg", "Jens")
    anna.sends(f"{at}ret", **typed(again))
    item.refresh_from_db()
    assert (item.title, item.method) == ("Min", "Oplæg")


def test_a_form_with_a_torn_hidden_field_is_kept_all_the_same(anna, at, agenda, models):
    page = anna.opens(f"{at}ret")
    for torn in ("", "{", '{"depends_on_day": "x"}', "[1]"):
        assert anna.sends(f"{at}ret", **typed(page, seen=torn, title=f"Titel {torn}")).status == 200
    assert models.Item.objects.get(pk=agenda.a.pk).title == "Titel [1]"


def test_an_item_comes_off_and_back(anna, at):
    page = anna.sends(f"{at}af")
    assert rows(page) == ["1 Sag B", "2 Køb af Kaj 4 Lukket"]
    assert "Sag A" in page.text("//section[@aria-labelledby='af']")
    assert rows(anna.sends(f"{at}paa"))[0] == "1 Sag A"


def test_an_item_is_postponed_with_a_note_that_is_its_history(anna, at, agenda, flow):
    other = flow.meeting_of(flow.cast.committee, days=60)
    page = anna.sends(f"{at}udsaet", **{"udsaet-meeting": other.pk, "udsaet-note": "Tallene mangler."})
    assert "er sat på mødet i Havne- og Klimaudvalget" in page.text()
    new = other.items.get()
    page = anna.opens(f"punkter/{new.key}/ret")
    assert "Tallene mangler." in page.text("//section[@aria-labelledby='historie']")
    page = anna.sends(f"{at}udsaet", **{"udsaet-note": "Igen."})
    assert (page.status, page.value("udsaet-note", "//form")) == (422, "Igen.")


def test_a_case_is_referred_once_the_meeting_has_begun(anna, at, agenda, flow, models):
    to = {"henvis-body": flow.cast.council.pk, "henvis-note": "Byrådet beslutter."}
    page = anna.sends(f"{at}henvis", **to)
    assert page.status == 422
    starts_at = flow.now - flow.now.resolution
    models.Meeting.objects.filter(pk=agenda.meeting.pk).update(starts_at=starts_at)
    page = anna.sends(f"{at}henvis", **to)
    assert "»Sag A« venter på et møde i Byrådet." in page.text()
    transfer = models.Transfer.objects.get()
    assert "Sag A" in anna.opens("pulje/").text("//section[starts-with(@aria-labelledby, 'koe-')]")
    assert "Sag A" not in agenda.visit("bo").opens("pulje/").text()
    council = flow.meeting_of(flow.cast.council)
    page = anna.sends(f"moeder/{council.key}/dagsorden/sager/{transfer.key}/opgiv", why=" ")
    assert page.status == 422
    anna.sends(f"moeder/{council.key}/dagsorden/sager/{transfer.key}/opgiv", why="Forslaget er trukket.")
    assert not models.Transfer.objects.waiting().exists()
