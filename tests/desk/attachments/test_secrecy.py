"""Attachments by page and by file, for everybody, in every state."""

import pytest
from django.test import Client
from django.utils.timezone import localdate

from raadslag.record import Part
from raadslag.rules.paper_states import PaperState
from raadslag.rules.secrecy import MeetingState
from tests.desk.attachments.conftest import PDF
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


def assert_seen_by(clients, attachment, file, names, keepers):
    """Page, list, safe copy and original are those people's and nobody else's."""
    noun = {"paper": "indstilling", "item": "punkt", "meeting": "moede"}[attachment.owner._meta.model_name]
    key = attachment.key
    assert who_gets(clients, f"/skrivebord/bilag/{key}/", TITLE.encode()) == names
    assert who_gets(clients, f"/skrivebord/filer/{file.key}/bilag.pdf", PDF) == names
    assert who_gets(clients, f"/skrivebord/filer/{file.key}/original", TEXT) == names & keepers
    for below in ("", "liste"):
        address = f"/skrivebord/bilag/til/{noun}/{attachment.owner.key}/{below}"
        listed = {
            name for name, client in clients.items() if str(key).encode() in client.get(address).content
        }
        assert listed == names
    for address in (f"bilag/{key}/", f"filer/{file.key}/bilag.pdf", f"filer/{file.key}/original"):
        answer = Client().get(f"/skrivebord/{address}")
        assert answer.status_code == 302
        assert answer.url.startswith("/konto/")


@pytest.mark.parametrize("attached", [OPEN, CLOSED])
@pytest.mark.parametrize("part", [OPEN, CLOSED])
@pytest.mark.parametrize("state", PaperState)
def test_on_the_desk(lindevad, clients, ready, state, part, attached):
    attachment = lindevad.attachment(paper=lindevad.paper(state=state, part=part), part=attached)
    both = CLOSED if CLOSED in (part, attached) else OPEN
    assert_seen_by(clients, attachment, ready(attachment, TEXT), promised(PAPERS[state], both), KEEPERS)


@pytest.mark.parametrize("attached", [OPEN, CLOSED])
@pytest.mark.parametrize("part", [OPEN, CLOSED])
@pytest.mark.parametrize("state", MeetingState)
def test_on_an_agenda(lindevad, clients, ready, state, part, attached):
    paper = lindevad.paper(state=PaperState.ON_AGENDA, part=part)
    item = lindevad.item(paper=paper, state=state)
    both = CLOSED if CLOSED in (part, attached) else OPEN
    own = lindevad.attachment(item=item, part=attached)
    assert_seen_by(clients, own, ready(own, TEXT), promised(ITEMS[state], both), KEEPERS)
    the_papers = lindevad.attachment(paper=paper, part=attached)
    names = promised(PAPERS[PaperState.ON_AGENDA], both) | promised(ITEMS[state], both)
    assert_seen_by(clients, the_papers, ready(the_papers, TEXT), names, KEEPERS)


@pytest.mark.parametrize("attached", [OPEN, CLOSED])
@pytest.mark.parametrize("state", MeetingState)
def test_at_the_meeting_itself(lindevad, clients, ready, state, attached):
    attachment = lindevad.attachment(meeting=lindevad.meeting(state=state), part=attached)
    names = promised(ITEMS[state], attached) - {"karen"}
    assert_seen_by(clients, attachment, ready(attachment, TEXT), names, {"anna"})


@pytest.mark.parametrize("name", ["bo", "anna", "karen", "leif"])
def test_one_who_is_shut_out_of_the_case_gets_none_of_it(lindevad, clients, ready, name):
    paper = lindevad.paper(state=PaperState.ON_AGENDA)
    item = lindevad.item(paper=paper, state=MeetingState.SENT)
    both = [lindevad.attachment(paper=paper), lindevad.attachment(item=item)]
    files = [ready(each, TEXT) for each in both]
    lindevad.shut_out(name, paper=paper)
    mine = {name: clients[name]}
    for attachment, file in zip(both, files, strict=True):
        assert_seen_by(mine, attachment, file, set(), KEEPERS)


def test_who_loses_a_role_loses_the_file_though_the_address_is_known(lindevad, clients, ready):
    attachment = lindevad.attachment(item=lindevad.item(state=MeetingState.SENT))
    address = f"/skrivebord/filer/{ready(attachment).key}/bilag.pdf"
    lindevad.stine.starts_on, lindevad.stine.ends_on = (lindevad.today.replace(year=2001) for _ in range(2))
    lindevad.stine.save()
    assert clients["stine"].get(address).status_code == 404
    assert clients["anna"].get(address).status_code == 200
