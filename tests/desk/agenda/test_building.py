"""Anna builds an agenda on its page: what comes on it, in which order, for how long."""

from importlib import import_module

import pytest

from raadslag.record import Part
from tests.desk.agenda.pages import rows, time_said


@pytest.fixture
def lindevad(flow):
    return flow


def order(agenda, *items):
    return {
        "set": [item.key for item in (agenda.a, agenda.b, agenda.closed)],
        "punkt": [each.key for each in items],
    }


def test_the_page_shows_the_agenda_as_it_will_be(agenda, anna):
    agenda.add("Budget", minutes=105)
    page = anna.opens(agenda.at)
    assert rows(page) == ["1 Sag A", "2 Sag B", "3 Budget", "4 Køb af Kaj 4 Lukket"]
    assert time_said(page) == "Dagsordenen varer 45 minutter længere end mødet."


def test_the_standing_items_are_fetched_around_the_cases(agenda, anna):
    agenda.standing("Godkendelse af dagsorden")
    agenda.standing("Eventuelt", is_last=True)
    assert "Hent de 2 faste punkter" in anna.opens(agenda.at).text()
    page = anna.sends(f"{agenda.at}faste-punkter")
    assert rows(page)[:4] == ["1 Godkendelse af dagsorden", "2 Sag A", "3 Sag B", "4 Eventuelt"]
    assert "Hent" not in page.text()


def test_an_item_of_own_words_is_added_and_nothing_typed_is_lost(agenda, anna):
    page = anna.sends(f"{agenda.at}nyt-punkt", title="Ny sag", minutes="10", is_closed="on")
    assert page.status == 422
    assert (page.value("title"), page.value("minutes")) == ("Ny sag", "10")
    page = anna.sends(f"{agenda.at}nyt-punkt", title="Ny sag", minutes="10")
    assert rows(page)[2] == "3 Ny sag"


def test_topics_papers_and_cases_that_wait_come_on_by_one_click(agenda, anna, flow, models):
    carrying_on = import_module("raadslag.models.agenda.carrying_on")
    topic = agenda.topic()
    paper = flow.to_committee(title="Molen")
    paper.submit(by=flow.cast.karen, at=flow.now)
    paper.approve(by=flow.cast.leif, at=flow.now)
    old = import_module("raadslag.models.agenda.building").add(
        flow.meeting_of(flow.cast.council, days=-2), title="Trafik", **agenda.act
    )
    agenda.meeting.__class__.objects.filter(pk=agenda.meeting.pk).update(state="sent")
    transfer = carrying_on.refer(old, flow.cast.committee, "Til drøftelse.", **agenda.act)
    page = anna.opens(agenda.at)
    assert "Henvist: Byrådet" in page.text("//section[@aria-labelledby='sager']")
    anna.sends(f"{agenda.at}sager/{transfer.key}")
    anna.sends(f"{agenda.at}indstillinger/{paper.key}")
    page = anna.sends(f"moeder/{agenda.meeting.key}/emner/{topic.key}")
    assert [row.split(" ", 1)[1] for row in rows(page)][2:5] == ["Trafik", "Molen", "Badevand Fra årshjulet"]
    assert "Ingen indstillinger venter." in page.text()


def test_a_closed_case_of_another_body_has_its_public_title_alone_until_it_is_placed(agenda, flow, models):
    carrying_on = import_module("raadslag.models.agenda.carrying_on")
    add, council = (
        import_module("raadslag.models.agenda.building").add,
        flow.meeting_of(flow.cast.council, days=-2),
    )
    closed = {"part": "closed", "closed_ground": "Forhandling"}
    named = add(council, title="Køb af molen", public_title="En ejendomssag", **closed, **agenda.act)
    unnamed = add(council, title="Salg af kajen", **closed, **agenda.act)
    agenda.meeting.__class__.objects.filter(pk=agenda.meeting.pk).update(state="sent")
    mette = flow.cast.mette
    models.Membership.objects.create(
        person=mette, body=flow.cast.committee, role="secretary", starts_on=flow.today
    )
    transfers = [
        carrying_on.refer(each, flow.cast.committee, "Sælger er H.J.", **agenda.act)
        for each in (named, unnamed)
    ]
    hers, annas = agenda.visit("mette"), agenda.visit("anna")
    away = f"{agenda.at}sager/{transfers[0].key}/opgiv"
    for address in (agenda.at, "pulje/", away):
        text = hers.opens(address).text()
        assert "En ejendomssag" in text
        assert not any(word in text for word in ("molen", "kajen", "Sælger"))
    assert "Lukket sag" in hers.opens("pulje/").text()
    assert "Køb af molen" in annas.opens("pulje/").text()  # it is her own council's
    hers.sends(f"{agenda.at}sager/{transfers[0].key}")
    assert "Køb af molen" in hers.opens(agenda.at).text("//main")


def test_a_topic_with_a_paper_on_its_way_leads_to_it_who_may_see_it(agenda, anna, flow):
    place = "//section[@aria-labelledby='emner']"
    paper = flow.to_committee(title="Badevand i 2027", topic=agenda.topic())
    page = anna.opens(agenda.at)
    assert "Indstilling på vej" in page.text(place)
    assert page.texts(f"{place}//button") == page.texts(f"{place}//a[contains(@href, '{paper.key}')]") == []
    paper.submit(by=flow.cast.karen, at=flow.now)
    paper.approve(by=flow.cast.leif, at=flow.now)
    assert len(anna.opens(agenda.at).texts(f"{place}//a[contains(@href, '{paper.key}')]")) == 1
    paper.withdraw(comment="Opgivet.", by=flow.cast.karen, at=flow.now)
    assert len(anna.opens(agenda.at).texts(f"{place}//button")) == 1


def test_a_paper_that_comes_late_says_why(agenda, anna, flow):
    soon = flow.meeting_of(flow.cast.committee, days=4)
    paper = flow.to_committee(title="Molen")
    paper.submit(by=flow.cast.karen, at=flow.now)
    paper.approve(by=flow.cast.leif, at=flow.now)
    address = f"moeder/{soon.key}/dagsorden/indstillinger/{paper.key}"
    page = anna.sends(address)
    assert (page.status, "efter fristen" in page.text()) == (422, True)
    page = anna.sends(address, late_reason="Staten svarede i går.")
    assert rows(page) == ["1 Molen"]
    said = "Indstillingen er afleveret og godkendt efter fristen: Staten svarede i går."
    item = soon.items.get()
    assert said in anna.opens(f"punkter/{item.key}/").text()
    composing = import_module("raadslag.publishing.agenda.composing")
    [printed] = composing.compose(soon, at=flow.now).record.items
    assert printed.sections[0].text == said


def test_items_move_up_and_down_within_their_part(agenda, anna):
    page = anna.sends(f"{agenda.at}raekkefoelge", **order(agenda), op=agenda.b.key)
    assert rows(page) == ["1 Sag B", "2 Sag A", "3 Køb af Kaj 4 Lukket"]
    seen = {"set": [agenda.b.key, agenda.a.key, agenda.closed.key]}
    page = anna.sends(f"{agenda.at}raekkefoelge", **seen, ned=agenda.a.key)
    assert rows(page) == ["1 Sag B", "2 Sag A", "3 Køb af Kaj 4 Lukket"]


def test_two_who_move_things_see_both_orders_and_choose(agenda, anna):
    anna.sends(f"{agenda.at}raekkefoelge", **order(agenda, agenda.b, agenda.a, agenda.closed))
    new = agenda.add("Kom imens")
    page = anna.sends(f"{agenda.at}raekkefoelge", **order(agenda, agenda.closed, agenda.a, agenda.b))
    assert page.status == 409
    assert page.texts("//section[@aria-labelledby='deres']//li")[:2] == ["Sag B", "Sag A"]
    assert page.texts("//section[@aria-labelledby='min']//li")[:3] == ["Køb af Kaj 4", "Sag A", "Sag B"]
    assert agenda.titles()[:2] == ["Sag B", "Sag A"]
    mine = [agenda.a.key, agenda.b.key, agenda.closed.key, new.key]
    now = [agenda.b.key, agenda.a.key, new.key, agenda.closed.key]
    page = anna.sends(f"{agenda.at}raekkefoelge", set=now, punkt=mine)
    assert rows(page)[:2] == ["1 Sag A", "2 Sag B"]


def test_minutes_are_kept_together_and_what_is_no_number_is_said(agenda, anna):
    field, seen = f"minutter-{agenda.a.key}", f"set-{agenda.a.key}"
    page = anna.sends(f"{agenda.at}minutter", **{field: "45", seen: "30"})
    assert page.value(field, "//main") == "45"
    page = anna.sends(f"{agenda.at}minutter", **{field: "tre kvarter", seen: "45"})
    assert (page.status, page.value(field, "//main")) == (409, "tre kvarter")
    assert page.errors() == ["Skriv minutter som et helt tal, højst 600."]


def test_minutes_that_another_changed_meanwhile_are_not_lost(agenda, anna):
    field, seen = f"minutter-{agenda.a.key}", f"set-{agenda.a.key}"
    anna.sends(f"{agenda.at}minutter", **{field: "45", seen: "30"})
    page = anna.sends(f"{agenda.at}minutter", **{field: "50", seen: "30"})
    assert page.errors() == ["En anden har skrevet 45 imens. Gem igen, hvis dit tal skal gælde."]
    assert (page.value(field, "//main"), page.value(seen, "//main")) == ("50", "45")
    page = anna.sends(f"{agenda.at}minutter", **{field: "50", seen: "45"})
    assert page.value(field, "//main") == "50"


def test_a_rule_is_written_seen_and_followed_by_one_click(agenda, anna, models):
    rule = agenda.rule([agenda.a])
    agenda.waiting(rule)
    models.AgendaRule.objects.all().delete()
    values = {
        "referred_by": rule.referred_by.pk,
        "at_least": "1",
        "referred_on": rule.referred_on.isoformat(),
        "to_meeting": rule.to_meeting.pk,
    }
    assert anna.sends(f"{agenda.at}regler/ny", **values).errors() == ["Vælg mindst ét punkt."]
    page = anna.sends(f"{agenda.at}regler/ny", **values, items=[agenda.a.pk])
    assert "Hvis Byrådet henviser en eller flere sager" in page.text("//section[@aria-labelledby='regler']")
    assert "0 henvist, 1 ikke afgjort" in page.text("//section[@aria-labelledby='regler']")
    item = models.Item.objects.get(title="Cykelstier")
    page = anna.sends(f"punkter/{item.key}/betingelse", kom="ja")
    assert "Reglen gælder nu." in page.text("//section[@aria-labelledby='regler']")
    page = anna.sends(f"dagsordenregler/{models.AgendaRule.objects.get().key}/goer")
    assert rows(page) == ["1 Sag B", "2 Cykelstier Henvist", "3 Køb af Kaj 4 Lukket"]
    assert "Anna Lund flyttede punkterne" in page.text("//section[@aria-labelledby='regler']")
    assert rule.to_meeting.items.get().title == "Sag A"


def test_a_secretary_who_is_shut_out_moves_an_item_without_seeing_it(agenda, anna, flow):
    agenda.flow.shut_out("anna", item=agenda.b)
    page = anna.opens(agenda.at)
    assert "Sag B" not in page.content
    assert rows(page)[1] == "2 Et punkt, som du ikke må se"
    assert anna.status(f"punkter/{agenda.b.key}/ret") == 404
    anna.sends(f"{agenda.at}raekkefoelge", **order(agenda), op=agenda.b.key)
    assert agenda.titles()[0] == "Sag B"


def test_a_meeting_that_is_over_is_shown_and_not_changed(agenda, anna, models):
    models.Meeting.objects.filter(pk=agenda.meeting.pk).update(state="held")
    page = anna.opens(agenda.at)
    assert "kan ikke ændres" in page.text()
    assert "Tilføj" not in page.text()
    assert anna.sends(f"{agenda.at}nyt-punkt", title="For sent").status == 422
    anna.sends(f"{agenda.at}raekkefoelge", **order(agenda), op=agenda.b.key)
    assert agenda.titles() == ["Sag A", "Sag B", "Køb af Kaj 4"]


def test_members_see_numbers_and_times_of_what_is_sent(agenda, models):
    bo = agenda.visit("bo")
    assert "Sag A" not in bo.opens(f"moeder/{agenda.meeting.key}/").text()
    models.Meeting.objects.filter(pk=agenda.meeting.pk).update(state="sent")
    for number, item in enumerate((agenda.a, agenda.b, agenda.closed), 1):
        models.Item.objects.filter(pk=item.pk).update(number=number)
    agenda.add("Nyt punkt")
    start = f"{agenda.meeting.starts:%H.%M}"
    lines = bo.opens(f"moeder/{agenda.meeting.key}/").texts("//section[@aria-labelledby='punkter']//li")
    assert (lines[0].startswith(f"1 Sag A {start}–"), len(lines)) == (True, 3)
    olga = agenda.visit("olga").opens(f"moeder/{agenda.meeting.key}/")
    assert [line[:7] for line in olga.texts("//section[@aria-labelledby='punkter']//li")] == [
        "1 Sag A",
        "2 Sag B",
    ]


DEEDS = (
    *("faste-punkter", "raekkefoelge", "minutter", "nyt-punkt"),
    *("indstillinger/{paper}", "sager/{transfer}"),
)


def test_only_the_bodys_secretary_builds(agenda, flow, models):
    rule, other = agenda.rule([agenda.a]), flow.meeting_of(flow.cast.other_committee)
    unknown = "00000000-0000-0000-0000-000000000000"
    item = f"punkter/{agenda.a.key}"
    pages = (agenda.at, f"{agenda.at}regler/ny", f"dagsordenregler/{rule.key}/", f"{item}/ret")
    deeds = [
        *(agenda.at + deed.format(paper=unknown, transfer=unknown) for deed in DEEDS),
        *(f"dagsordenregler/{rule.key}/{deed}" for deed in ("fjern", "goer")),
        *(f"{item}/{deed}" for deed in ("af", "paa", "betingelse", "henvis", "udsaet")),
    ]
    for name in ("bo", "dan", "karen", "ada", "olga"):
        visitor = agenda.visit(name)
        assert {visitor.status(page) for page in pages} == {404}, name
        assert {visitor.status(deed, "post") for deed in deeds} == {404}, name
    anna = agenda.visit()
    assert {anna.status(page) for page in pages} == {200}
    assert {anna.status(deed) for deed in deeds} == {405}
    for missing in (
        f"moeder/{other.key}/dagsorden/",
        f"moeder/{unknown}/dagsorden/",
        f"punkter/{unknown}/ret",
    ):
        assert anna.status(missing) == 404
    assert models.Item.objects.get(pk=agenda.a.pk).state == "stands"
    assert agenda.closed.part == Part.CLOSED
