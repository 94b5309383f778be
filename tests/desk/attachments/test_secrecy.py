"""Attachments by page and by file, for everybody, in every state."""

from itertools import product

import pytest
from django.test import Client
from django.utils.timezone import localdate

from raadslag.record import Part
from raadslag.rules.paper_states import PaperState
from raadslag.rules.secrecy import MeetingState
from tests.desk.attachments.conftest import NOUNS, PDF
from tests.models.test_secrecy import ITEMS, PAPERS, promised

OPEN, CLOSED = Part.OPEN, Part.CLOSED
TITLE, TEXT = "Notat", b"Havnegade 4"
KEEPERS = {"karen", "anna"}


@pytest.fixture
def clients(lindevad, client_of):
    # the pages go by the day it is, and Stine's time as a substitute must hold it
    lindevad.stine.ends_on = max(lindevad.stine.ends_on, localdate())
    lindevad.stine.save()
    return {name: client_of(name) for name in lindevad.cast.people}


def who_gets(clients, address, *words):
    """The names of those who get the page, which alone has the words."""
    got = set()
    for name, client in clients.items():
        answer = client.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if answer.status_code == 200:
            got.add(name)
            assert all(word in content for word in words)
        else:
            assert answer.status_code == 404
            assert not any(word in content for word in words)
    return got


def addresses_of(attachment, file):
    """Its page, its safe copy and its original, with the words that each alone has."""
    return {
        "page": (f"/skrivebord/bilag/{attachment.key}/", TITLE.encode()),
        "safe copy": (f"/skrivebord/filer/{file.key}/bilag.pdf", PDF),
        "original": (f"/skrivebord/filer/{file.key}/original", TEXT),
    }


def seers(clients, attachments, ready):
    """Cell by cell, and address by address in it, the names of those who get it: page, safe copy and
    original, and the places where it is listed."""
    got = {}
    for cell, attachment in attachments.items():
        for what, (address, *words) in addresses_of(attachment, ready(attachment, TEXT)).items():
            got[*cell, what] = who_gets(clients, address, *words)
    for owner in {attachment.owner for attachment in attachments.values()}:
        hung_there = {cell: each for cell, each in attachments.items() if each.owner == owner}
        noun = NOUNS[type(owner).__name__]
        for name, client in clients.items():
            for below in ("", "liste"):
                text = client.get(f"/skrivebord/bilag/til/{noun}/{owner.key}/{below}").content.decode()
                for cell, attachment in hung_there.items():
                    names = got.setdefault((*cell, f"listed at /{below}"), set())
                    if str(attachment.key) in text:
                        names.add(name)
    return got


def everywhere(names, keepers):
    """What `seers` gives for a cell of which those names are promised."""
    return {
        "page": names,
        "safe copy": names,
        "original": names & keepers,
        "listed at /": names,
        "listed at /liste": names,
    }


def assert_seen_by(clients, ready, attachments, names, keepers):
    """In each cell all of it is those people's, by `names`, and nobody else's."""
    assert seers(clients, attachments, ready) == {
        (*cell, what): those
        for cell in attachments
        for what, those in everywhere(names[cell], keepers).items()
    }


def strictest(*parts):
    return CLOSED if CLOSED in parts else OPEN


@pytest.mark.sqlite_alone
def test_on_the_desk(lindevad, clients, ready):
    attachments, names = {}, {}
    for state, part in product(PaperState, Part):
        paper = lindevad.paper(state=state, part=part)
        for attached in Part:
            attachments[state, part, attached] = lindevad.attachment(paper=paper, part=attached)
            names[state, part, attached] = promised(PAPERS[state], strictest(part, attached))
    assert_seen_by(clients, ready, attachments, names, KEEPERS)


@pytest.mark.sqlite_alone
def test_on_an_agenda(lindevad, clients, ready):
    attachments, names = {}, {}
    for state, part in product(MeetingState, Part):
        paper = lindevad.paper(state=PaperState.ON_AGENDA, part=part)
        item = lindevad.item(paper=paper, state=state)
        for attached in Part:
            both = strictest(part, attached)
            own, the_papers = ((state, part, attached, of) for of in ("item", "paper"))
            attachments[own] = lindevad.attachment(item=item, part=attached)
            attachments[the_papers] = lindevad.attachment(paper=paper, part=attached)
            names[own] = promised(ITEMS[state], both)
            names[the_papers] = promised(PAPERS[PaperState.ON_AGENDA], both) | names[own]
    assert_seen_by(clients, ready, attachments, names, KEEPERS)


def test_at_the_meeting_itself(lindevad, clients, ready):
    attachments, names = {}, {}
    for state in MeetingState:
        meeting = lindevad.meeting(state=state)
        for attached in Part:
            attachments[state, attached] = lindevad.attachment(meeting=meeting, part=attached)
            names[state, attached] = promised(ITEMS[state], attached) - {"karen"}
    assert_seen_by(clients, ready, attachments, names, {"anna"})


def test_whoever_is_not_logged_in_is_sent_to_the_door(lindevad, ready):
    attachment = lindevad.attachment(paper=lindevad.paper())
    for address, *_words in addresses_of(attachment, ready(attachment)).values():
        answer = Client().get(address)
        assert answer.status_code == 302
        assert answer.url.startswith("/konto/")


def test_one_who_is_shut_out_of_the_case_gets_none_of_it(lindevad, clients, ready):
    for name in ("bo", "anna", "karen", "leif"):
        paper = lindevad.paper(state=PaperState.ON_AGENDA)
        item = lindevad.item(paper=paper, state=MeetingState.SENT)
        lindevad.shut_out(name, paper=paper)
        mine = {("paper",): lindevad.attachment(paper=paper), ("item",): lindevad.attachment(item=item)}
        assert not any(seers({name: clients[name]}, mine, ready).values())


def test_who_loses_a_role_loses_the_file_though_the_address_is_known(lindevad, clients, ready):
    attachment = lindevad.attachment(item=lindevad.item(state=MeetingState.SENT))
    address = f"/skrivebord/filer/{ready(attachment).key}/bilag.pdf"
    lindevad.stine.starts_on, lindevad.stine.ends_on = (lindevad.today.replace(year=2001) for _ in range(2))
    lindevad.stine.save()
    assert clients["stine"].get(address).status_code == 404
    assert clients["anna"].get(address).status_code == 200
