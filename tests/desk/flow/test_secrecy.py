"""What each of the cast can and cannot see, by page, at every step of a paper's way."""

import pytest

from raadslag.record import Part

WRITING = {"karen": "oc", "jens": "o", "ada": "o"}
APPROVING = {**WRITING, "leif": "oc", "tove": "oc"}
ENDORSING = {**APPROVING, "mette": "oc"}
MAGISTRATE = {**ENDORSING, "anna": "oc"}
SEEN = {
    "begun": WRITING,
    "submitted": APPROVING,
    "approved": ENDORSING,
    "endorsed": MAGISTRATE,
    "placed": MAGISTRATE,
}
# the committee's paper on its agenda; Stine was a substitute in March alone
PLANNED = {**APPROVING, "anna": "oc"}
SENT = {**PLANNED, "bo": "oc", "olga": "o"}


def promised(seen, part):
    return {name for name, parts in seen.items() if ("o" if part == Part.OPEN else "c") in parts}


@pytest.fixture
def clients(flow, client_of):
    return {name: client_of(name) for name in flow.cast.people}


def seers(clients, address):
    """Those who get the page; everybody else gets the answer that an unknown address gets."""
    status = {name: client.get(address).status_code for name, client in clients.items()}
    assert set(status.values()) <= {200, 404}
    return {name for name, code in status.items() if code == 200}


@pytest.mark.sqlite_alone
@pytest.mark.parametrize("step", SEEN)
def test_the_papers_page_is_there_for_those_who_were_promised_it(flow, clients, step):
    for part in Part:
        paper, those = getattr(flow, step)(part=part), promised(SEEN[step], part)
        assert seers(clients, paper.get_absolute_url()) == those, part
        for page in ("sagsgang", "hoering"):
            assert seers(clients, f"{paper.get_absolute_url()}{page}") <= those, (part, page)


@pytest.mark.sqlite_alone
@pytest.mark.parametrize("step", ["begun", "endorsed"])
def test_no_list_names_a_paper_to_one_who_may_not_see_it(flow, clients, step):
    papers = {part: getattr(flow, step)(part=part, title=f"Højvandsmur {part}") for part in Part}
    named = {part: set() for part in Part}
    for name, client in clients.items():
        text = ""
        for address in ("", "indstillinger/", "indstillinger/?hvis=venter", "pulje/", "moeder/"):
            text += client.get(f"/skrivebord/{address}").content.decode()
        for part, paper in papers.items():
            if paper.title in text:
                named[part].add(name)
    assert named == {part: promised(SEEN[step], part) for part in Part}


@pytest.mark.parametrize(("state", "seen"), [("planned", PLANNED), ("sent", SENT), ("held", SENT)])
def test_an_item_is_there_for_those_who_were_promised_it(flow, clients, models, state, seen):
    cast = flow.cast
    for part in Part:
        paper = flow.to_committee(part=part)
        paper.submit(by=cast.karen, at=flow.now)
        paper.approve(by=cast.leif, at=flow.now)
        paper.place(flow.meeting_of(cast.committee), by=cast.anna, at=flow.now)
        item = paper.items.get()
        models.Meeting.objects.filter(pk=item.meeting_id).update(state=state)
        models.Item.objects.filter(pk=item.pk).update(number=None if state == "planned" else 1)
        # at a meeting the writing department's people are nobody: they see the paper on the desk
        at_the_meeting = promised(seen, part) - {"leif", "tove", "jens"}
        assert seers(clients, f"/skrivebord/punkter/{item.key}/") == at_the_meeting, part
        assert seers(clients, paper.get_absolute_url()) == promised(seen, part), part


def test_one_who_is_shut_out_sees_neither_page_nor_list(flow, client_of):
    paper = flow.placed()
    flow.shut_out("anna", paper=paper)
    item = paper.items.get()
    for address in (paper.get_absolute_url(), f"/skrivebord/punkter/{item.key}/"):
        assert client_of("anna").get(address).status_code == 404
    assert paper.title not in client_of("anna").get("/skrivebord/indstillinger/").content.decode()


def test_reading_a_closed_paper_or_item_is_an_event(flow, client_of, models):
    paper = flow.placed(part=Part.CLOSED)
    client_of("anna").get(paper.get_absolute_url())
    client_of("anna").get(f"/skrivebord/punkter/{paper.items.get().key}/")
    read = models.Event.objects.filter(verb="read_closed", by=flow.cast.anna)
    assert sorted(event.noun for event in read) == ["item", "paper"]


def test_the_log_of_a_closed_papers_whole_way_never_names_it(flow, models):
    paper = flow.placed(part=Part.CLOSED, title="Køb af Havnegade 7")
    paper.take_off(comment="Sælger trak sig.", by=flow.cast.anna, at=flow.now)
    for event in models.Event.objects.all():
        assert "Havnegade" not in f"{event.label} {event.detail}"
        assert "Sælger" not in f"{event.label} {event.detail}"
    for notice in models.Notice.objects.all():
        assert "Havnegade" not in notice.text


def test_a_notice_is_shown_only_while_one_may_see_its_paper_and_is_settled_for_who_is_shut_out(
    flow, client_of, models
):
    paper = flow.begun(title="Højvandsmur ved havnen")
    for name in ("leif", "jens"):
        models.Notice.objects.create(
            person=flow.cast.people[name],
            text=f"Nyt om {paper.log_name}.",
            path=paper.get_absolute_url(),
            at=flow.now,
        )
    paper.submit(by=flow.cast.karen, at=flow.now)
    start = "/skrivebord/"
    assert all(
        "Nyt om Højvandsmur" in client_of(name).get(start).content.decode() for name in ("leif", "jens")
    )
    models.Paper.objects.filter(pk=paper.pk).update(part=Part.CLOSED, closed_ground="Kontrakt")
    assert "Nyt om Højvandsmur" in client_of("leif").get(start).content.decode()
    assert "Nyt om" not in client_of("jens").get(start).content.decode()
    paper.refresh_from_db()
    paper.shut_out(flow.cast.leif, "ejer naboen", by=flow.cast.anna, at=flow.now)
    assert "Nyt om" not in client_of("leif").get(start).content.decode()
    assert not flow.cast.leif.notices.filter(read_at=None, path=paper.get_absolute_url()).exists()
